package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(rankOutOfScale, finding.Rule{
	ID: "level/rank-out-of-scale", Title: "A level's rank is one of its scale", Severity: finding.Error, Since: "0.1.0",
	Doc: `A level has a rank below the lowest or above the highest of its scale. Either the rank is mistyped, or the scale has grown and its bounds were forgotten.

Correct the rank, or widen the scale.`,
})

// rankOutOfScale holds the ranks of levels to the bounds of their scales.
func rankOutOfScale(p *Pass) {
	for _, l := range p.Levels {
		scale := p.Scale(l.Scale)
		if scale == nil || !l.Rank.Stated || scale.Holds(l.Rank.Value) {
			continue
		}
		p.Report(&l.Entity, l.At("rank"), fmt.Sprintf("the rank %s is not on the scale %q, which goes from %d to %d", l.At("rank").Text(), scale.ID, scale.Min.Value, scale.Max.Value)).
			Help("correct the rank, or change the bounds of the scale")
	}
}
