package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = release(bumpTooSmall, finding.Rule{
	ID: "release/bump-too-small", Title: "The version says how much is asked of people", Severity: finding.Error, Since: "0.1.0",
	Doc: `The version went up by less than the changes since the newest release require. A major change asks more of people, takes away what they rely on, or breaks an id; a minor one adds something optional, asks less or rewords with another meaning; a patch is wording, metadata or order. Who reads 1.1.0 after 1.0.0 trusts that nothing was taken away. Under 1.0.0 a minor bump is enough for everything. A version below the newest release is told here, too, because programs that look for the newest would never find it.

Set the version that the help names. Where a change is milder than its kind, the configuration can say so for the kind (diff.impact). An accepted change still counts. This rule runs in cadre release check alone.`,
})

// bumpTooSmall holds the version against the newest release. Equal versions are
// the business of another rule.
func bumpTooSmall(p *releasePass) {
	if p.newest == nil || versionOf(p.work).Compare(versionOf(p.newest.Framework)) == 0 {
		return
	}
	was, bump := p.newest.Framework.Version, p.since.Bump
	if bump.OK {
		return
	}
	help := "set version: " + Next(was, bump.Required)
	if bump.Declared == backward {
		if bump.Required == None {
			help = "set version: " + was + ", or a later one"
		}
		p.reportVersion(fmt.Sprintf("version %s comes before the newest release, %s", p.work.Version, was), help)
		return
	}
	message := fmt.Sprintf("version %s is a %s bump from %s, and the changes since then require a %s one", p.work.Version, bump.Declared, was, countedAfter(versionOf(p.newest.Framework), bump.Required))
	p.reportVersion(message, help).Related = causes(p.since)
}
