package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(datesOutOfOrder, finding.Rule{
	ID: "lifecycle/dates-out-of-order", Title: "Nothing is deprecated before it came", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity is deprecated since a version of the framework that came before the one that brought it. One of the two versions is wrong.

Correct it. Versions are compared by their three numbers, so that 1.1.0-dev counts as 1.1.0.`,
})

// datesOutOfOrder compares the two versions of an entity's life. One that has been
// retired is judged too.
func datesOutOfOrder(p *Pass) {
	for e := range p.Entities() {
		came, ok := framework.ParseVersion(e.Since)
		left, ok2 := framework.ParseVersion(e.Deprecation.Since)
		if !ok || !ok2 || e.Status == "" || left.Core().Compare(came.Core()) >= 0 {
			continue
		}
		p.Report(e, e.At("deprecated", "since"), fmt.Sprintf("%s is deprecated since %s, but it came with %s only", name(e), left, came)).
			Related(e.At("since"), "it came with this version").
			Help("correct one of the two versions")
	}
}
