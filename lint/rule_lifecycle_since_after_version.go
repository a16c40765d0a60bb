package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(sinceAfterVersion, finding.Rule{
	ID: "lifecycle/since-after-version", Title: "Nothing comes from a later version", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity says that it came with a version that the framework has not reached. Either that version is mistyped, or the framework's own version was not raised.

Correct the version here, or raise the one in the framework file. Versions are compared by their three numbers, so that 1.1.0-dev counts as 1.1.0. A deprecation may be announced for a later version and is not judged.`,
})

// sinceAfterVersion compares the versions of entities with the framework's.
func sinceAfterVersion(p *Pass) {
	now, ok := framework.ParseVersion(p.Version)
	if !ok {
		return
	}
	for e := range p.Entities() {
		came, ok := framework.ParseVersion(e.Since)
		if !ok || e.Status == "" || came.Core().Compare(now.Core()) <= 0 {
			continue
		}
		p.Report(e, e.At("since"), fmt.Sprintf("%s came with version %s, but the framework is at %s", name(e), came, now)).
			Related(p.At("version"), "the framework's version").
			Help("correct this version, or raise that of the framework")
	}
}
