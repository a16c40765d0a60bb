package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(retiredStillRequired, finding.Rule{
	ID: "lifecycle/retired-still-required", Title: "No role requires what is retired", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role requires a competency that is retired, so that people would have to show something that is taught and assessed no longer.

Require what replaces it, or drop the requirement; the help gives the successor where there is one.`,
})

// retiredStillRequired reports requirements of roles in use. A retired role asks
// nothing of anybody.
func retiredStillRequired(p *Pass) {
	for r := range p.References() {
		to := p.Lookup(r.To)
		inUse := r.From.Status == framework.Active || r.From.Status == framework.Deprecated
		if to == nil || to.Status != framework.Retired || !isRequirement(r) || !inUse {
			continue
		}
		p.Report(r.From, r.Node, fmt.Sprintf("the required competency %s is retired", name(to))).
			Params(r.To.ID).
			Related(to.At("status"), "retired here").
			Help(p.instead(to, "require another one, or drop the requirement"))
	}
}
