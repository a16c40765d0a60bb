package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = absence(deadEnd, finding.Rule{
	ID: "pathway/dead-end", Title: "A role leads somewhere", Severity: finding.Info, Since: "0.1.0",
	Doc: `A role below the top level states no move to another role, so that people who hold it see no way on.

Add the moves that people make, sideways ones and those to other constituencies included. Ignore it for a role that truly leads nowhere within the framework.`,
})

// deadEnd reports active roles without progression. Where a role covers several
// levels, its highest counts. An entry that leads nowhere is told by other rules.
func deadEnd(p *Pass) {
	scale := p.Scale(p.LevelScale)
	if scale == nil || !scale.Max.Stated {
		return
	}
	for _, r := range p.Roles {
		if !r.IsActive() || !p.levelled(r) || r.Level.To >= scale.Max.Value || len(r.Progression) > 0 {
			continue
		}
		p.ReportSpan(&r.Entity, lackingAt(&r.Entity, "progression"), fmt.Sprintf("nothing says where %s at level %s can lead", name(&r.Entity), levels(r.Level))).
			Help("add a progression with the roles that people move on to")
	}
}
