package lint

import "github.com/cadre-framework/cadre/framework"

// levelled reports whether a role has a level that means something: from is not
// above to, and both lie on the framework's scale. What does not is told by rules
// of its own, and judged no further.
func (p *Pass) levelled(r *framework.Role) bool {
	if !r.Level.Stated || r.Level.From > r.Level.To {
		return false
	}
	scale := p.Scale(p.LevelScale)
	return scale == nil || scale.Holds(r.Level.From) && scale.Holds(r.Level.To)
}

// rises reports whether a move between roles that can be judged leads to a higher
// level.
func (p *Pass) rises(m framework.Move) bool {
	return p.joins(m) && p.levelled(m.From) && p.levelled(m.To) && m.Rise() > 0
}

// joins reports whether both ends of a move are judged: a draft is unfinished, and
// nobody moves to or from a role that is retired.
func (p *Pass) joins(m framework.Move) bool {
	return p.Judged(&m.From.Entity) && p.Judged(&m.To.Entity)
}
