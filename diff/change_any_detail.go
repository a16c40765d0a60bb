package diff

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

var (
	detailChanged = change(Kind{
		ID: "detail-changed", Title: "A detail changed", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors, Integrators}, local: true, Since: "0.1.0",
		Doc: `A field changed that has no kind of change of its own, such as a note, a publisher, or the version that brought an entity. It asks nothing of people.`,
	})
	sourceChanged = change(Kind{
		ID: "source-changed", Title: "A source changed", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors}, local: true, Since: "0.1.0",
		Doc: `Where a fact comes from is stated in another way.`,
	})
	evidenceChanged = change(Kind{
		ID: "evidence-changed", Title: "The evidence changed", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors, Managers}, local: true, Since: "0.1.0",
		Doc: `What is said about how well the fields are founded (documented, inferred, reconstructed) changed; the fields themselves did not.`,
	})
	reviewed = change(Kind{
		ID: "reviewed", Title: "The date of the review changed", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors}, local: true, Since: "0.1.0",
		Doc: `Somebody looked at the entity again.`,
	})
	reordered = change(Kind{
		ID: "reordered", Title: "A list stands in another order", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors}, local: true, Since: "0.1.0",
		Doc: `The same items stand in another order, in a list whose order people see. The order of sets is no change: aliases, requirements, progression, references, nations, settings.`,
	})
	extensionChanged = change(Kind{
		ID: "extension-changed", Title: "An extension changed", Impact: Patch,
		Consequence: Detail, Audience: []string{Integrators}, local: true, Since: "0.1.0",
		Doc: `A field whose name begins with ` + "`x-`" + ` changed. Only the programs that it belongs to know what it means.`,
	})
)

var (
	_ = field("", "since", func(p *pair) { p.plain("since", "the version that brought it") })
	_ = field("", "reviewed", func(p *pair) { p.scalar(reviewed, "reviewed", "the date of the review") })
	_ = field("", "notes", func(p *pair) {
		old, new := p.at("notes")
		p.note("notes", "the notes", old, new)
	})
	_ = field("", "evidence", func(p *pair) {
		if old, new := p.at("evidence"); !equal(old, new) {
			p.add(evidenceChanged, "evidence", old, new, "the evidence changed")
		}
	})
	_ = field("", "sources", func(p *pair) {
		p.groups(grouped{keyed: keyed{field: "sources", key: by("title")}, kind: sourceChanged, one: "the source"})
	})
	_ = field("", "replaces", func(p *pair) {
		old, new := p.at("replaces")
		declared := map[string]bool{}
		for _, id := range ids(p.succession.of[refOf(p.new)]) {
			declared[id] = true
		}
		d := p.set("", old, new)
		d.gained = slices.DeleteFunc(d.gained, func(n source.Node) bool { return declared[n.Text()] })
		if !d.isEmpty() {
			p.add(detailChanged, "replaces", old, new, "%s", gainedAndLost("what it replaces", texts(d.gained), texts(d.lost)))
		}
	})
)

func texts(nodes []source.Node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.Text())
	}
	return all
}

// scalar compares one value as a whole.
func (p *pair) scalar(k *Kind, name, what string) {
	old, new := p.at(name)
	p.value(k, name, what, old, new)
}

// value compares one value, and returns the change that it added, or nil.
func (p *pair) value(k *Kind, path, what string, old, new source.Node) *Change {
	if equal(old, new) {
		return nil
	}
	switch before, after := valueOf(old), valueOf(new); {
	case before == "":
		return p.add(k, path, old, new, "%s added: %s", what, after)
	case after == "":
		return p.add(k, path, old, new, "%s removed: %s", what, before)
	default:
		return p.add(k, path, old, new, "%s changed from %s to %s", what, before, after)
	}
}

// plain compares a field without a kind of its own.
func (p *pair) plain(name, what string) { p.scalar(detailChanged, name, what) }

func (p *pair) detail(path, what string, old, new source.Node) {
	p.value(detailChanged, path, what, old, new)
}

// note compares a text that speaks to maintainers, whatever its words.
func (p *pair) note(path, what string, old, new source.Node) {
	if old.Text() == new.Text() {
		return
	}
	_, words := text.Wording(old.Text(), new.Text(), p.after.Locale)
	c := p.add(detailChanged, path, old, new, "%s changed", what)
	c.Words = wordEdits(words)
}

// reference compares a field that names an entity.
func (p *pair) reference(k *Kind, name, what string, kind framework.Kind) {
	old, new := p.at(name)
	if p.followed(kind, old.Text(), func(id string) bool { return id == new.Text() }) == new.Text() {
		return
	}
	p.add(k, name, old, new, "%s changed from %s to %s", what, p.titleOr(p.before, kind, old), p.titleOr(p.after, kind, new))
}

func (p *pair) titleOr(s *side, kind framework.Kind, n source.Node) string {
	if isEmpty(n) {
		return "none"
	}
	return s.title(kind, n.Text())
}

// grouped is a list of groups of which every change is of one kind.
type grouped struct {
	keyed
	kind      *Kind
	one       string         // what people call an item
	reference string         // the field of an item that names an entity, or ""
	to        framework.Kind // of that entity
}

// groups compares such a list. Its order counts.
func (p *pair) groups(g grouped) {
	g.added = func(path string, n source.Node) {
		p.add(g.kind, path, source.Node{}, n, "%s %s added", g.one, g.key(n))
	}
	g.removed = func(path string, n source.Node) {
		p.add(g.kind, path, n, source.Node{}, "%s %s removed", g.one, g.key(n))
	}
	g.both = func(path string, old, new source.Node) {
		if fields := p.differing(g, old, new); len(fields) > 0 {
			p.add(g.kind, path, old, new, "%s %s has another %s", g.one, g.key(new), joined(fields))
		}
	}
	before, after := p.keyed(g.keyed)
	p.reorder(g.field, "the "+g.field, before, after)
}

// differing returns the fields in which two items differ. A range that names its end
// is the same as one that ends where it begins.
func (p *pair) differing(g grouped, old, new source.Node) []string {
	var fields []string
	for _, key := range keysOf(old, new) {
		a, b := old.Get(key), new.Get(key)
		follows := key == g.reference && p.followed(g.to, a.Text(), func(id string) bool { return id == b.Text() }) == b.Text()
		isRange := key == "from" || key == "to"
		switch {
		case follows || isRange && rangeOf(old) == rangeOf(new) || equal(a, b):
		case isRange:
			fields = append(fields, "range")
		default:
			fields = append(fields, key)
		}
	}
	return slices.Compact(fields)
}

// keysOf returns the keys of two groups, extensions aside.
func keysOf(old, new source.Node) []string {
	return slices.DeleteFunc(allKeysOf(old, new), isExtension)
}

// allKeysOf returns the keys of two groups in order, each once.
func allKeysOf(old, new source.Node) []string {
	var keys []string
	for child := range old.Children() {
		keys = append(keys, child.Key())
	}
	for child := range new.Children() {
		if !old.Get(child.Key()).Exists() {
			keys = append(keys, child.Key())
		}
	}
	return keys
}
