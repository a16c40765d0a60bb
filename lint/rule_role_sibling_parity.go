package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(siblingParity, finding.Rule{
	ID: "role/sibling-parity", Title: "Roles side by side say the same sort of things", Severity: finding.Info, Since: "0.1.0",
	Doc: `A role leaves out what at least four in five of the other roles of its constituency say. Readers who compare them find a hole and cannot tell whether it means something.

Add what is missing. An empty list says that there is nothing to say, and is not judged.

Compared are the summary, responsibilities, qualifications, settings and resources, in constituencies where a role has at least five siblings. Drafts and retired roles do not count. What is missing for a reason has no part in this: specialism and nations; what has a rule of its own neither: level, competencies and progression.`,
})

// parityFields are the fields that say something about every role. Where others
// are absent, that means something, or is told by another rule.
var parityFields = []string{"summary", "responsibilities", "qualifications", "settings", "resources"}

// siblingParity compares every role with the others of its constituency.
func siblingParity(p *Pass) {
	for _, c := range p.Constituencies {
		if p.Constituency(c.ID) != c {
			continue
		}
		var roles []*framework.Role
		for _, r := range p.RolesIn(c.ID) {
			if p.Judged(&r.Entity) {
				roles = append(roles, r)
			}
		}
		for _, field := range parityFields {
			reportUnlike(p, roles, field)
		}
	}
}

// reportUnlike reports the roles that lack a field most of the others fill.
func reportUnlike(p *Pass, roles []*framework.Role, field string) {
	filled, known := 0, 0
	for _, r := range roles {
		if !r.Broken(field) {
			known++
			filled += present(r, field)
		}
	}
	siblings := known - 1 // of a role that lacks the field
	if siblings < leastSiblings || filled*5 < siblings*4 {
		return
	}
	for _, r := range roles {
		if lacks(&r.Entity, field) {
			p.ReportSpan(&r.Entity, absentAt(r.Node()), fmt.Sprintf("the role leaves out %s, which %d of its %d siblings fill", field, filled, siblings)).
				Params(field).
				Help(fmt.Sprintf("add %s as the other roles of the constituency do%s", field, orEmpty(field)))
		}
	}
}

// orEmpty says how to state that there is nothing to say, for a list.
func orEmpty(field string) string {
	if field == "summary" {
		return ""
	}
	return ", or an empty list, [], where there is nothing to say"
}

// present returns 1 when a role says something in a field.
func present(r *framework.Role, field string) int {
	if n := r.Node().Get(field); n.Text() != "" || n.Len() > 0 {
		return 1
	}
	return 0
}
