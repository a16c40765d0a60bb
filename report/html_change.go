package report

import (
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/internal/text"
)

// htmlChange is one change as it is shown, or many ids that changed alike.
type htmlChange struct {
	Impact    htmlImpact
	Values    htmlText // see [htmlFilters]
	Weight    int      // how many changes it stands for
	Message   htmlText
	Words     []htmlWord
	Plain     bool       // whether the words are of a value that is no text
	Pairs     []htmlPair // of a mass rename
	Reach     htmlText   // how many entities it reaches, with their word
	Reached   []htmlName
	More      int // entities that are reached and not listed
	Kind      htmlText
	Section   int // the number of the kind
	Audience  htmlText
	Agreement *htmlAgreement
	Place     htmlText // on the new side
	Near      bool     // whether the place is only near to what is not there any more
	Former    htmlText // on the old side
}

// htmlWord is a stretch of words. It was kept unless it was deleted or added.
type htmlWord struct {
	Deleted, Added bool
	Text           htmlText
}

// htmlPair is an id that changed, and whose it is.
type htmlPair struct{ Title, Old, New htmlText }

// htmlName is what people call an entity, and its id where that is another one.
type htmlName struct{ Title, ID htmlText }

// htmlAgreement is why a change is accepted.
type htmlAgreement struct{ Reason, By, Until htmlText }

// mostUnfolded is how many entities are listed without being folded.
const mostUnfolded = 5

// Folded reports whether the list of what is reached is long.
func (c *htmlChange) Folded() bool { return len(c.Reached) > mostUnfolded }

// htmlChangeMapper turns changes into those of a page.
type htmlChangeMapper struct {
	filters htmlFilters
	kinds   map[string]*htmlKind
	titles  map[string]string // of constituencies, by id
	all     []string          // the titles of all constituencies
}

func (m *htmlChangeMapper) entity(e *entityChanges) *htmlEntity {
	name := htmlNameOf(&e.subject)
	out := &htmlEntity{Title: name.Title, ID: name.ID}
	for _, c := range e.changes {
		item := m.change(c, c.Affects, c.Reach)
		item.Message, item.Words = htmlLine(c.Message), htmlWords(c)
		item.Plain = len(c.Words) == 0
		item.Values = m.filters.items(1, m.values(c.Affects, c.Reach, c)...)
		item.places(c)
		out.Changes = append(out.Changes, item)
	}
	return out
}

// renamed is the row of a mass rename.
func (m *htmlChangeMapper) renamed(r *massRename) *htmlEntity {
	old, new := r.old+ellipsis, r.new+ellipsis
	if r.ending {
		old, new = ellipsis+r.old, ellipsis+r.new
	}
	affects, reach := affected(r.changes)
	item := m.change(r.changes[0], affects, reach)
	item.Weight = len(r.changes)
	item.Message = htmlLine(number(item.Weight, "id changed", "ids changed") + " alike")
	item.Values = m.filters.items(item.Weight, m.values(affects, reach, r.changes...)...)
	for _, c := range r.changes {
		item.Pairs = append(item.Pairs, htmlPair{htmlLine(c.Subject.Title), htmlLine(c.Old.Value), htmlLine(c.New.Value)})
	}
	m.count(r.changes[0].Kind, item.Weight-1)
	return &htmlEntity{Title: htmlLine("From " + shorten(old, longestName) + " to " + shorten(new, longestName)), Changes: []*htmlChange{item}}
}

// change returns what a change and a mass rename have in common.
func (m *htmlChangeMapper) change(c *Change, affects []Subject, reach int) *htmlChange {
	out := &htmlChange{
		Impact: htmlImpactOf(c.Impact), Weight: 1, Kind: htmlLine(c.Kind),
		Audience: htmlLine(strings.Join(c.Audience, ", ")),
		More:     max(0, reach-len(affects)),
	}
	if k := m.kinds[c.Kind]; k != nil {
		out.Kind, out.Section = k.Title, k.Number
	}
	m.count(c.Kind, 1)
	if reach > 0 {
		out.Reach = htmlLine(kinds(sharedKind(affects), reach))
	}
	for i := range affects {
		out.Reached = append(out.Reached, htmlNameOf(&affects[i]))
	}
	if a := c.Accepted; a != nil {
		out.Agreement = &htmlAgreement{htmlLine(a.Reason), htmlLine(a.By), htmlLine(a.Until)}
	}
	return out
}

func (m *htmlChangeMapper) count(kind string, n int) {
	if k := m.kinds[kind]; k != nil {
		k.Count += n
	}
}

// places says where a change stands on both sides, or near to where it would stand.
func (c *htmlChange) places(from *Change) {
	if from.Old != nil && from.Old.Location != nil {
		c.Former = htmlPlace(from.Old.Location)
	}
	switch {
	case from.New != nil && from.New.Location != nil:
		c.Place = htmlPlace(from.New.Location)
	case from.Parent != nil && c.Former == "":
		c.Place, c.Near = htmlPlace(from.Parent), true
	}
}

func htmlNameOf(s *Subject) htmlName {
	if s.Title == "" || s.Title == s.ID {
		return htmlName{Title: htmlLine(s.ID)}
	}
	return htmlName{htmlLine(s.Title), htmlLine(s.ID)}
}

// sharedKind is the kind of all of some entities, or "" where they have several.
func sharedKind(subjects []Subject) string {
	for i := range subjects {
		if subjects[i].Kind != subjects[0].Kind {
			return ""
		}
	}
	if len(subjects) == 0 {
		return ""
	}
	return subjects[0].Kind
}

// htmlWords are the words of a change in full, or its values, unless the message or
// the heading has told those.
func htmlWords(c *Change) []htmlWord {
	words := c.Words
	if len(words) == 0 {
		old, new := plainValue(c.Old), plainValue(c.New)
		told := old+new != "" && strings.Contains(c.Message, old) && strings.Contains(c.Message, new)
		if told || c.Field == "" {
			return nil
		}
		words = wordsOf(old, new)
	}
	return convert(stretches(words), func(w Word) htmlWord {
		return htmlWord{w.Op == string(diff.Deleted), w.Op == string(diff.Added), htmlLines(w.Text)}
	})
}

// wordsOf compares two values that are no texts, such as lists, word by word.
func wordsOf(old, new string) []Word {
	a, b := strings.SplitAfter(old, " "), strings.SplitAfter(new, " ")
	var words []Word
	add := func(o diff.Operation, parts []string) {
		if text := strings.Join(parts, ""); text != "" {
			words = append(words, Word{string(o), text})
		}
	}
	at := 0
	for _, s := range text.Compare(a, b) {
		add(diff.Kept, a[at:s.A])
		add(diff.Deleted, a[s.A:s.AEnd])
		add(diff.Added, b[s.B:s.BEnd])
		at = s.AEnd
	}
	add(diff.Kept, a[at:])
	return words
}
