package diff

import (
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	requirementAdded = change(Kind{
		ID: "requirement-added", Title: "A role requires one more competency", Impact: Major, Or: "minor when optional",
		Consequence: AsksMore, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `A core competency that was not asked for is asked for: major. An optional one is an offer: minor.`,
	})
	requirementRemoved = change(Kind{
		ID: "requirement-removed", Title: "A role requires one competency less", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `Less is asked of people in the role.`,
	})
	requirementRaised = change(Kind{
		ID: "requirement-raised", Title: "A role requires a higher proficiency", Impact: Major,
		Consequence: AsksMore, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The same competency is asked for at a higher proficiency, or at a proficiency where none was stated.`,
	})
	requirementLowered = change(Kind{
		ID: "requirement-lowered", Title: "A role requires a lower proficiency", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The same competency is asked for at a lower proficiency, or at none in particular.`,
	})
	madeCore = change(Kind{
		ID: "made-core", Title: "An optional competency became core", Impact: Major,
		Consequence: AsksMore, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `What was an offer is asked of everybody in the role.`,
	})
	madeOptional = change(Kind{
		ID: "made-optional", Title: "A core competency became optional", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `What was asked of everybody in the role is an offer.`,
	})
)

var _ = field(aRole, "competencies", func(p *pair) {
	p.keyed(keyed{
		field: "competencies", key: by("ref"), names: aCompetency, weight: strictness,
		added: func(path string, n source.Node) {
			if !isOptional(n) {
				p.add(requirementAdded, path, source.Node{}, n, "now requires %s%s", p.required(p.after, n), p.proficiencyOf(p.after, n))
				return
			}
			c := p.add(requirementAdded, path, source.Node{}, n, "may have %s%s, as an option", p.required(p.after, n), p.proficiencyOf(p.after, n))
			c.Impact = p.impact(requirementAdded, Minor)
		},
		removed: func(path string, n source.Node) {
			p.add(requirementRemoved, path, n, source.Node{}, "no longer requires %s", p.required(p.before, n))
		},
		both: p.requirement,
	})
})

// requirement compares what a role asks of one competency.
func (p *pair) requirement(path string, old, new source.Node) {
	name := p.required(p.after, new)
	switch {
	case isOptional(old) && !isOptional(new):
		p.add(madeCore, path+".need", old.Get("need"), new.Get("need"), "%s is required; it was an option", name)
	case !isOptional(old) && isOptional(new):
		p.add(madeOptional, path+".need", old.Get("need"), new.Get("need"), "%s is an option; it was required", name)
	}
	was, stated := old.Get("proficiency").Int()
	is, states := new.Get("proficiency").Int()
	before, after := p.rank(p.before, was, stated), p.rank(p.after, is, states)
	kind := requirementRaised
	switch {
	case stated == states && was == is:
		return
	case !states || stated && is < was:
		kind = requirementLowered
	}
	p.add(kind, path+".proficiency", old.Get("proficiency"), new.Get("proficiency"), "%s: proficiency changed from %s to %s", name, before, after)
}

// strictness is how much a requirement asks: one that is core before any that is an
// option, then the higher proficiency before the lower, and that before none.
func strictness(requirement source.Node) int {
	const core = 1 << 28
	weight := 0
	if rank, stated := requirement.Get("proficiency").Int(); stated {
		weight = core/4 + min(max(rank, -core/8), core/8)
	}
	if !isOptional(requirement) {
		weight += core
	}
	return weight
}

func isOptional(requirement source.Node) bool { return requirement.Get("need").Text() == "optional" }

func (p *pair) required(s *side, requirement source.Node) string {
	return s.title(aCompetency, requirement.Get("ref").Text())
}

func (p *pair) rank(s *side, rank int, stated bool) string {
	if !stated {
		return "none"
	}
	return s.proficiency(rank)
}

// proficiencyOf says at which proficiency a competency is required, if at any.
func (p *pair) proficiencyOf(s *side, requirement source.Node) string {
	if rank, ok := requirement.Get("proficiency").Int(); ok {
		return " at proficiency " + s.proficiency(rank)
	}
	return ""
}
