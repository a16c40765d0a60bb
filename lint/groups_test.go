package lint

import (
	"slices"
	"testing"
)

func TestGroups(t *testing.T) {
	edges := map[int][]int{1: {2, 5}, 2: {3}, 3: {1, 3, 4}, 4: {5}, 5: {6, 7}, 6: {5}, 7: {5, 8}, 8: {7}, 9: {9}}
	got := groups([]int{9, 8, 7, 6, 5, 4, 3, 2, 1}, edges)
	if len(got) != 2 || !slices.Equal(got[0], []int{8, 7, 6, 5}) || !slices.Equal(got[1], []int{3, 2, 1}) {
		t.Fatalf("groups = %v", got)
	}
	if way := circle([]int{5, 6, 7, 8}, edges); !slices.Equal(way, []int{5, 6}) {
		t.Errorf("the shortest circle from 5 is %v", way)
	}
	if way := circle([]int{1, 2, 3}, edges); !slices.Equal(way, []int{1, 2, 3}) {
		t.Errorf("the circle from 1 is %v", way)
	}
}

// TestLongGroup would exhaust the stack if the search were recursive in it, and
// the patience if it were quadratic.
func TestLongGroup(t *testing.T) {
	const n = 300_000
	edges, nodes := map[int][]int{}, make([]int, n)
	for i := range n {
		nodes[i], edges[i] = i, []int{(i + 1) % n}
	}
	got := groups(nodes, edges)
	if len(got) != 1 || len(circle(got[0], edges)) != n {
		t.Errorf("%d groups", len(got))
	}
}
