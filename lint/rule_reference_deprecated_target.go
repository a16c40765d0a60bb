package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(deprecatedTarget, finding.Rule{
	ID: "reference/deprecated-target", Title: "Nothing in use relies on what is on its way out", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A field names an entity that is deprecated: it still counts, but should not be used any more, and one day it will be gone.

Name its successor instead; the help gives it where there is one. Entities that are deprecated themselves may go on naming others, but not as their successors.`,
})

// deprecatedTarget reports references to deprecated entities. What is itself on
// its way out need not be mended, unless it sends its users there; a loop of
// successors is told by another rule.
func deprecatedTarget(p *Pass) {
	endless := p.endless(p.handovers())
	for r := range p.References() {
		to := p.Lookup(r.To)
		if to == nil || to == r.From || to.Status != framework.Deprecated {
			continue
		}
		leaving := r.From.Status == framework.Deprecated
		if leaving && (r.Field != replacedBy || endless[to]) || !leaving && r.Field == replacedBy {
			continue
		}
		p.Report(r.From, r.Node, fmt.Sprintf("the %s %s is deprecated", r.To.Kind, name(to))).
			Params(r.Field, r.To.ID).
			Related(to.At("status"), "deprecated here").
			Help(p.instead(to, "name another one, or remove the entry"))
	}
}
