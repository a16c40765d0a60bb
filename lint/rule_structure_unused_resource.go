package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(unusedResource, finding.Rule{
	ID: "structure/unused-resource", Title: "Every resource helps somebody", Severity: finding.Info, Since: "0.1.0",
	Doc: `A resource says not whom it is for, and no role names it. Nobody who looks at a role, a level or a competency will find it.

Say under ` + "`for`" + ` whom it helps, or name it among the ` + "`resources`" + ` of the roles that it helps. One of the two is enough. Resources of drafts count; a resource that is deprecated, retired or a draft itself is not judged.`,
})

// unusedResource looks for resources that are on no way to anybody.
func unusedResource(p *Pass) {
	used := map[string]bool{}
	for _, r := range p.Roles {
		for _, id := range r.Resources {
			used[id] = used[id] || r.Status != framework.Retired
		}
	}
	for _, r := range p.Resources {
		audience := len(r.For.Constituencies) + len(r.For.Roles) + len(r.For.Competencies) + len(r.For.Levels)
		if r.IsActive() && !used[r.ID] && audience == 0 {
			p.ReportSpan(&r.Entity, lackingAt(&r.Entity, "for"), "nothing says whom "+name(&r.Entity)+" is for").
				Help("say under for whom it helps, or name it among the resources of a role")
		}
	}
}
