package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = release(versionNotBumped, finding.Rule{
	ID: "release/version-not-bumped", Title: "What changes after a release gets another version", Severity: finding.Error, Since: "0.1.0",
	Doc: `The framework has the version of a release, and says something else. Two texts with one version cannot be told apart: who planned by the release does not learn that anything changed.

Set the version that the help names, or one behind it; a pre-release such as 1.1.0-dev marks the work in between. The changes since the release are listed by cadre diff. This rule runs in cadre release check alone.`,
})

// versionNotBumped compares with the release of the framework's own version.
func versionNotBumped(p *releasePass) {
	now := versionOf(p.work)
	for _, r := range p.releases {
		if versionOf(r.Framework).Compare(now) != 0 {
			continue
		}
		result := p.since
		if r.File != p.newest.File {
			result = Compare(r.Framework, p.work, p.options)
		}
		changes := contentOf(result)
		if len(changes) == 0 {
			continue
		}
		came := "1 change came"
		if n := len(changes); n > 1 {
			came = fmt.Sprint(n, " changes came")
		}
		f := p.reportVersion(fmt.Sprintf("version %s is released already, and %s since", p.work.Version, came),
			"set version: "+Next(p.newest.Framework.Version, max(result.Bump.Required, Patch)))
		f.Related = causes(result)
		return
	}
}
