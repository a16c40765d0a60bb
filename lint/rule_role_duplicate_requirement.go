package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(duplicateRequirement, finding.Rule{
	ID: "role/duplicate-requirement", Title: "A role requires a competency once", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role lists the same competency twice, perhaps with different proficiencies, so that nobody can tell what it asks.

Keep one entry. If the role needs the competency at a higher proficiency in some settings, keep the lower one as the requirement and say the rest in its notes.`,
})

// duplicateRequirement reports the second and later entries for a competency.
func duplicateRequirement(p *Pass) {
	for _, r := range p.Roles {
		first := map[string]int{}
		for i, c := range r.Competencies {
			if p.Competency(c.Competency) == nil {
				continue // it is missing or unknown, and that is told
			}
			before, twice := first[c.Competency]
			if !twice {
				first[c.Competency] = i
				continue
			}
			p.Report(&r.Entity, r.At("competencies", strconv.Itoa(i), "ref"), fmt.Sprintf("the competency %q is required twice", c.Competency)).
				Params(c.Competency).
				Related(r.At("competencies", strconv.Itoa(before), "ref"), "first required here").
				Help("keep one entry, with the proficiency that the role needs")
		}
	}
}
