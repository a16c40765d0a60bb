package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(unusedCompetency, finding.Rule{
	ID: "structure/unused-competency", Title: "Every competency is required by some role", Severity: finding.Info, Since: "0.1.0",
	Doc: `No role requires a competency, and it contains no narrower one that stands for it. Perhaps a role forgot it, or it is left over from a role that is gone.

Add it to the roles that need it, or deprecate it. Ignore it while the roles that will need it are still to be written.

Requirements of drafts count. Nothing is said in a framework in which no role requires anything, nor about competencies that are deprecated, retired or drafts.`,
})

// unusedCompetency looks for competencies that neither a role nor a narrower
// competency refers to.
func unusedCompetency(p *Pass) {
	used := map[string]bool{}
	required := false
	for _, r := range p.Roles {
		for _, c := range r.Competencies {
			required = true
			used[c.Competency] = used[c.Competency] || r.Status != framework.Retired
		}
	}
	for _, c := range p.Competencies {
		for _, id := range c.Broader {
			used[id] = used[id] || id != c.ID && c.Status != framework.Retired
		}
	}
	for _, c := range p.Competencies {
		if required && c.IsActive() && !used[c.ID] {
			p.ReportSpan(&c.Entity, absentAt(c.Node()), "no role requires the competency "+name(&c.Entity)).
				Help("add it to the competencies of the roles that need it, or deprecate it")
		}
	}
}
