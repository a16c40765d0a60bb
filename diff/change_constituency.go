package diff

import "github.com/cadre-framework/cadre/framework"

var (
	specialismAdded = change(Kind{
		ID: "specialism-added", Title: "A specialism was added", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aConstituency}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `A constituency has one more field that a role may belong to.`,
	})
	specialismRemoved = change(Kind{
		ID: "specialism-removed", Title: "A specialism was taken away", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aConstituency}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `A field within a constituency is gone, and whoever belonged to it belongs nowhere.`,
	})
	specialismRetitled = change(Kind{
		ID: "specialism-retitled", Title: "A specialism has another title", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aConstituency}, AsText: true, name: true, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: textDoc,
	})
	functionAdded = change(Kind{
		ID: "function-added", Title: "A function was added", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aConstituency}, Audience: []string{RoleHolders, Managers}, Since: "0.1.0",
		Doc: `A constituency does one more thing for others.`,
	})
	functionRemoved = change(Kind{
		ID: "function-removed", Title: "A function was taken away", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aConstituency}, Audience: []string{RoleHolders, Managers}, Since: "0.1.0",
		Doc: `A constituency does not do any more what others relied on.`,
	})
	functionRetitled = change(Kind{
		ID: "function-retitled", Title: "A function has another title", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aConstituency}, AsText: true, name: true, Audience: []string{RoleHolders, Managers}, Since: "0.1.0",
		Doc: textDoc,
	})
)

const aConstituency = framework.KindConstituency

var (
	_ = field(aConstituency, "functions", func(p *pair) { p.parts("functions", "the function", functionAdded, functionRemoved, functionRetitled) })
	_ = field(aConstituency, "specialisms", func(p *pair) {
		p.parts("specialisms", "the specialism", specialismAdded, specialismRemoved, specialismRetitled)
	})
)
