package lint

import (
	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(noCompetency, finding.Rule{
	ID: "role/no-competency", Title: "A role requires competencies", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A role requires no competency. Nobody can see what to learn for it, and it is missing from every comparison of roles.

List under ` + "`competencies`" + ` what a person must know or do. A role of which this is not known yet may be a draft.`,
})

// noCompetency reports roles that list no requirement at all.
func noCompetency(p *Pass) {
	for _, r := range p.Roles {
		if len(r.Competencies) == 0 && !r.Broken("competencies") {
			p.ReportSpan(&r.Entity, lackingAt(&r.Entity, "competencies"), "the role requires no competency").
				Help("list under competencies what a person in this role must know or do")
		}
	}
}
