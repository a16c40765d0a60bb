package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(successorOnActive, finding.Rule{
	ID: "lifecycle/successor-on-active", Title: "Only what is on its way out has a successor", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity says since when it is deprecated or what replaces it, and its status says that it is active. Readers cannot tell whether to use it.

Set the status to deprecated or retired, or remove the field deprecated. An entity that states no status is active.`,
})

// successorOnActive reports the field deprecated on entities that are active.
func successorOnActive(p *Pass) {
	for e := range p.Entities() {
		at := e.Node().Get("deprecated")
		if e.Status != framework.Active || !at.Exists() || e.Broken("deprecated") {
			continue
		}
		p.ReportSpan(e, at.KeySpan(), name(e)+" has a deprecation, but its status is active").
			Help("write status: deprecated, or remove the field deprecated")
	}
}
