package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(selfReference, finding.Rule{
	ID: "reference/self", Title: "Nothing refers to itself", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity names itself: a role that leads to itself, a competency that is broader than itself. It says nothing, and usually another id was meant.

Write the id that was meant, or remove the entry.`,
})

// selfReference reports references from an entity to itself.
func selfReference(p *Pass) {
	for r := range p.References() {
		if r.To == r.From.Ref {
			p.Report(r.From, r.Node, fmt.Sprintf("the %s refers to itself in %s", r.From.Kind, r.Field)).
				Params(r.Field).Help("write the id that was meant, or remove the entry")
		}
	}
}
