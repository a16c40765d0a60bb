package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelOutOfScale, finding.Rule{
	ID: "role/level-out-of-scale", Title: "A role's level is one of the framework's", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role stands on a level that the framework's scale of levels does not have. Either the level is mistyped, or it comes from another scale, such as a pay band.

Correct the level. A level number means nothing without its scale: if the number is that of a pay band, find the matching level first.`,
})

// levelOutOfScale holds the levels of roles to the framework's scale of levels.
func levelOutOfScale(p *Pass) {
	scale := p.Scale(p.LevelScale)
	if scale == nil {
		return
	}
	for _, r := range p.Roles {
		if !r.Level.Stated {
			continue
		}
		reportRank(p, r, scale, r.Level.From, "from")
		if r.Level.To != r.Level.From {
			reportRank(p, r, scale, r.Level.To, "to")
		}
	}
}

// reportRank judges one end of a role's level. Where the level is one number,
// At finds it as the nearest holder of the end.
func reportRank(p *Pass, r *framework.Role, scale *framework.Scale, rank int, end string) {
	if scale.Holds(rank) {
		return
	}
	at := r.At("level", end)
	p.Report(&r.Entity, at, fmt.Sprintf("the level %s is not on the scale %q, which goes from %d to %d", at.Text(), scale.ID, scale.Min.Value, scale.Max.Value)).
		Params(strconv.Itoa(rank)).
		Help(fmt.Sprintf("choose a level from %d to %d; a pay band is no level", scale.Min.Value, scale.Max.Value))
}
