package lint

import "slices"

// groups returns the sets of nodes that reach each other over edges, those of one
// node left out, by Tarjan's algorithm ("Depth-first search and linear graph
// algorithms", 1972), without recursion because a chain may be as long as the
// framework. Groups and their members are in the order of nodes.
func groups[N comparable](nodes []N, edges map[N][]N) [][]N {
	g := &grouping[N]{edges: edges, order: map[N]int{}, low: map[N]int{}, open: map[N]bool{}}
	position := map[N]int{}
	for i, n := range nodes {
		position[n] = i
		if _, seen := g.order[n]; !seen {
			g.walk(n)
		}
	}
	byPosition := func(a, b N) int { return position[a] - position[b] }
	for _, group := range g.found {
		slices.SortFunc(group, byPosition)
	}
	slices.SortFunc(g.found, func(a, b []N) int { return byPosition(a[0], b[0]) })
	return g.found
}

type grouping[N comparable] struct {
	edges      map[N][]N
	order, low map[N]int // when a node was met, and the earliest that it leads back to
	open       map[N]bool
	stack      []N
	found      [][]N
}

// step is a node whose edges are being followed, and how many of them were.
type step[N comparable] struct {
	node N
	next int
}

func (g *grouping[N]) walk(start N) {
	path := []step[N]{g.enter(start)}
	for len(path) > 0 {
		at := &path[len(path)-1]
		if at.next < len(g.edges[at.node]) {
			to := g.edges[at.node][at.next]
			at.next++
			if _, seen := g.order[to]; !seen {
				path = append(path, g.enter(to))
			} else if g.open[to] {
				g.low[at.node] = min(g.low[at.node], g.order[to])
			}
			continue
		}
		g.leave(at.node)
		path = path[:len(path)-1]
		if len(path) > 0 {
			parent := path[len(path)-1].node
			g.low[parent] = min(g.low[parent], g.low[at.node])
		}
	}
}

func (g *grouping[N]) enter(n N) step[N] {
	g.order[n] = len(g.order)
	g.low[n] = g.order[n]
	g.open[n] = true
	g.stack = append(g.stack, n)
	return step[N]{node: n}
}

// leave closes a node; one that leads back to nothing earlier completes a group.
func (g *grouping[N]) leave(n N) {
	if g.low[n] != g.order[n] {
		return
	}
	first := len(g.stack) - 1
	for g.stack[first] != n {
		first--
	}
	group := slices.Clone(g.stack[first:])
	g.stack = g.stack[:first]
	for _, member := range group {
		g.open[member] = false
	}
	if len(group) > 1 {
		g.found = append(g.found, group)
	}
}

// circle returns a shortest way from the first node of a group back to it, found
// breadth first; the way begins with that node and does not repeat it. There is
// one, because all nodes of a group reach each other.
func circle[N comparable](group []N, edges map[N][]N) []N {
	start := group[0]
	member := map[N]bool{}
	for _, n := range group {
		member[n] = true
	}
	came := map[N]N{}
	for queue := []N{start}; len(queue) > 0; queue = queue[1:] {
		for _, to := range edges[queue[0]] {
			if _, seen := came[to]; !seen && member[to] {
				came[to] = queue[0]
				queue = append(queue, to)
			}
		}
	}
	way := []N{start}
	for n := came[start]; n != start; n = came[n] {
		way = append(way, n)
	}
	slices.Reverse(way[1:])
	return way
}
