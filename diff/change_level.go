package diff

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

var (
	rankChanged = change(Kind{
		ID: "rank-changed", Title: "A level stands at another rank", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aLevel}, Audience: Audiences(), Since: "0.1.0",
		Doc: `A level has another rank, or is a rank of another scale. Roles name levels by rank, so they lead to another description now.`,
	})
	qualificationAdded = change(Kind{
		ID: "qualification-added", Title: "A qualification is asked for in addition", Impact: Major,
		Consequence: AsksMore, Subjects: []framework.Kind{aLevel, aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `A level or a role asks for a qualification that it did not ask for.`,
	})
	qualificationRemoved = change(Kind{
		ID: "qualification-removed", Title: "A qualification is not asked for any more", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aLevel, aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `A level or a role asks for one qualification less.`,
	})
	mappingChanged = change(Kind{
		ID: "mapping-changed", Title: "A mapping to another scale changed", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aLevel, aCompetency}, Audience: []string{Managers, Integrators}, Since: "0.1.0",
		Doc: `How a level or a competency relates to another scale was added, taken away or stated in another way: pay bands, qualification levels, the dimensions of another framework.`,
	})
)

const aLevel = framework.KindLevel

var (
	_ = field(aLevel, "scale", func(p *pair) { p.reference(rankChanged, "scale", "the scale", aScale) })
	_ = field(aLevel, "rank", func(p *pair) { p.scalar(rankChanged, "rank", "the rank") })
	_ = field(aLevel, "descriptors", func(p *pair) {
		p.described(func(facet string) string { return p.facetTitle(facet) })
	})
	_ = field(aLevel, "qualifications", func(p *pair) { p.qualifications() })
	_ = field(aLevel, "mappings", func(p *pair) {
		p.groups(grouped{keyed: keyed{field: "mappings", key: by("scale"), names: aScale}, kind: mappingChanged, one: "the mapping to", reference: "scale", to: aScale})
	})
)

// facetTitle returns what people call a facet of the level's scale.
func (p *pair) facetTitle(id string) string {
	if scale := p.after.Scale(p.new.Node().Get("scale").Text()); scale != nil {
		for _, facet := range scale.Facets {
			if facet.ID == id && facet.Title != "" {
				return facet.Title
			}
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}

func (p *pair) qualifications() {
	p.statements(statements{"qualifications", "qualification", qualificationAdded, qualificationRemoved, reworded})
}
