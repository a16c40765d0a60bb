package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(draftTarget, finding.Rule{
	ID: "reference/draft-target", Title: "Nothing in use relies on a draft", Severity: finding.Warning, Since: "0.1.0",
	Doc: `An entity in use names one that is still a draft. Readers are sent to something that is not finished, is not counted and may never come.

Finish the draft and make it active, or leave the reference out until then. Drafts may name each other.`,
})

// draftTarget reports references from what is in use to drafts.
func draftTarget(p *Pass) {
	for r := range p.References() {
		to := p.Lookup(r.To)
		if to == nil || to.Status != framework.Draft || r.From.Status == framework.Draft {
			continue
		}
		p.Report(r.From, r.Node, fmt.Sprintf("the %s %s is still a draft", r.To.Kind, name(to))).
			Params(r.Field, r.To.ID).
			Related(to.At("status"), "a draft, as this says").
			Help("finish the draft and make it active, or leave this out until then")
	}
}
