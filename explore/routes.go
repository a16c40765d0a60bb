package explore

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Step is one move of a route, and what it asks in addition to all that the
// roles before it on the route asked.
type Step struct {
	framework.Move
	Gap Gap
}

// Branch is a step and the steps that may follow it.
type Branch struct {
	Step
	Next []Branch
}

// From returns where a role leads within a number of steps, as a tree. Every
// role stands in it once, behind the fewest steps that lead to it. Only active
// roles are on the way.
func From(f *framework.Framework, role *framework.Role, steps int) []Branch {
	arrival := map[*framework.Role]framework.Move{}
	seen := map[*framework.Role]bool{role: true}
	layer := []*framework.Role{role}
	for range steps {
		var next []*framework.Role
		for _, at := range layer {
			for _, m := range movesFrom(f, at) {
				if !seen[m.To] {
					seen[m.To], arrival[m.To] = true, m
					next = append(next, m.To)
				}
			}
		}
		layer = next
	}
	return branches(f, role, requirements(role), arrival)
}

// branches returns the moves from a role by which the tree arrives elsewhere,
// for a person with some experience.
func branches(f *framework.Framework, role *framework.Role, had experience, arrival map[*framework.Role]framework.Move) []Branch {
	var all []Branch
	for _, m := range movesFrom(f, role) {
		if arrival[m.To] == m {
			all = append(all, Branch{step(m, had), branches(f, m.To, had.and(m.To), arrival)})
		}
	}
	return all
}

func step(m framework.Move, had experience) Step {
	s := Step{m, Gap{From: m.From, To: m.To}}
	s.Gap.compare(had)
	return s
}

// movesFrom returns the moves of a role to active ones, one for each, by level
// and title.
func movesFrom(f *framework.Framework, r *framework.Role) []framework.Move {
	moves := slices.DeleteFunc(slices.Clone(f.MovesFrom(r)), func(m framework.Move) bool { return !m.To.IsActive() })
	slices.SortStableFunc(moves, func(a, b framework.Move) int { return byLevel(a.To, b.To) })
	return slices.CompactFunc(moves, func(a, b framework.Move) bool { return a.To == b.To })
}

// mostRoutes bounds how many routes are returned; more than that helps nobody.
const mostRoutes = 20

// Routes returns the ways from one role to another that pass no role twice and
// take at most a number of steps, shortest first, at most twenty.
func Routes(f *framework.Framework, from, to *framework.Role, steps int) [][]Step {
	left := distances(f, to)
	var found [][]framework.Move
	paths := [][]framework.Move{nil}
	for length := 1; length <= steps && len(found) < mostRoutes && len(paths) > 0; length++ {
		paths = extend(f, paths, from, func(m framework.Move) bool {
			d, reachable := left[m.To]
			return reachable && d <= steps-length
		})
		for _, path := range paths {
			if path[len(path)-1].To == to {
				found = append(found, path)
			}
		}
		paths = slices.DeleteFunc(paths, func(p []framework.Move) bool { return p[len(p)-1].To == to })
	}
	found = found[:min(len(found), mostRoutes)]
	routes := make([][]Step, 0, len(found))
	for _, path := range found {
		var route []Step
		had := requirements(from)
		for _, m := range path {
			route = append(route, step(m, had))
			had = had.and(m.To)
		}
		routes = append(routes, route)
	}
	return routes
}

// mostPaths bounds the ways that are followed at a time in a dense framework;
// the first by level and title are kept.
const mostPaths = 10_000

// extend returns the paths with every further step that is promising.
func extend(f *framework.Framework, paths [][]framework.Move, from *framework.Role, promising func(framework.Move) bool) [][]framework.Move {
	var longer [][]framework.Move
	for _, path := range paths {
		at := from
		if len(path) > 0 {
			at = path[len(path)-1].To
		}
		for _, m := range movesFrom(f, at) {
			if promising(m) && !visits(path, from, m.To) && len(longer) < mostPaths {
				longer = append(longer, append(slices.Clone(path), m))
			}
		}
	}
	return longer
}

func visits(path []framework.Move, from, role *framework.Role) bool {
	return role == from || slices.ContainsFunc(path, func(m framework.Move) bool { return m.To == role })
}

// distances returns how many steps lead to a role from every role that leads
// there.
func distances(f *framework.Framework, to *framework.Role) map[*framework.Role]int {
	left := map[*framework.Role]int{to: 0}
	for queue := []*framework.Role{to}; len(queue) > 0; queue = queue[1:] {
		for _, m := range f.MovesTo(queue[0]) {
			if _, seen := left[m.From]; !seen && m.From.IsActive() {
				left[m.From] = left[queue[0]] + 1
				queue = append(queue, m.From)
			}
		}
	}
	return left
}
