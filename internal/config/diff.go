package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// versionChanged is the kind of change that asks nothing by definition.
const versionChanged = "version-changed"

// Impact is what the configuration says that a kind of change asks of people.
type Impact struct {
	Kind   *diff.Kind
	Impact diff.Impact
	At     source.Span
}

// Diff returns how the configuration judges changes.
func (c *Config) Diff() diff.Options {
	o := diff.Options{Impact: map[string]diff.Impact{}, Accepted: slices.Clone(c.Accepted)}
	for _, each := range c.Impacts {
		o.Impact[each.Kind.ID] = each.Impact
	}
	return o
}

// changeReader reads what is said of changes.
type changeReader struct {
	*Config
	m     *mistakes
	kinds map[string]*diff.Kind // by id
	names *text.Names           // of all these
	seen  map[string]int        // by kind and subject, the line of what was accepted before
}

// readDiff reads what is said of changes.
func (c *Config) readDiff(section source.Node, m *mistakes) {
	r := &changeReader{c, m, map[string]*diff.Kind{}, nil, map[string]int{}}
	var ids []string
	for _, k := range diff.Kinds() {
		r.kinds[k.ID] = k
		ids = append(ids, k.ID)
	}
	r.names = text.NewNames(ids)
	r.impacts(section.Get("impact"))
	for n := range section.Get("accepted").Children() {
		r.accepted(n)
	}
}

// impacts reads what kinds of change ask.
func (r *changeReader) impacts(list source.Node) {
	for n := range list.Children() {
		if strings.HasPrefix(n.Key(), "x-") {
			continue
		}
		kind := r.kind(n.Key(), n.KeySpan())
		impact, err := diff.ParseImpact(n.Str())
		switch {
		case err != nil:
			r.m.add(n.Span(), err.Error(), "")
		case kind == nil:
		case kind.ID == versionChanged:
			r.m.add(n.KeySpan(), fmt.Sprintf("%q has no impact, because the version is judged by the other changes", kind.ID), "remove this line")
		default:
			r.Impacts = append(r.Impacts, Impact{kind, impact, n.Span()})
		}
	}
	slices.SortFunc(r.Impacts, func(a, b Impact) int { return strings.Compare(a.Kind.ID, b.Kind.ID) })
}

// accepted reads one agreement.
func (r *changeReader) accepted(n source.Node) {
	a := diff.Accepted{
		Change: n.Get("change").Str(), Subject: n.Get("subject").Str(), Reason: n.Get("reason").Str(),
		By: n.Get("by").Str(), Until: n.Get("until").Str(), At: n.Span(),
	}
	kind := r.kind(a.Change, n.Get("change").Span())
	right := acceptedSubject(a.Subject, n.Get("subject").Span(), r.m)
	if strings.TrimSpace(a.Reason) == "" {
		r.m.add(n.Get("reason").Span(), "the reason is empty", "write why the change is meant to be, for the next person who reads this")
	}
	key := a.Change + " " + a.Subject
	if line, twice := r.seen[key]; twice {
		r.m.add(n.Span(), fmt.Sprintf("%s of %s is accepted twice, the other time on line %d", a.Change, a.Subject, line), "keep one of them")
		return
	}
	r.seen[key] = n.Span().Position().Line
	if kind != nil && right {
		r.Accepted = append(r.Accepted, a)
	}
}

// kind returns the kind of change with an id, or nil and adds a mistake.
func (r *changeReader) kind(id string, at source.Span) *diff.Kind {
	if k := r.kinds[id]; k != nil {
		return k
	}
	bare, help := strings.TrimPrefix(id, "diff/"), "cadre explain diff lists all kinds of change"
	if near, ok := r.names.Nearest(bare); ok {
		help = fmt.Sprintf("did you mean %q?", near)
	} else if r.kinds[bare] != nil {
		help = fmt.Sprintf("write %q", bare)
	}
	r.m.add(at, fmt.Sprintf("there is no kind of change %q", id), help)
	return nil
}

// acceptedSubject reports whether a text can name an entry: by its id, or by its
// kind and its id.
func acceptedSubject(subject string, at source.Span, m *mistakes) bool {
	kind, id, named := strings.Cut(subject, "/")
	if !named {
		kind, id = "", subject
	}
	var kinds []string
	for _, k := range framework.Kinds() {
		kinds = append(kinds, string(k))
	}
	switch {
	case named && !slices.Contains(kinds, kind):
		help := "it is one of " + strings.Join(kinds, ", ")
		if near, ok := text.Nearest(kind, kinds); ok {
			help = fmt.Sprintf("did you mean %q?", near+"/"+id)
		}
		m.add(at, fmt.Sprintf("there is no kind of entry %q", kind), help)
		return false
	case strings.TrimSpace(id) != id || id == "" || strings.Contains(id, "/"):
		m.add(at, fmt.Sprintf("%q is no id", subject), "write the id of an entry, or its kind and its id, such as role/clinical-coder")
		return false
	}
	return true
}
