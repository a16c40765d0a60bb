package source

import "testing"

func TestSpanSet(t *testing.T) {
	at := func(start, end int) Span { return Span{Start: start, End: end} }
	set := NewSpanSet([]Span{at(20, 25), at(2, 10), at(4, 5), at(30, 30)})
	for _, test := range []struct {
		span           Span
		holds, touches bool
	}{
		{at(2, 10), true, true}, {at(3, 4), true, true}, {at(6, 9), true, true}, {at(6, 11), false, true}, {at(0, 3), false, true},
		{at(0, 2), false, false}, {at(10, 20), false, false}, {at(10, 21), false, true}, {at(24, 40), false, true}, {at(25, 29), false, false},
		{at(30, 30), false, true}, {at(30, 31), false, false}, {at(29, 30), false, false}, {at(29, 29), false, false}, {at(4, 4), true, true}, {at(10, 10), false, false},
	} {
		if got := set.Holds(test.span); got != test.holds {
			t.Errorf("Holds(%d, %d) = %v", test.span.Start, test.span.End, got)
		}
		if got := set.Touches(test.span); got != test.touches {
			t.Errorf("Touches(%d, %d) = %v", test.span.Start, test.span.End, got)
		}
	}
	if (SpanSet{}).Holds(at(0, 1)) || (SpanSet{}).Touches(at(0, 1)) {
		t.Error("the empty set holds something")
	}
}
