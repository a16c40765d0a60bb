package framework

import (
	"github.com/cadre-framework/cadre/source"
)

// Move is an edge of the progression graph: a possible step of a career.
type Move struct {
	From, To *Role
	Stated   string // upward, lateral or crossover, or "" when the role does not say
	Note     string
	Node     source.Node // the entry of the progression list
}

// The kinds of moves.
const (
	Upward    = "upward"
	Lateral   = "lateral"
	Crossover = "crossover"
)

// Derived returns the kind that follows from the two roles: crossover when the
// constituency differs, else upward when the level rises, else lateral.
func (m Move) Derived() string {
	switch {
	case m.From.Constituency != m.To.Constituency:
		return Crossover
	case m.Rise() > 0:
		return Upward
	}
	return Lateral
}

// Kind returns the stated kind, and the derived one where none is stated.
func (m Move) Kind() string {
	if m.Stated != "" {
		return m.Stated
	}
	return m.Derived()
}

// Rise returns 1 when the level rises, -1 when it falls, else 0.
func (m Move) Rise() int { return m.From.Level.Compare(m.To.Level) }

// connect makes the progression graph. Edges to roles that do not exist and
// from a role to itself are no moves.
func (x *index) connect(roles []*Role) {
	for _, r := range roles {
		i := 0
		for p := range (value{r.node, r.broken}).get("progression").items() {
			stated := r.Progression[i]
			i++
			to := x.roles[stated.To]
			if to == nil || to == r {
				continue
			}
			m := Move{r, to, stated.Kind, stated.Note, p.Node}
			x.moves = append(x.moves, m)
			x.out[r] = append(x.out[r], m)
			x.in[to] = append(x.in[to], m)
		}
	}
}

// Moves returns all moves, in the order of the roles that state them.
func (f *Framework) Moves() []Move { return f.index.moves }

// MovesFrom returns the moves that a role states.
func (f *Framework) MovesFrom(r *Role) []Move { return f.index.out[r] }

// MovesTo returns the moves that lead to a role.
func (f *Framework) MovesTo(r *Role) []Move { return f.index.in[r] }
