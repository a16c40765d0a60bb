package explore

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Routes are the ways from one role to another.
type Routes struct {
	Routes    [][]Step // shortest first
	More      bool     // whether there are, or may be, more than these
	Reachable bool     // whether any way leads there, of whatever length
}

// mostRoutes bounds how many routes are returned; more than that helps nobody.
const mostRoutes = 20

// Between returns the ways from one role to another that pass no role twice and
// take at most a number of steps: at most twenty, the shortest.
func Between(f *framework.Framework, from, to *framework.Role, steps int) Routes {
	w := &search{graph: graph{f, map[*framework.Role][]framework.Move{}}, from: from, to: to, left: distances(f, from, to)}
	_, reachable := w.left[from]
	routes := Routes{Reachable: reachable && to.IsActive()}
	if from == to || !routes.Reachable {
		return routes
	}
	for path := range slices.Values(w.paths(steps)) {
		var route []Step
		had := requirements(from)
		for _, m := range path {
			route = append(route, step(m, had))
			had = had.and(m.To)
		}
		routes.Routes = append(routes.Routes, route)
	}
	routes.More = w.more
	return routes
}

// search follows all ways at a time, step by step.
type search struct {
	graph
	from, to *framework.Role
	left     map[*framework.Role]int // steps to the end
	more     bool
}

type path []framework.Move

func (p path) end() *framework.Role { return p[len(p)-1].To }

// paths returns the ways in the order of their lengths.
func (w *search) paths(steps int) []path {
	var found []path
	open := []path{nil}
	for length := 1; length <= steps && len(open) > 0; length++ {
		var going []path
		for _, p := range w.extend(open, steps-length) {
			if p.end() == w.to {
				found = append(found, p)
			} else {
				going = append(going, p)
			}
		}
		if len(found) > mostRoutes {
			w.more = true
			return found[:mostRoutes]
		}
		open = going
	}
	return found
}

// mostPaths bounds the ways that are followed at a time in a dense framework;
// the first by level and title are kept.
const mostPaths = 10_000

// extend returns the ways with every further step from which the end can still
// be reached.
func (w *search) extend(open []path, steps int) []path {
	var longer []path
	for _, p := range open {
		at := w.from
		if len(p) > 0 {
			at = p.end()
		}
		for _, m := range w.graph.from(at) {
			if left, leads := w.left[m.To]; !leads || left > steps || w.visits(p, m.To) {
				continue
			}
			if len(longer) == mostPaths {
				w.more = true
				return longer
			}
			longer = append(longer, append(slices.Clone(p), m))
		}
	}
	return longer
}

func (w *search) visits(p path, role *framework.Role) bool {
	return role == w.from || slices.ContainsFunc(p, func(m framework.Move) bool { return m.To == role })
}

// distances returns how many steps lead to a role from every role that leads
// there. Ways through the start are no ways: they pass it twice.
func distances(f *framework.Framework, from, to *framework.Role) map[*framework.Role]int {
	left := map[*framework.Role]int{to: 0}
	for queue := []*framework.Role{to}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == from {
			continue
		}
		for _, m := range f.MovesTo(queue[0]) {
			if _, seen := left[m.From]; !seen && (m.From.IsActive() || m.From == from) {
				left[m.From] = left[queue[0]] + 1
				queue = append(queue, m.From)
			}
		}
	}
	return left
}
