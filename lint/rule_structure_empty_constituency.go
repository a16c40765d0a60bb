package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(emptyConstituency, finding.Rule{
	ID: "structure/empty-constituency", Title: "Every constituency has roles", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A constituency has no role, or drafts and retired roles only. Readers who choose it find nothing.

Add its roles, or make the constituency a draft until they are written. A framework without any role at all is told once, and not for every constituency.`,
})

// emptyConstituency looks for constituencies without a role that readers see.
func emptyConstituency(p *Pass) {
	if len(p.Roles) == 0 {
		return
	}
	for _, c := range p.Constituencies {
		if !c.IsActive() || p.Constituency(c.ID) != c {
			continue
		}
		seen, drafts := 0, 0
		for _, r := range p.RolesIn(c.ID) {
			switch r.Status {
			case framework.Active, framework.Deprecated:
				seen++
			case framework.Draft:
				drafts++
			}
		}
		if seen > 0 {
			continue
		}
		message, help := fmt.Sprintf("no role belongs to the constituency %s", name(&c.Entity)), "add its roles, or give the constituency the status draft until they are written"
		if drafts > 0 {
			message, help = fmt.Sprintf("only drafts belong to the constituency %s", name(&c.Entity)), "complete a draft, or give the constituency the status draft until then"
		}
		p.ReportSpan(&c.Entity, absentAt(c.Node()), message).Help(help)
	}
}
