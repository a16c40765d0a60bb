package lint

import (
	"fmt"
	"iter"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(suiteUnknown, finding.Rule{
	ID: "identity/suite-unknown", Title: "A suite is one of the framework's", Severity: finding.Error, Since: "0.1.0",
	Doc: `A competency says that its code is from a suite that the framework file does not list. Usually the id of the suite is misspelt.

Correct the id, or add the suite to ` + "`suites`" + ` of the framework file. Suites are not judged while that list is broken.`,
})

// suiteUnknown holds the suites of competencies to the framework's list.
func suiteUnknown(p *Pass) {
	if suitesUnsure(p) {
		return
	}
	var near spelling
	list := near.of("", suites(p))
	for _, c := range p.Competencies {
		if c.Suite == "" || list.holds(c.Suite) {
			continue
		}
		report := p.Report(&c.Entity, c.At("suite"), fmt.Sprintf("unknown suite %q", c.Suite)).Params(c.Suite)
		near.help(report, list, c.Suite, "add the suite to suites in the framework file, or write the id of one that stands there")
	}
}

// suitesUnsure reports whether nobody can say which suites there are: without a
// framework file, or with a broken list.
func suitesUnsure(p *Pass) bool {
	listed := p.Node().Get("suites").Exists()
	return !p.Node().Exists() || p.Broken("suites") || !listed && !p.Whole
}

// suites yields the ids and titles of the framework's suites.
func suites(p *Pass) iter.Seq2[string, string] {
	return func(yield func(id, title string) bool) {
		for _, s := range p.Suites {
			if !yield(s.ID, s.Title) {
				return
			}
		}
	}
}
