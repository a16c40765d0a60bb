package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(previousCodeInUse, finding.Rule{
	ID: "identity/previous-code-in-use", Title: "An earlier code is not used again", Severity: finding.Error, Since: "0.1.0",
	Doc: `A code that a competency had earlier is now the code of another competency of the same suite. Whoever meets it in an older document cannot tell which of the two is meant.

Look the code up at its publisher: one of the two is usually mistyped, or stands at the wrong competency. Competencies of which one is stated to replace the other may share it.`,
})

// previousCodeInUse looks for earlier codes among the current ones. A competency
// may list its own.
func previousCodeInUse(p *Pass) {
	current := map[suiteCode]*framework.Competency{}
	for _, c := range p.Competencies {
		if code := inSuite(c.Suite, c.Code); c.Suite != "" && c.Code != "" && current[code] == nil {
			current[code] = c
		}
	}
	succession := codeHandovers(p)
	for _, c := range p.Competencies {
		for item := range entries(&c.Entity, "previousCodes") {
			code := inSuite(c.Suite, item.Str())
			other := current[code]
			if other == nil || other == c || takesOver(succession, c, other) {
				continue
			}
			p.Report(&c.Entity, item, fmt.Sprintf("the earlier code %q is now the code of %s", item.Str(), name(&other.Entity))).
				Params(c.Suite, code.code).
				Related(other.At("code"), "used here").
				Help("look the code up at its publisher and correct the wrong one; if one competency replaces the other, say so in replaces")
		}
	}
}
