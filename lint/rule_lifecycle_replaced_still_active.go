package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(replacedStillActive, finding.Rule{
	ID: "lifecycle/replaced-still-active", Title: "What was replaced is no longer active", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity says that it replaces another, and that other one is still active here, so that both claim the same place.

Set the status of the replaced entity to deprecated or retired and name the successor there, or remove it from replaces.`,
})

// replacedStillActive looks up what entities in use replace. The framework file
// speaks of earlier frameworks, which are no entities of this one.
func replacedStillActive(p *Pass) {
	for e := range p.Entities() {
		list := e.Node().Get("replaces")
		if e.Kind == framework.KindFramework || e.Status != framework.Active && e.Status != framework.Deprecated || list.Kind() != source.Array {
			continue
		}
		for at := range list.Children() {
			old := p.Lookup(framework.Ref{Kind: e.Kind, ID: at.Str()})
			switch {
			case old == nil || !old.IsActive():
			case old == e:
				p.Report(e, at, name(e)+" says that it replaces itself").Params(at.Str()).
					Help("write the id that it had before, or remove the entry")
			default:
				p.Report(e, at, fmt.Sprintf("this replaces the %s %s, which is still active", e.Kind, name(old))).Params(at.Str()).
					Related(old.At("id"), "still active").
					Help("set its status to retired or deprecated and name this one as its successor, or remove it here")
			}
		}
	}
}
