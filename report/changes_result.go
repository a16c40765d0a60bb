package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Compared is one side of a comparison: the framework, what it is called, and how
// its files are shown (see [Run]).
type Compared struct {
	Operand   string // as people call it: "git:main"
	Framework *framework.Framework
	Path      func(*source.File) (path string, detached bool)
}

const (
	// longestSentence bounds the message of a change, in code points.
	longestSentence = 250
	// mostAffected bounds the entities that the changes of a document list as
	// affected, all together. It keeps the document in proportion to the two
	// frameworks, of which every part may reach every other.
	mostAffected = 200_000
)

// FromChanges makes the document of a comparison. Of the run, the operand and the
// path do not matter: each side has its own. The result stays as it is;
// one that is not complete makes a document that is not.
func FromChanges(old, new Compared, r *diff.Result, run Run) *Changes {
	d := &Changes{Head: head(r.Complete, run), Old: old.edition(), New: new.edition()}
	m := newChangeMapper(old, new)
	d.Changes = make([]Change, 0, len(r.Changes))
	kinds := map[string]*diff.Kind{}
	for i := range r.Changes {
		d.Changes = append(d.Changes, m.change(&r.Changes[i]))
		kinds[r.Changes[i].Kind.ID] = r.Changes[i].Kind
	}
	d.Notes = convert(r.Notes, m.note)
	d.Bump = bumpOf(r.Bump)
	d.Summary = summarise(d.Changes)
	d.Constituencies = m.named()
	sorted := slices.SortedFunc(maps.Values(kinds), func(a, b *diff.Kind) int { return cmp.Compare(a.ID, b.ID) })
	d.Kinds = convert(sorted, changeKindOf)
	return d
}

func (c Compared) edition() Edition {
	f := c.Framework
	return Edition{valid(c.Operand), shorten(valid(f.ID), longestName), shorten(valid(f.Title), longestName), shorten(valid(f.Version), longestName)}
}

func bumpOf(b diff.Bump) Bump {
	out := Bump{Declared: valid(cmp.Or(b.Declared, diff.None.String())), Required: b.Required.String(), OK: b.OK}
	if !b.OK {
		out.Next = shorten(valid(diff.Next(b.Old, b.Required)), longestName)
	}
	return out
}

func changeKindOf(k *diff.Kind) ChangeKind {
	return ChangeKind{valid(k.ID), valid(k.Title), k.Impact.String(), k.AsText, convert(k.Audience, valid), valid(k.Doc)}
}

// changeMapper turns changes into those of a document.
type changeMapper struct {
	old, new       mapper
	before, after  *framework.Framework
	room           int             // how many affected entities may still be listed
	constituencies map[string]bool // ids that subjects name
}

func newChangeMapper(old, new Compared) *changeMapper {
	return &changeMapper{
		old: mapper{Run{Path: old.Path}}, new: mapper{Run{Path: new.Path}},
		before: old.Framework, after: new.Framework,
		room: mostAffected, constituencies: map[string]bool{},
	}
}

func (m *changeMapper) change(c *diff.Change) Change {
	out := Change{
		Kind:     valid(c.Kind.ID),
		Impact:   c.Impact.String(),
		Audience: convert(c.Audience, valid),
		Subject:  m.subject(c.Subject),
		Field:    shorten(valid(c.Field), longestName),
		Message:  shorten(valid(c.Message), longestSentence),
		Old:      m.old.side(c.Old),
		New:      m.new.side(c.New),
		Words:    convert(c.Words, wordOf),
		Reach:    max(c.Reach, len(c.Affects)),
	}
	listed := c.Affects[:min(len(c.Affects), m.room)]
	m.room -= len(listed)
	out.Affects = convert(listed, m.subject)
	if c.New.Span.IsZero() {
		out.Parent = m.new.location(m.parent(c))
	}
	if a := c.Accepted; a != nil {
		out.Accepted = &Agreement{shorten(valid(a.Reason), longestMessage), shorten(valid(a.By), longestName), shorten(valid(a.Until), longestName)}
	}
	return out
}

// subject remembers the constituency, too, so that its title can be told.
func (m *changeMapper) subject(s finding.Subject) Subject {
	if s.Constituency != "" {
		m.constituencies[s.Constituency] = true
	}
	return subjectOf(s)
}

func (m *changeMapper) note(n diff.Note) ChangeNote {
	return ChangeNote{m.subject(n.Subject), shorten(valid(n.Message), longestMessage), shorten(valid(n.Help), longestMessage), m.new.location(n.Span)}
}

// side is nil when the side has neither a value nor a place.
func (m mapper) side(s diff.Side) *ChangeSide {
	if s == (diff.Side{}) {
		return nil
	}
	return &ChangeSide{valid(s.Value), m.location(s.Span)}
}

// parent returns the nearest place on the new side that holds what is gone: the
// top field, else the entity, else the framework.
func (m *changeMapper) parent(c *diff.Change) source.Span {
	e := m.after.Lookup(framework.Ref{Kind: framework.Kind(c.Subject.Kind), ID: c.Subject.ID})
	if e == nil {
		return m.after.At("id").Span()
	}
	if field := c.Field; field != "" {
		if end := strings.IndexAny(field, ".["); end >= 0 {
			field = field[:end]
		}
		if key := e.Node().Get(field).KeySpan(); !key.IsZero() {
			return key
		}
	}
	return e.At("id").Span()
}

// named lists the constituencies by id, by the title of today where there is one.
func (m *changeMapper) named() []Named {
	out := []Named{}
	for _, id := range slices.Sorted(maps.Keys(m.constituencies)) {
		c := cmp.Or(m.after.Constituency(id), m.before.Constituency(id))
		title := ""
		if c != nil {
			title = c.Title
		}
		out = append(out, Named{string(framework.KindConstituency), shorten(valid(id), longestName), shorten(valid(title), longestName)})
	}
	return out
}

func wordOf(w diff.WordEdit) Word { return Word{string(w.Operation), valid(w.Text)} }
