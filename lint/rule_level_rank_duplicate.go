package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(rankDuplicate, finding.Rule{
	ID: "level/rank-duplicate", Title: "A scale has one level at each rank", Severity: finding.Error, Since: "0.1.0",
	Doc: `Two levels claim the same rank of the same scale, so that nobody can tell which of them a role at this rank stands on.

Correct the rank of one of them, or merge the two.`,
})

// rankDuplicate reports the second and later levels at a rank.
func rankDuplicate(p *Pass) {
	type place struct {
		scale string
		rank  int
	}
	first := map[place]*framework.Level{}
	for _, l := range p.Levels {
		if !l.Rank.Stated || l.Scale == "" || !p.Judged(&l.Entity) {
			continue
		}
		at := place{l.Scale, l.Rank.Value}
		before := first[at]
		if before == nil {
			first[at] = l
			continue
		}
		p.Report(&l.Entity, l.At("rank"), fmt.Sprintf("another level of the scale %q has the rank %d", l.Scale, l.Rank.Value)).
			Related(before.At("rank"), "first used here, by "+name(&before.Entity)).
			Help("correct one of the two ranks, or merge the levels")
	}
}
