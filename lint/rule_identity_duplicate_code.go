package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(duplicateCode, finding.Rule{
	ID: "identity/duplicate-code", Title: "A code names one competency of its suite", Severity: finding.Error, Since: "0.1.0",
	Doc: `Two competencies carry the same code of the same suite, so that a reader who looks the code up finds two answers. Usually a file was copied, or one standard was written down twice. A space between letters and number does not make another code.

Correct the code of one of them, or merge the two. A competency that replaces a retired one may keep its code: say so in ` + "`replaces`" + ` or ` + "`replacedBy`" + `.`,
})

// duplicateCode reports the second and later uses of a code and points back to
// the first. Without a suite nobody can say whether two codes are the same.
func duplicateCode(p *Pass) {
	succession := codeHandovers(p)
	first := map[suiteCode]*framework.Competency{}
	for _, c := range p.Competencies {
		if c.Suite == "" || c.Code == "" {
			continue
		}
		code := inSuite(c.Suite, c.Code)
		before := first[code]
		if before == nil {
			first[code] = c
			continue
		}
		if takesOver(succession, before, c) {
			continue
		}
		p.Report(&c.Entity, c.At("code"), fmt.Sprintf("the code %q is that of another competency of the suite %q", c.Code, c.Suite)).
			Params(c.Suite, code.code).
			Related(before.At("code"), "first used here, by "+name(&before.Entity)).
			Help("correct one of the two codes, or merge the competencies")
	}
}
