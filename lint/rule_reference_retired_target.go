package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(retiredTarget, finding.Rule{
	ID: "reference/retired-target", Title: "Nothing in use relies on what is retired", Severity: finding.Error, Since: "0.1.0",
	Doc: `A field names an entity that is retired: it stays in the files because older texts mention it, and is not to be used.

Name its successor instead, or remove the entry; the help gives the successor where there is one. Competencies of roles and successors have rules of their own, lifecycle/retired-still-required and lifecycle/successor-retired.`,
})

// retiredTarget reports references to retired entities from what is in use or
// being written.
func retiredTarget(p *Pass) {
	for r := range p.References() {
		to := p.Lookup(r.To)
		if to == nil || to.Status != framework.Retired || r.Field == replacedBy || isRequirement(r) {
			continue
		}
		p.Report(r.From, r.Node, fmt.Sprintf("the %s %s is retired", r.To.Kind, name(to))).
			Params(r.Field, r.To.ID).
			Related(to.At("status"), "retired here").
			Help(p.instead(to, "name another one, or remove the entry"))
	}
}

// isRequirement reports whether a reference is a role's use of a competency.
func isRequirement(r framework.Reference) bool {
	return r.From.Kind == framework.KindRole && r.Field == "competencies"
}
