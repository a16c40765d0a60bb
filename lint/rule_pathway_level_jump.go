package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(levelJump, finding.Rule{
	ID: "pathway/level-jump", Title: "A move rises by two levels at most", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A role leads to one that stands more than two levels higher, and hardly anybody takes such a step at once. Usually one of the two levels is wrong, or the roles between them were left out.

Correct the level, or lead through a role in between. Where a role covers several levels, the lower ends are compared with each other and the upper ends with each other, and only if both rise by more than two is it a jump. Ignore it where people do move like this, after a course of study for instance, and say so in the note of the move.`,
})

// farthestRise is how many ranks a move may rise.
const farthestRise = 2

// levelJump reports moves whose both ends rise too far, however the move is
// called.
func levelJump(p *Pass) {
	for _, m := range p.Moves() {
		from, to := m.From.Level, m.To.Level
		rise := min(to.From-from.From, to.To-from.To)
		if !p.rises(m) || rise <= farthestRise {
			continue
		}
		p.Report(&m.From.Entity, m.Node.Get("to"), fmt.Sprintf("the move from level %s to %s at level %s rises by %d levels at once", levels(from), name(&m.To.Entity), levels(to), rise)).
			Params(m.To.ID).
			Related(m.To.At("level"), "the level of "+name(&m.To.Entity)).
			Help("correct one of the two levels, or lead through a role in between")
	}
}
