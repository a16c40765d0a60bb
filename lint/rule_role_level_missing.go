package lint

import (
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelMissing, finding.Rule{
	ID: "role/level-missing", Title: "A role has a level", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A role says not on which level it stands. It is left out of every list by level, and nobody can tell whether a move to it or from it rises.

Add ` + "`level`" + `: one rank of the framework's scale of levels, or ` + "`from`" + ` and ` + "`to`" + ` where posts differ. A role that is not placed yet may be a draft. Nothing is said in a framework that has no scale of levels and no role with a level.`,
})

// levelMissing reports roles without a level, where levels are in use.
func levelMissing(p *Pass) {
	levelled := func(r *framework.Role) bool { return r.Level.Stated }
	if p.LevelScale == "" && !slices.ContainsFunc(p.Roles, levelled) {
		return
	}
	for _, r := range p.Roles {
		if lacks(&r.Entity, "level") {
			p.ReportSpan(&r.Entity, absentAt(r.Node()), "the role has no level").
				Help("add level, with a rank of the framework's scale of levels, or with from and to")
		}
	}
}
