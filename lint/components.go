package lint

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// components returns the groups of roles that reach each other by moves, by
// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972),
// without recursion because a chain of moves may be as long as the framework.
// Groups and the roles in them are in the order of roles.
func components(roles []*framework.Role, moves map[*framework.Role][]framework.Move) [][]*framework.Role {
	t := &tarjan{moves: moves, order: map[*framework.Role]int{}, low: map[*framework.Role]int{}, open: map[*framework.Role]bool{}}
	position := map[*framework.Role]int{}
	for i, r := range roles {
		position[r] = i
		if _, seen := t.order[r]; !seen {
			t.walk(r)
		}
	}
	byPosition := func(a, b *framework.Role) int { return position[a] - position[b] }
	for _, group := range t.groups {
		slices.SortFunc(group, byPosition)
	}
	slices.SortFunc(t.groups, func(a, b []*framework.Role) int { return byPosition(a[0], b[0]) })
	return t.groups
}

type tarjan struct {
	moves      map[*framework.Role][]framework.Move
	order, low map[*framework.Role]int // when a role was met, and the earliest that it leads back to
	open       map[*framework.Role]bool
	stack      []*framework.Role
	groups     [][]*framework.Role
}

// visit is a role whose moves are being followed, and how many of them were.
type visit struct {
	role *framework.Role
	next int
}

func (t *tarjan) walk(start *framework.Role) {
	path := []visit{t.enter(start)}
	for len(path) > 0 {
		at := &path[len(path)-1]
		if at.next < len(t.moves[at.role]) {
			to := t.moves[at.role][at.next].To
			at.next++
			if _, seen := t.order[to]; !seen {
				path = append(path, t.enter(to))
			} else if t.open[to] {
				t.low[at.role] = min(t.low[at.role], t.order[to])
			}
			continue
		}
		t.leave(at.role)
		path = path[:len(path)-1]
		if len(path) > 0 {
			parent := path[len(path)-1].role
			t.low[parent] = min(t.low[parent], t.low[at.role])
		}
	}
}

func (t *tarjan) enter(r *framework.Role) visit {
	t.order[r] = len(t.order)
	t.low[r] = t.order[r]
	t.open[r] = true
	t.stack = append(t.stack, r)
	return visit{role: r}
}

// leave closes a role; one that leads back to nothing earlier completes a
// group.
func (t *tarjan) leave(r *framework.Role) {
	if t.low[r] != t.order[r] {
		return
	}
	first := len(t.stack) - 1
	for t.stack[first] != r {
		first--
	}
	group := slices.Clone(t.stack[first:])
	t.stack = t.stack[:first]
	for _, member := range group {
		t.open[member] = false
	}
	t.groups = append(t.groups, group)
}
