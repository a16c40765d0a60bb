package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(deprecatedWithoutSuccessor, finding.Rule{
	ID: "lifecycle/deprecated-without-successor", Title: "What is deprecated names what to use instead", Severity: finding.Warning, Since: "0.1.0",
	Doc: `An entity is deprecated and does not say what takes its place. Whoever uses it learns that it goes, and not where to turn.

Name the successor, or several, under deprecated.replacedBy. Ignore it where nothing takes its place, and say so as the reason.`,
})

// deprecatedWithoutSuccessor reports deprecated entities without replacedBy, at
// the field that lacks it. A framework that goes names no entity of its own.
func deprecatedWithoutSuccessor(p *Pass) {
	for e := range p.Entities() {
		if e.Status != framework.Deprecated || e.Kind == framework.KindFramework || len(e.Deprecation.ReplacedBy) > 0 || e.Broken("deprecated") {
			continue
		}
		at := lackingAt(e, "deprecated")
		if empty := e.At("deprecated", "replacedBy"); empty.Key() == "replacedBy" {
			at = empty.KeySpan()
		}
		p.ReportSpan(e, at, name(e)+" is deprecated, and nothing says what to use instead").
			Help("name the id of its successor under deprecated, as replacedBy")
	}
}
