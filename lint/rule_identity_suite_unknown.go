package lint

import (
	"fmt"
	"maps"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(suiteUnknown, finding.Rule{
	ID: "identity/suite-unknown", Title: "A suite is one of the framework's", Severity: finding.Error, Since: "0.1.0",
	Doc: `A competency says that its code is from a suite that the framework file does not list. Usually the id of the suite is misspelt.

Correct the id, or add the suite to ` + "`suites`" + ` of the framework file. Suites are not judged while that list is broken.`,
})

// suiteUnknown holds the suites of competencies to the framework's list.
func suiteUnknown(p *Pass) {
	known := suitesByID(p)
	if known == nil {
		return
	}
	var near spelling
	for _, c := range p.Competencies {
		if _, listed := known[c.Suite]; listed || c.Suite == "" {
			continue
		}
		report := p.Report(&c.Entity, c.At("suite"), fmt.Sprintf("unknown suite %q", c.Suite)).Params(c.Suite)
		if id := near.nearest("", maps.Keys(known), c.Suite); id != "" {
			report.Suggest(id).Help(fmt.Sprintf("did you mean %q (%s)?", id, known[id].Title))
			continue
		}
		report.Help("add the suite to suites in the framework file, or write the id of one that stands there")
	}
}
