package diff

import "github.com/cadre-framework/cadre/framework"

var (
	urlChanged = change(Kind{
		ID: "url-changed", Title: "A resource lies at another address", Impact: Patch,
		Consequence: Detail, Subjects: []framework.Kind{aResource}, Audience: []string{RoleHolders, Applicants, Integrators}, local: true, Since: "0.1.0",
		Doc: `The resource is the same and is found elsewhere.`,
	})
	audienceChanged = change(Kind{
		ID: "audience-changed", Title: "A resource is for others", Impact: Patch,
		Consequence: Detail, Subjects: []framework.Kind{aResource}, Audience: []string{RoleHolders, Applicants, Managers}, local: true, Since: "0.1.0",
		Doc: `The constituencies, roles, competencies or levels that a resource is meant for changed.`,
	})
)

const aResource = framework.KindResource

var (
	_ = field(aResource, "kind", func(p *pair) { p.plain("kind", "the kind of resource") })
	_ = field(aResource, "url", func(p *pair) { p.scalar(urlChanged, "url", "the address") })
	_ = field(aResource, "for", func(p *pair) {
		old, new := p.at("for")
		for _, to := range []struct {
			key  string
			kind framework.Kind
		}{{"constituencies", aConstituency}, {"roles", aRole}, {"competencies", aCompetency}, {"levels", aLevel}} {
			p.whole(audienceChanged, "for."+to.key, "the "+to.key+" it is for", to.kind, old.Get(to.key), new.Get(to.key))
		}
	})
)
