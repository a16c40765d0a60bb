package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelDrop, finding.Rule{
	ID: "pathway/level-drop", Title: "An upward move does not lower the level", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role states an upward move to a role on a lower level. Either one of the two levels is wrong, or the arrow points the wrong way.

Correct the level, or move the entry to the other role. A move between roles on the same level is lateral.`,
})

// levelDrop reports moves that are stated as upward and fall.
func levelDrop(p *Pass) {
	for _, m := range p.Moves() {
		if m.Stated != framework.Upward || m.Rise() >= 0 {
			continue
		}
		p.Report(&m.From.Entity, m.Node.Get("to"), fmt.Sprintf("the upward move from level %s to %s falls to level %s", levels(m.From.Level), name(&m.To.Entity), levels(m.To.Level))).
			Params(m.To.ID).
			Related(m.To.At("level"), "the level of "+name(&m.To.Entity)).
			Help("correct one of the two levels, or remove the move")
	}
}

// levels writes a range of ranks as people do: 5, or 5 to 6.
func levels(r framework.Range) string {
	if r.From == r.To {
		return fmt.Sprint(r.From)
	}
	return fmt.Sprintf("%d to %d", r.From, r.To)
}
