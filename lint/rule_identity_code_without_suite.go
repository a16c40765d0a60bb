package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(codeWithoutSuite, finding.Rule{
	ID: "identity/code-without-suite", Title: "A code says which suite it is from", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A competency has a code and does not say which published suite the code belongs to. A code means nothing without its suite: nobody can look it up, and Cadre cannot tell whether two codes are the same.

Add ` + "`suite`" + ` with the id of one of the framework's suites, or add the suite to the framework file first. If the code is your own, a suite of your own says so.`,
})

// codeWithoutSuite reports codes that nobody can look up.
func codeWithoutSuite(p *Pass) {
	for _, c := range p.Competencies {
		if c.Code == "" || c.Node().Get("suite").Exists() {
			continue
		}
		p.Report(&c.Entity, c.At("code"), fmt.Sprintf("the code %q does not say which suite it is from", c.Code)).
			Help("add suite, with the id of the suite that publishes the code")
	}
}
