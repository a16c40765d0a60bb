package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Edit replaces the bytes of Span by New.
type Edit struct {
	Span Span
	New  string
}

// Apply makes all edits in one pass and returns the new text of f. Edits may
// touch but not overlap, and two insertions at one place are refused, because
// their order would be a guess; then, or when an edit is of another file or
// outside the text, nothing is applied.
func Apply(f *File, edits []Edit) (string, error) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	var b strings.Builder
	done := 0
	for i, e := range sorted {
		switch {
		case e.Span.File != f:
			return "", fmt.Errorf("editing %s: an edit is of another file", f.Path)
		case e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(f.Text):
			return "", fmt.Errorf("editing %s: the edit at bytes %d to %d lies outside the text", f.Path, e.Span.Start, e.Span.End)
		case i > 0 && (e.Span.Start < done || e.Span == sorted[i-1].Span):
			return "", fmt.Errorf("editing %s: two edits overlap at byte %d", f.Path, e.Span.Start)
		}
		b.WriteString(f.Text[done:e.Span.Start])
		b.WriteString(e.New)
		done = e.Span.End
	}
	b.WriteString(f.Text[done:])
	return b.String(), nil
}
