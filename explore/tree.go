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
	g := graph{f, map[*framework.Role][]framework.Move{}}
	arrival := map[*framework.Role]framework.Move{}
	seen := map[*framework.Role]bool{role: true}
	layer := []*framework.Role{role}
	for range steps {
		var next []*framework.Role
		for _, at := range layer {
			for _, m := range g.from(at) {
				if !seen[m.To] {
					seen[m.To], arrival[m.To] = true, m
					next = append(next, m.To)
				}
			}
		}
		layer = next
	}
	return g.branches(role, requirements(role), arrival)
}

// graph is the progression of a framework as people may follow it.
type graph struct {
	f     *framework.Framework
	moves map[*framework.Role][]framework.Move
}

// from returns the moves of a role to active ones, one for each, by level and
// title.
func (g graph) from(r *framework.Role) []framework.Move {
	moves, known := g.moves[r]
	if !known {
		moves = slices.DeleteFunc(slices.Clone(g.f.MovesFrom(r)), func(m framework.Move) bool { return !m.To.IsActive() })
		slices.SortStableFunc(moves, func(a, b framework.Move) int { return byLevel(a.To, b.To) })
		moves = slices.CompactFunc(moves, func(a, b framework.Move) bool { return a.To == b.To })
		g.moves[r] = moves
	}
	return moves
}

// branches returns the moves from a role by which the tree arrives elsewhere,
// for a person with some experience.
func (g graph) branches(role *framework.Role, had experience, arrival map[*framework.Role]framework.Move) []Branch {
	var all []Branch
	for _, m := range g.from(role) {
		if arrival[m.To] == m {
			all = append(all, Branch{step(m, had), g.branches(m.To, had.and(m.To), arrival)})
		}
	}
	return all
}

func step(m framework.Move, had experience) Step {
	s := Step{m, Gap{From: m.From, To: m.To}}
	s.Gap.compare(had)
	return s
}
