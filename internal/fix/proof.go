package fix

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/source"
)

// strayed reads a file before and after edits, and says what differs that the
// edits do not touch; it is empty when nothing does.
func strayed(old *source.File, text string, edits []source.Edit, l source.Limits) string {
	before, faults := source.Parse(old, l)
	after, more := source.Parse(&source.File{Path: old.Path, Text: text}, l)
	if len(more) > len(faults) || before.Root().Exists() != after.Root().Exists() {
		return "the file could not be read as before any more"
	}
	p := &proof{}
	for _, e := range edits {
		p.edited.all = append(p.edited.all, e.Span)
		if e.New == "" {
			p.removed.all = append(p.removed.all, e.Span)
		}
	}
	for _, s := range []*spans{&p.edited, &p.removed} {
		slices.SortFunc(s.all, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	}
	switch {
	case !p.same(before.Root(), after.Root()):
		return "it would change more than it says"
	case !p.sameComments(before, after):
		return "it would change a comment"
	}
	return ""
}

// proof knows where a file was edited.
type proof struct{ edited, removed spans }

// same reports whether a value is what it was, apart from what was edited.
func (p *proof) same(old, next source.Node) bool {
	if old.Kind() == source.Object && next.Kind() == source.Object {
		return p.sameFields(old, next)
	}
	if old.Kind() == source.Array && next.Kind() == source.Array {
		return p.sameEntries(old, next)
	}
	if old.Kind() == next.Kind() && old.Text() == next.Text() {
		return true
	}
	scalar := func(n source.Node) bool { return n.Kind() != source.Array && n.Kind() != source.Object }
	return scalar(old) && scalar(next) && len(p.edited.touching(old.Span())) > 0
}

func (p *proof) sameFields(old, next source.Node) bool {
	left := 0
	for child := range old.Children() {
		now := next.Get(child.Key())
		if !now.Exists() {
			if !p.gone(child) {
				return false
			}
			continue
		}
		if left++; !p.same(child, now) {
			return false
		}
	}
	return left == next.Len()
}

func (p *proof) sameEntries(old, next source.Node) bool {
	i := 0
	for child := range old.Children() {
		if old.Len() != next.Len() && p.gone(child) {
			continue
		}
		if !next.Item(i).Exists() || !p.same(child, next.Item(i)) {
			return false
		}
		i++
	}
	return i == next.Len()
}

// gone reports whether an edit took a value out as a whole.
func (p *proof) gone(n source.Node) bool {
	return slices.ContainsFunc(p.removed.touching(n.Span()), func(s source.Span) bool { return s.Contains(n.Span()) })
}

// sameComments reports whether all comments that were not edited are still there,
// and no others.
func (p *proof) sameComments(old, next *source.Document) bool {
	var kept []string
	for _, c := range old.Comments {
		if len(p.edited.touching(c)) == 0 {
			kept = append(kept, c.Text())
		}
	}
	if len(next.Comments) > len(old.Comments) {
		return false
	}
	for _, c := range next.Comments {
		if len(kept) > 0 && kept[0] == c.Text() {
			kept = kept[1:]
		}
	}
	return len(kept) == 0
}
