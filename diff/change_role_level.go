package diff

import (
	"github.com/cadre-framework/cadre/framework"
)

var (
	raised = change(Kind{
		ID: "raised", Title: "A role stands at a higher level", Impact: Major,
		Consequence: AsksMore, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `The lowest level of the role went up, so that people have to reach more to hold it. The roles that lead to it and follow it are reached: what was a step may be none any more, or too far.`,
	})
	lowered = change(Kind{
		ID: "lowered", Title: "A role stands at a lower level", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `The highest level of the role went down: people who hold it lose what they relied on.`,
	})
	levelRangeChanged = change(Kind{
		ID: "level-range-changed", Title: "A role spans other levels", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `The role spans more levels than before, or its level is stated for the first time or not any more. Nobody has to reach more, and nobody loses a level.`,
	})
	moved = change(Kind{
		ID: "moved", Title: "A role belongs to another constituency", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `People who hold the role find themselves in another professional group.`,
	})
	specialismChanged = change(Kind{
		ID: "specialism-changed", Title: "A role has another specialism", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `The role belongs to another field within its constituency.`,
	})
)

const aRole = framework.KindRole

var (
	_ = field(aRole, "constituency", func(p *pair) { p.reference(moved, "constituency", "constituency", aConstituency) })
	_ = field(aRole, "specialism", func(p *pair) { p.scalar(specialismChanged, "specialism", "the specialism") })
	_ = field(aRole, "level", func(p *pair) {
		old, new := p.at("level")
		was, is := rangeOf(old), rangeOf(new)
		before, after := p.before.levelLabel(was), p.after.levelLabel(is)
		switch {
		case was == is:
		case !was.Stated || !is.Stated:
			p.add(levelRangeChanged, "level", old, new, "level changed from %s to %s", before, after)
		case is.From > was.From:
			p.add(raised, "level", old, new, "level raised from %s to %s", before, after)
		case is.To < was.To:
			p.add(lowered, "level", old, new, "level lowered from %s to %s", before, after)
		default:
			p.add(levelRangeChanged, "level", old, new, "level widened from %s to %s", before, after)
		}
	})
)
