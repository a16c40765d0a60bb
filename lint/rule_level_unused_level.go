package lint

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(unusedLevel, finding.Rule{
	ID: "level/unused-level", Title: "Every level has roles", Severity: finding.Info, Since: "0.1.0",
	Doc: `No role stands on a level of the framework's scale of levels. Perhaps the level of a role is mistyped, or the roles of this level are still to be written.

Add a role, or leave it: a profession may have no post at the lowest or the highest step. Roles that are drafts count. Nothing is said while no role has a level at all.`,
})

// unusedLevel looks for levels of the framework's scale that no role includes.
func unusedLevel(p *Pass) {
	used := rolesSpan(p, func(r *framework.Role) bool { return r.Status != framework.Retired })
	scale := scaleInOrder(p, p.LevelScale)
	if len(used) == 0 || scale == nil {
		return
	}
	for _, l := range p.LevelsOf(scale.ID) {
		if !l.IsActive() || !scale.Holds(l.Rank.Value) || includes(used, l.Rank.Value) {
			continue
		}
		p.Report(&l.Entity, l.At("rank"), fmt.Sprintf("no role stands on the level %s", name(&l.Entity))).
			Help("add a role at this level, or leave it if the profession has none")
	}
}

// rolesSpan returns the ranks that those roles take which count as ranges in
// order, none of which meets or touches another, so that they can be searched.
func rolesSpan(p *Pass, counts func(*framework.Role) bool) []framework.Range {
	var all []framework.Range
	for _, r := range p.Roles {
		if r.Level.Stated && counts(r) {
			all = append(all, framework.Range{From: min(r.Level.From, r.Level.To), To: max(r.Level.From, r.Level.To)})
		}
	}
	slices.SortFunc(all, func(a, b framework.Range) int { return cmp.Compare(a.From, b.From) })
	var joined []framework.Range
	for _, r := range all {
		if last := len(joined) - 1; last >= 0 && r.From-1 <= joined[last].To {
			joined[last].To = max(joined[last].To, r.To)
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

// includes reports whether a rank lies in one of the ranges.
func includes(ranges []framework.Range, rank int) bool {
	_, found := slices.BinarySearchFunc(ranges, rank, func(r framework.Range, rank int) int {
		switch {
		case r.To < rank:
			return -1
		case r.From > rank:
			return 1
		}
		return 0
	})
	return found
}
