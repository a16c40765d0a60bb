package text

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct{ a, b, closely, patience string }{
		{"", "", "", ""},
		{"abc", "abc", "", ""},
		{"", "ab", "0-0:0-2", "0-0:0-2"},
		{"ab", "", "0-2:0-0", "0-2:0-0"},
		{"abc", "axc", "1-2:1-2", "1-2:1-2"},
		{"abc", "xyz", "0-3:0-3", "0-3:0-3"},
		{"axbxc", "dxexf", "0-1:0-1 2-3:2-3 4-5:4-5", "0-5:0-5"},
		{"xaaa", "aaax", "0-1:0-0 4-4:3-4", "0-0:0-3 1-4:4-4"},
		{"xpqx", "rxs", "0-3:0-1 4-4:2-3", "0-4:0-3"},
		{"bac", "abc", "0-1:0-0 2-2:1-2", "0-1:0-0 2-2:1-2"},
	} {
		a, b := strings.Split(c.a, ""), strings.Split(c.b, "")
		if got := stretches(Compare(a, b)); got != c.closely {
			t.Errorf("Compare(%q, %q) = %q, want %q", c.a, c.b, got, c.closely)
		}
		if got := stretches(Patience(a, b)); got != c.patience {
			t.Errorf("Patience(%q, %q) = %q, want %q", c.a, c.b, got, c.patience)
		}
	}
}

func stretches(all []Stretch) string {
	var s []string
	for _, d := range all {
		s = append(s, fmt.Sprintf("%d-%d:%d-%d", d.A, d.AEnd, d.B, d.BEnd))
	}
	return strings.Join(s, " ")
}

// checkStretches reports whether what lies between stretches is equal, and returns
// how many items differ.
func checkStretches[T comparable](t *testing.T, a, b []T, all []Stretch) int {
	t.Helper()
	atA, atB, differ := 0, 0, 0
	for i, d := range append(slices.Clone(all), Stretch{len(a), len(a), len(b), len(b)}) {
		if !slices.Equal(a[atA:d.A], b[atB:d.B]) || i > 0 && i < len(all) && atA == d.A {
			t.Fatalf("%v and %v differ in %v, not only there or not apart", a, b, all)
		}
		differ += d.AEnd - d.A + d.BEnd - d.B
		atA, atB = d.AEnd, d.BEnd
	}
	return differ
}

// TestCompareIsMinimal counts what sequences have in common in another way: by
// trying, for each item of the first, where it may stand in the second.
func TestCompareIsMinimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sequence := func() []int {
		items := make([]int, r.IntN(14))
		for i := range items {
			items[i] = r.IntN(5)
		}
		return items
	}
	var most func(a, b []int) int
	most = func(a, b []int) int {
		if len(a) == 0 {
			return 0
		}
		n := most(a[1:], b)
		if at := slices.Index(b, a[0]); at >= 0 {
			n = max(n, 1+most(a[1:], b[at+1:]))
		}
		return n
	}
	for range 2000 {
		a, b := sequence(), sequence()
		if got, want := checkStretches(t, a, b, Compare(a, b)), len(a)+len(b)-2*most(a, b); got != want {
			t.Fatalf("%v and %v: %d items differ, want %d", a, b, got, want)
		}
		checkStretches(t, a, b, Patience(a, b))
		used := newComparison(a, b, mostCells)
		used.table = slices.Repeat([]uint16{9}, 1000)
		if got, want := stretches(used.run()), stretches(Compare(a, b)); got != want {
			t.Fatalf("%v and %v differ in %s after another comparison, in %s without", a, b, got, want)
		}
	}
}

// TestCompareIsBounded counts the steps for long sequences of the worst sorts.
func TestCompareIsBounded(t *testing.T) {
	const n = 30_000
	r := rand.New(rand.NewPCG(3, 4))
	made := func(item func(i int) int) []int {
		items := make([]int, n)
		for i := range items {
			items[i] = item(i)
		}
		return items
	}
	random := func(of int) func(int) int { return func(int) int { return r.IntN(of) } }
	spaced := func(salt int) func(int) int { // anchors as far apart as a table may be wide
		return func(i int) int {
			if i%499 == 0 {
				return -i - 1
			}
			return salt + i%7*2
		}
	}
	bound := n*int(math.Sqrt(mostCells))*2 + deepest*2*n
	most := 0
	for name, pair := range map[string][2][]int{
		"same two items": {made(random(2)), made(random(2))},
		"some items":     {made(random(500)), made(random(500))},
		"many items":     {made(random(n)), made(random(n))},
		"reversed":       {made(func(i int) int { return i }), made(func(i int) int { return n - i })},
		"anchors":        {made(spaced(0)), made(spaced(1))},
		"nothing":        {made(func(i int) int { return i }), made(func(i int) int { return n + i })},
	} {
		c := newComparison(pair[0], pair[1], mostCells)
		checkStretches(t, pair[0], pair[1], c.run())
		if c.steps > bound || cap(c.table) > 2*mostCells {
			t.Errorf("%s: %d steps, more than %d, or a table of %d", name, c.steps, bound, cap(c.table))
		}
		most = max(most, c.steps)
	}
	if most < bound/8 {
		t.Errorf("at most %d steps of %d: the test shows nothing", most, bound)
	}
}
