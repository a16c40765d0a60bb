package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(successorRetired, finding.Rule{
	ID: "lifecycle/successor-retired", Title: "A successor is not retired", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity that is deprecated or retired sends its users to one that is retired as well, so that they end at something that is not to be used.

Name what took over from the successor, or remove the entry; the help gives the successor's own successor where there is one.`,
})

// successorRetired reports successors that are retired; loops are told by another
// rule.
func successorRetired(p *Pass) {
	handovers := p.handovers()
	endless := p.endless(handovers)
	for _, r := range handovers {
		to := p.Lookup(r.To)
		if to.Status != framework.Retired || endless[to] {
			continue
		}
		p.Report(r.From, r.Node, fmt.Sprintf("the successor %s is retired", name(to))).
			Params(r.To.ID).
			Related(to.At("status"), "retired here").
			Help(p.instead(to, "name one that is in use, or remove the entry"))
	}
}
