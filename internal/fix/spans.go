package fix

import (
	"cmp"
	"slices"
	"sort"

	"github.com/cadre-framework/cadre/source"
)

// spans are stretches of one file that do not overlap, in order.
type spans struct{ all []source.Span }

// reserve takes the places of edits that belong together, all or none.
func reserve(taken map[*source.File]*spans, edits []source.Edit) bool {
	for _, e := range edits {
		if s := taken[e.Span.File]; s != nil && !s.free(e.Span) {
			return false
		}
	}
	for _, e := range edits {
		s := taken[e.Span.File]
		if s == nil {
			s = &spans{}
			taken[e.Span.File] = s
		}
		at, _ := slices.BinarySearchFunc(s.all, e.Span.Start, func(other source.Span, start int) int { return cmp.Compare(other.Start, start) })
		s.all = slices.Insert(s.all, at, e.Span)
	}
	return true
}

// search returns the first span that ends behind a place, or at it.
func (s *spans) search(at int) int {
	return sort.Search(len(s.all), func(i int) bool { return s.all[i].End >= at })
}

// free reports whether a span shares no byte with another. An insertion must not
// even touch one, because its order would be a guess.
func (s *spans) free(want source.Span) bool {
	for _, other := range s.all[s.search(want.Start):] {
		if other.Start > want.End {
			break
		}
		if want.Start == want.End || other.Start == other.End || other.Start < want.End && want.Start < other.End {
			return false
		}
	}
	return true
}

// touching returns the spans that share a byte with another or border on it.
func (s *spans) touching(n source.Span) []source.Span {
	begin := s.search(n.Start)
	end := begin
	for end < len(s.all) && s.all[end].Start <= n.End {
		end++
	}
	return s.all[begin:end]
}
