package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = release(acceptedExpired, finding.Rule{
	ID: "release/accepted-expired", Title: "Accepted changes end when they said they would", Severity: finding.Error, Since: "0.1.0",
	Doc: `The configuration accepts a change until a version of the framework, and the framework has reached it. The agreement has ended, and the change counts again. Versions count by their cores: 1.3.0-dev has reached 1.3.0. There are no dates, so that the same files always give the same result.

Remove the entry from diff.accepted, or agree on a later version. This rule runs in cadre release check alone.`,
})

// acceptedExpired looks for agreements whose version is reached.
func acceptedExpired(p *releasePass) {
	for _, a := range p.options.Accepted {
		if p.ended(a) {
			p.reportLine(a.At, fmt.Sprintf("the agreement on %q of %q was to last until %s, and the framework is at %s", a.Change, a.Subject, a.Until, p.work.Version),
				"remove the entry, or agree on a later version", a.Change, a.Subject)
		}
	}
}

// ended reports whether the framework has reached the version at which an
// agreement ends.
func (p *releasePass) ended(a Accepted) bool {
	until, ok := framework.ParseVersion(a.Until)
	return ok && versionOf(p.work).Core().Compare(until.Core()) >= 0
}
