package text

import "slices"

// Stretch is where two sequences differ: items A to AEnd of the first stand where
// the second has items B to BEnd. Either side may be empty, never both.
type Stretch struct{ A, AEnd, B, BEnd int }

// Compare returns in what two sequences differ, in order, with something in common
// between any two stretches. Sequences of up to some hundred items differ in as few
// items as possible. Longer ones are first divided as [Patience] does it, so that
// the time hardly grows faster than they do; what cannot be divided counts as
// replaced.
func Compare[T comparable](a, b []T) []Stretch { return newComparison(a, b, mostCells).run() }

// Patience compares sequences whose items seldom repeat, such as the lines of a
// file. Items that stand once in both and in the same order hold the two together
// (Cohen's patience diff), and what lies between them and is different counts as
// replaced as a whole, which keeps blocks together.
func Patience[T comparable](a, b []T) []Stretch { return newComparison(a, b, 0).run() }

const (
	// mostCells bounds the table for one longest common subsequence. As stretches
	// that are compared so do not overlap, two sequences of n items never need more
	// than n times the square root of this.
	mostCells = 250_000

	// deepest bounds the search for items that stand once.
	deepest = 16
)

// comparison compares two sequences, whose items are numbered so that equal ones
// have equal numbers.
type comparison struct {
	a, b     []int
	cells    int // how large a table may be
	places   []place
	table    []uint16
	steps    int // items looked at and cells filled, which a test bounds
	differed []Stretch
}

// place says how often an item stands in two stretches, and where in the second.
type place struct{ inA, inB, at int }

func newComparison[T comparable](a, b []T, cells int) *comparison {
	numbers := make(map[T]int, len(a))
	number := func(items []T) []int {
		numbered := make([]int, len(items))
		for i, item := range items {
			n, known := numbers[item]
			if !known {
				n = len(numbers)
				numbers[item] = n
			}
			numbered[i] = n
		}
		return numbered
	}
	c := &comparison{cells: cells, a: number(a), b: number(b)}
	c.places = make([]place, len(numbers))
	return c
}

func (c *comparison) run() []Stretch {
	c.section(Stretch{0, len(c.a), 0, len(c.b)}, 0)
	return c.differed
}

// section compares two stretches and appends in what they differ.
func (c *comparison) section(s Stretch, depth int) {
	for s.A < s.AEnd && s.B < s.BEnd && c.a[s.A] == c.b[s.B] {
		s.A, s.B = s.A+1, s.B+1
	}
	for s.A < s.AEnd && s.B < s.BEnd && c.a[s.AEnd-1] == c.b[s.BEnd-1] {
		s.AEnd, s.BEnd = s.AEnd-1, s.BEnd-1
	}
	rows, columns := s.AEnd-s.A, s.BEnd-s.B
	switch {
	case rows == 0 && columns == 0:
	case rows == 0 || columns == 0:
		c.differed = append(c.differed, s)
	case rows <= c.cells/columns:
		c.closely(s)
	default:
		c.divide(s, depth)
	}
}

// divide compares what lies between the items that stand once on both sides.
func (c *comparison) divide(s Stretch, depth int) {
	var anchors [][2]int
	if depth < deepest {
		anchors = increasing(c.unique(s))
	}
	if len(anchors) == 0 {
		c.differed = append(c.differed, s)
		return
	}
	for _, at := range anchors {
		c.section(Stretch{s.A, at[0], s.B, at[1]}, depth+1)
		s.A, s.B = at[0]+1, at[1]+1
	}
	c.section(s, depth+1)
}

// unique returns the places of the items that stand once in each of two stretches,
// in the order of the first.
func (c *comparison) unique(s Stretch) [][2]int {
	a, b := c.a[s.A:s.AEnd], c.b[s.B:s.BEnd]
	c.steps += len(a) + len(b)
	for _, items := range [][]int{a, b} {
		for _, item := range items {
			c.places[item] = place{}
		}
	}
	for _, item := range a {
		c.places[item].inA++
	}
	for i, item := range b {
		c.places[item].inB++
		c.places[item].at = s.B + i
	}
	var pairs [][2]int
	for i, item := range a {
		if p := c.places[item]; p.inA == 1 && p.inB == 1 {
			pairs = append(pairs, [2]int{s.A + i, p.at})
		}
	}
	return pairs
}

// increasing returns a longest run of pairs whose second places rise, by patience
// sorting.
func increasing(pairs [][2]int) [][2]int {
	var piles []int // the pair on top of each pile
	before := make([]int, len(pairs))
	for i, p := range pairs {
		pile, _ := slices.BinarySearchFunc(piles, p[1], func(top, at int) int { return pairs[top][1] - at })
		before[i] = -1
		if pile > 0 {
			before[i] = piles[pile-1]
		}
		if pile == len(piles) {
			piles = append(piles, i)
		} else {
			piles[pile] = i
		}
	}
	run := make([][2]int, len(piles))
	if len(piles) == 0 {
		return nil
	}
	for i, at := len(piles)-1, piles[len(piles)-1]; i >= 0; i, at = i-1, before[at] {
		run[i] = pairs[at]
	}
	return run
}

// closely compares two stretches by a longest common subsequence.
func (c *comparison) closely(s Stretch) {
	width := s.BEnd - s.B + 1
	c.fill(s, width)
	a, b := s.A, s.B
	from := s // where the stretch at hand begins
	for a < s.AEnd || b < s.BEnd {
		at := (a-s.A)*width + b - s.B
		switch {
		case a < s.AEnd && b < s.BEnd && c.a[a] == c.b[b]:
			c.differ(Stretch{from.A, a, from.B, b})
			a, b = a+1, b+1
			from = Stretch{A: a, B: b}
		case b == s.BEnd || a < s.AEnd && c.table[at+width] >= c.table[at+1]:
			a++
		default:
			b++
		}
	}
	c.differ(Stretch{from.A, a, from.B, b})
}

// differ appends a stretch unless both of its sides are empty.
func (c *comparison) differ(s Stretch) {
	if s.A < s.AEnd || s.B < s.BEnd {
		c.differed = append(c.differed, s)
	}
}

// fill writes for each pair of places how many items what follows them has in
// common. The shorter side of a table has at most some hundred items, so a cell
// holds any such number.
func (c *comparison) fill(s Stretch, width int) {
	size := (s.AEnd - s.A + 1) * width
	c.steps += size
	c.table = slices.Grow(c.table[:0], size)[:size]
	clear(c.table[size-width:])
	for a := s.AEnd - 1; a >= s.A; a-- {
		row := c.table[(a-s.A)*width:][:width]
		below := c.table[(a-s.A+1)*width:][:width]
		row[width-1] = 0
		for b := width - 2; b >= 0; b-- {
			if c.a[a] == c.b[s.B+b] {
				row[b] = below[b+1] + 1
			} else {
				row[b] = max(below[b], row[b+1])
			}
		}
	}
}
