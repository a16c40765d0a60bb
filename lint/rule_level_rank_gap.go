package lint

import (
	"fmt"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(rankGap, finding.Rule{
	ID: "level/rank-gap", Title: "A scale has a level at each rank", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A scale describes some of its ranks by levels, and for others between them there is no level. A role at such a rank stands on a step that nobody described.

Add the missing level, or correct the bounds of the scale. Scales without any level are complete in themselves, and a framework may describe only the middle of a scale: at its ends a rank is missing where an active role stands. A draft of a level fills its rank.`,
})

// rankGap reports each run of ranks without a level, at the scale.
func rankGap(p *Pass) {
	stood := rolesSpan(p, func(r *framework.Role) bool { return r.IsActive() })
	for _, s := range scalesInOrder(p) {
		if len(judgedLevels(p, s.ID)) == 0 {
			continue
		}
		filled := filledRanks(p, s)
		for i := range len(filled) - 1 {
			reportRanks(p, s, filled[i]+1, filled[i+1]-1)
		}
		if s.ID == p.LevelScale {
			reportEnds(p, s, filled, stood)
		}
	}
}

// reportEnds reports the ranks of a scale below and above its levels where roles
// stand.
func reportEnds(p *Pass, s *framework.Scale, filled []int, stood []framework.Range) {
	ends := []framework.Range{{From: s.Min.Value, To: s.Max.Value}}
	if len(filled) > 0 {
		ends = []framework.Range{{From: s.Min.Value, To: filled[0] - 1}, {From: filled[len(filled)-1] + 1, To: s.Max.Value}}
	}
	for _, end := range ends {
		for _, r := range stood {
			reportRanks(p, s, max(end.From, r.From), min(end.To, r.To))
		}
	}
}

// filledRanks returns the ranks of a scale that have a level which is not
// retired, in order.
func filledRanks(p *Pass, s *framework.Scale) []int {
	var ranks []int
	for _, l := range p.LevelsOf(s.ID) {
		if s.Holds(l.Rank.Value) && l.Status != framework.Retired {
			ranks = append(ranks, l.Rank.Value)
		}
	}
	slices.Sort(ranks)
	return ranks
}

func reportRanks(p *Pass, s *framework.Scale, from, to int) {
	if from > to {
		return
	}
	missing := fmt.Sprintf("the rank %s has no level", s.Label(from))
	if from < to {
		missing = fmt.Sprintf("the ranks %s to %s have no level", s.Label(from), s.Label(to))
	}
	p.ReportSpan(&s.Entity, absentAt(s.Node()), missing).
		Params(fmt.Sprint(from), fmt.Sprint(to)).
		Help("add what is missing among the levels, or correct min and max of the scale")
}
