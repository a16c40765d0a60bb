package source

import (
	"cmp"
	"slices"
	"sort"
)

// SpanSet answers quickly whether one of many spans of a file touches or holds
// another. The zero SpanSet is empty.
type SpanSet struct {
	starts []int
	ends   []int // the furthest end of the spans up to here
}

// NewSpanSet makes the set of spans, which are all of one file.
func NewSpanSet(spans []Span) SpanSet {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	var s SpanSet
	furthest := 0
	for _, span := range sorted {
		furthest = max(furthest, span.End)
		s.starts, s.ends = append(s.starts, span.Start), append(s.ends, furthest)
	}
	return s
}

// Holds reports whether one of the spans contains the bytes of another. An empty
// one is held by a span that goes on behind it.
func (s SpanSet) Holds(inner Span) bool {
	i := sort.SearchInts(s.starts, inner.Start+1)
	return i > 0 && inner.End <= s.ends[i-1] && (inner.End > inner.Start || inner.Start < s.ends[i-1])
}

// Touches reports whether one of the spans shares a byte with another, or stands
// at the same empty place.
func (s SpanSet) Touches(other Span) bool {
	i := sort.SearchInts(s.starts, max(other.End, other.Start+1))
	if i > 0 && s.ends[i-1] > other.Start {
		return true
	}
	at := sort.SearchInts(s.starts, other.Start)
	return other.Start == other.End && at < len(s.starts) && s.starts[at] == other.Start
}
