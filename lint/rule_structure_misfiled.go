package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(misfiled, finding.Rule{
	ID: "structure/misfiled", Title: "A role lies in the folder of its constituency", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role lies in the folder of one constituency and says that it belongs to another. One of the two is wrong, and people who browse the folders are misled.

Move the file, or correct the constituency. Roles directly under the folder of roles, and drafts, may lie where they are.`,
})

// drafts is the folder of drafts without a constituency.
const drafts = "_draft"

// misfiled compares the folder of a role with its constituency. A constituency
// that does not exist is an unknown reference and not judged again; a folder that
// bears the name of none is told once.
func misfiled(p *Pass) {
	unnamed := map[string]bool{}
	for _, r := range p.Roles {
		if r.Group() == "" || r.Constituency == "" || r.Group() == r.Constituency || p.Constituency(r.Constituency) == nil {
			continue
		}
		if p.Constituency(r.Group()) == nil && p.Judged(&r.Entity) && r.Group() != drafts {
			if !unnamed[r.Group()] {
				unnamed[r.Group()] = true
				p.Report(&r.Entity, r.At("constituency"), fmt.Sprintf("no constituency has the id %q of the folder", r.Group())).
					Params(r.Group()).Help(fmt.Sprintf("rename the folder to %q if all roles in it belong there, or move the file", r.Constituency))
			}
			continue
		}
		p.Report(&r.Entity, r.At("constituency"), fmt.Sprintf("the role belongs to %q, but its file lies in the folder %q", r.Constituency, r.Group())).
			Help(fmt.Sprintf("move the file to the folder %q, or correct the constituency", r.Constituency))
	}
}
