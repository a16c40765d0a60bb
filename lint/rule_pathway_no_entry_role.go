package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(noEntryRole, finding.Rule{
	ID: "pathway/no-entry-role", Title: "A constituency has a way in", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A constituency has roles, but none at the levels at which people enter, so that nobody can begin a career in it.

Add a role at an entry level, or correct the levels of the roles that are there. The framework file says which levels these are, under entryRanks. Ignore it for a constituency that people come to from others only.`,
})

// noEntryRole reports constituencies whose lowest role stands above the entry
// levels; where a role covers several levels, its lowest counts. A constituency
// without roles, and a role without a level, are told by other rules.
func noEntryRole(p *Pass) {
	if !p.EntryRanks.Stated {
		return
	}
	for _, c := range p.Constituencies {
		if c.ID == "" || p.Constituency(c.ID) != c {
			continue
		}
		lowest, known := p.lowestLevel(p.RolesIn(c.ID))
		if !known || lowest <= p.EntryRanks.To {
			continue
		}
		p.Report(&c.Entity, c.At("id"), fmt.Sprintf("%s has no role at the entry levels %s: its lowest is at level %d", name(&c.Entity), levels(p.EntryRanks), lowest)).
			Help("add a role at an entry level, or correct the level of one that is there")
	}
}

// lowestLevel returns the lowest level of the roles in use, and whether all of
// them have one.
func (p *Pass) lowestLevel(roles []*framework.Role) (lowest int, known bool) {
	for _, r := range roles {
		if !p.Judged(&r.Entity) {
			continue
		}
		if !p.levelled(r) {
			return 0, false
		}
		if !known || r.Level.From < lowest {
			lowest, known = r.Level.From, true
		}
	}
	return lowest, known
}
