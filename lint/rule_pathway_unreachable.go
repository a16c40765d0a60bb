package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(unreachable, finding.Rule{
	ID: "pathway/unreachable", Title: "A role above the entry levels can be reached", Severity: finding.Info, Since: "0.1.0",
	Doc: `A role stands above the levels at which people enter, and no other role leads to it, so that nobody can see how to get there.

Add it to the progression of the roles that people come from. Ignore it for a role that people enter from outside, such as one that needs another profession first.`,
})

// unreachable reports active roles that no move leads to; those of retired roles
// do not count. Where a role covers several levels, its lowest counts. A misspelt
// id counts as the way that it was meant to be.
func unreachable(p *Pass) {
	if !p.EntryRanks.Stated {
		return
	}
	meant := p.meantRoles()
	for _, r := range p.Roles {
		if !r.IsActive() || !p.levelled(r) || r.Level.From <= p.EntryRanks.To || p.Role(r.ID) != r || meant[r.ID] || reached(p, r) {
			continue
		}
		p.Report(&r.Entity, r.At("id"), fmt.Sprintf("no role leads to %s at level %s, which is above the entry levels", name(&r.Entity), levels(r.Level))).
			Help("add it to the progression of the roles that people come from")
	}
}

func reached(p *Pass, r *framework.Role) bool {
	for _, m := range p.MovesTo(r) {
		if m.From.Status != framework.Retired {
			return true
		}
	}
	return false
}

// meantRoles returns the ids that unknown ids of roles probably stand for.
func (p *Pass) meantRoles() map[string]bool {
	meant := map[string]bool{}
	s := suggester{framework: p.Framework}
	var titles titleIndex
	for _, r := range p.Roles {
		for _, step := range r.Progression {
			to := framework.Ref{Kind: framework.KindRole, ID: step.To}
			if step.To == "" || p.Defines(to) {
				continue
			}
			for _, titled := range titles.named(p.Framework, to) {
				meant[titled.ID] = true
			}
			meant[s.nearest(to)] = true
		}
	}
	return meant
}
