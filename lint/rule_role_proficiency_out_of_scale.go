package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(proficiencyOutOfScale, finding.Rule{
	ID: "role/proficiency-out-of-scale", Title: "A proficiency is one of the framework's", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role requires a competency at a proficiency that the framework's scale of proficiency does not have. Either the number is mistyped, or it is a career level.

Correct the number. How well somebody does one thing is counted on another scale than how demanding the job is.`,
})

// proficiencyOutOfScale holds the proficiencies of requirements to the
// framework's scale of proficiency.
func proficiencyOutOfScale(p *Pass) {
	scale := scaleInOrder(p, p.ProficiencyScale)
	if scale == nil {
		return
	}
	for _, r := range p.Roles {
		for i, c := range r.Competencies {
			if !c.Proficiency.Stated || scale.Holds(c.Proficiency.Value) {
				continue
			}
			at := r.At("competencies", strconv.Itoa(i), "proficiency")
			p.Report(&r.Entity, at, fmt.Sprintf("the proficiency %s is not on the scale %q, which goes from %d to %d", at.Text(), scale.ID, scale.Min.Value, scale.Max.Value)).
				Params(c.Competency).
				Help(fmt.Sprintf("choose a proficiency from %d to %d; a career level is none", scale.Min.Value, scale.Max.Value))
		}
	}
}
