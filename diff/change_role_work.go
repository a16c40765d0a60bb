package diff

import (
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	responsibilityAdded = change(Kind{
		ID: "responsibility-added", Title: "A role has one more responsibility", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The role does one more thing. What people must know for it is said by the competencies, so it is minor.`,
	})
	responsibilityRemoved = change(Kind{
		ID: "responsibility-removed", Title: "A role has one responsibility less", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The role does one thing less.`,
	})
	responsibilityReworded = change(Kind{
		ID: "responsibility-reworded", Title: "A responsibility was reworded", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, AsText: true, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: textDoc,
	})
	settingsChanged = change(Kind{
		ID: "settings-changed", Title: "A role is found in other settings", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aRole}, Audience: []string{Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `Where people in the role work changed.`,
	})
	nationsNarrowed = change(Kind{
		ID: "nations-narrowed", Title: "A role holds in fewer nations", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `People in a nation where the role held have it no more. A role without nations holds everywhere.`,
	})
	nationsWidened = change(Kind{
		ID: "nations-widened", Title: "A role holds in more nations", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The role holds in nations where it did not. A role without nations holds everywhere.`,
	})
	resourceAdded = change(Kind{
		ID: "resource-added", Title: "A role names one more resource", Impact: Patch,
		Consequence: Detail, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants}, local: true, Since: "0.1.0",
		Doc: `One more thing that may help people in the role.`,
	})
	resourceRemoved = change(Kind{
		ID: "resource-removed", Title: "A role names one resource less", Impact: Patch,
		Consequence: Detail, Subjects: []framework.Kind{aRole}, Audience: []string{RoleHolders, Applicants}, local: true, Since: "0.1.0",
		Doc: `A resource that was an offer is not named any more.`,
	})
)

var (
	_ = field(aRole, "responsibilities", func(p *pair) {
		p.statements(statements{"responsibilities", "responsibility", responsibilityAdded, responsibilityRemoved, responsibilityReworded})
	})
	_ = field(aRole, "qualifications", func(p *pair) { p.qualifications() })
	_ = field(aRole, "settings", func(p *pair) {
		old, new := p.at("settings")
		p.whole(settingsChanged, "settings", "the settings", "", old, new)
	})
	_ = field(aRole, "nations", func(p *pair) { p.nations() })
	_ = field(aRole, "resources", func(p *pair) {
		p.each("resources", framework.KindResource, resourceAdded, resourceRemoved, "now names %s", "no longer names %s")
	})
)

// nations compares where a role holds. No nation stands for all of them.
func (p *pair) nations() {
	old, new := p.at("nations")
	d := p.set("", old, new)
	everywhere := func(n source.Node) bool { return n.Len() == 0 }
	switch {
	case d.isEmpty():
	case everywhere(new):
		p.add(nationsWidened, "nations", old, new, "holds everywhere, formerly in %s alone", joined(texts(d.lost)))
	case everywhere(old):
		p.add(nationsNarrowed, "nations", old, new, "holds in %s alone, formerly everywhere", joined(texts(d.gained)))
	default:
		if len(d.lost) > 0 {
			p.add(nationsNarrowed, "nations", old, new, "holds no longer in %s", joined(texts(d.lost)))
		}
		if len(d.gained) > 0 {
			p.add(nationsWidened, "nations", old, new, "holds in %s, too", joined(texts(d.gained)))
		}
	}
}
