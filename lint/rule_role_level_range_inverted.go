package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(levelRangeInverted, finding.Rule{
	ID: "role/level-range-inverted", Title: "A range of levels rises", Severity: finding.Error, Since: "0.1.0",
	Doc: `The level of a role goes from a higher level to a lower one. Usually the two are exchanged, or one is mistyped.

Write the lower level under ` + "`from`" + ` and the higher under ` + "`to`" + `.`,
})

// levelRangeInverted reports levels whose range falls.
func levelRangeInverted(p *Pass) {
	for _, r := range p.Roles {
		if r.Level.Stated && r.Level.From > r.Level.To {
			p.Report(&r.Entity, r.At("level", "from"), fmt.Sprintf("the level goes from %d down to %d", r.Level.From, r.Level.To)).
				Related(r.At("level", "to"), "the end of the range").
				Help("write the lower level under from and the higher under to")
		}
	}
}
