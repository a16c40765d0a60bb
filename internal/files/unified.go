package files

import (
	"fmt"
	"slices"
	"strings"
)

// Unified returns the difference of two texts in the form that patch reads, with
// three lines around each change, or "" when they are equal. It is a patience
// diff: lines that stand once in both texts and in the same order hold the two
// together, which keeps fields whole and takes a time that hardly grows faster
// than the texts.
func Unified(path, old, next string) string {
	if old == next {
		return ""
	}
	d := &differ{a: splitLines(old), b: splitLines(next)}
	d.section(0, len(d.a), 0, len(d.b), 0)
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", path, path)
	for _, hunk := range d.hunks() {
		d.write(&b, hunk)
	}
	return b.String()
}

func splitLines(s string) []string { return slices.Collect(strings.Lines(s)) }

// change replaces lines a to aEnd of the old text by lines b to bEnd of the new.
type change struct{ a, aEnd, b, bEnd int }

type differ struct {
	a, b    []string
	changes []change
}

// deepest bounds the search for lines that stand once; below, a section counts
// as replaced.
const deepest = 16

// section compares two stretches and appends their changes.
func (d *differ) section(a, aEnd, b, bEnd, depth int) {
	for a < aEnd && b < bEnd && d.a[a] == d.b[b] {
		a, b = a+1, b+1
	}
	for a < aEnd && b < bEnd && d.a[aEnd-1] == d.b[bEnd-1] {
		aEnd, bEnd = aEnd-1, bEnd-1
	}
	if a == aEnd && b == bEnd {
		return
	}
	var anchors [][2]int
	if a < aEnd && b < bEnd && depth < deepest {
		anchors = increasing(d.unique(a, aEnd, b, bEnd))
	}
	if len(anchors) == 0 {
		d.changes = append(d.changes, change{a, aEnd, b, bEnd})
		return
	}
	for _, at := range anchors {
		d.section(a, at[0], b, at[1], depth+1)
		a, b = at[0]+1, at[1]+1
	}
	d.section(a, aEnd, b, bEnd, depth+1)
}

// unique returns the places of the lines that stand once in each of two
// stretches, in the order of the first.
func (d *differ) unique(a, aEnd, b, bEnd int) [][2]int {
	type seen struct{ inA, inB, at int }
	lines := map[string]*seen{}
	for _, line := range d.a[a:aEnd] {
		if lines[line] == nil {
			lines[line] = &seen{}
		}
		lines[line].inA++
	}
	for i, line := range d.b[b:bEnd] {
		if s := lines[line]; s != nil {
			s.inB++
			s.at = b + i
		}
	}
	var pairs [][2]int
	for i, line := range d.a[a:aEnd] {
		if s := lines[line]; s.inA == 1 && s.inB == 1 {
			pairs = append(pairs, [2]int{a + i, s.at})
		}
	}
	return pairs
}

// increasing returns a longest run of pairs whose second places rise, by
// patience sorting.
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

// around is how many lines are shown before and behind a change.
const around = 3

// hunks gathers the changes that stand too close to be shown apart.
func (d *differ) hunks() [][]change {
	var hunks [][]change
	for _, c := range d.changes {
		if n := len(hunks); n > 0 && c.a-hunks[n-1][len(hunks[n-1])-1].aEnd <= 2*around {
			hunks[n-1] = append(hunks[n-1], c)
		} else {
			hunks = append(hunks, []change{c})
		}
	}
	return hunks
}

func (d *differ) write(w *strings.Builder, hunk []change) {
	first, last := hunk[0], hunk[len(hunk)-1]
	before := min(around, first.a)
	behind := min(around, len(d.a)-last.aEnd)
	fmt.Fprintf(w, "@@ -%s +%s @@\n", extent(first.a-before, last.aEnd+behind), extent(first.b-before, last.bEnd+behind))
	at := first.a - before
	for _, c := range hunk {
		prefixed(w, " ", d.a[at:c.a])
		prefixed(w, "-", d.a[c.a:c.aEnd])
		prefixed(w, "+", d.b[c.b:c.bEnd])
		at = c.aEnd
	}
	prefixed(w, " ", d.a[at:at+behind])
}

// extent is a stretch of lines as the format counts them: an empty one stands
// behind the line before it.
func extent(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func prefixed(w *strings.Builder, sign string, lines []string) {
	for _, line := range lines {
		w.WriteString(sign + line)
		if !strings.HasSuffix(line, "\n") {
			w.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
