package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(aliasInUse, finding.Rule{
	ID: "identity/alias-in-use", Title: "Another name is not somebody else's title", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A role gives as another name of itself what is the title of a different role in the same constituency. Whoever looks for the name finds two roles and cannot tell which is meant.

Remove the alias, or merge the two roles if they are one. The title of a role that is deprecated or retired may live on as an alias of the role that took its place.`,
})

// titleIn is a title, folded, in its constituency.
type titleIn struct{ constituency, title string }

// aliasInUse looks for the aliases of roles among the titles of their
// constituency. Case and accents do not count.
func aliasInUse(p *Pass) {
	titles := map[titleIn][]*framework.Role{}
	for _, r := range p.Roles {
		if r.Constituency == "" || r.Title == "" || !holdsItsTitle(r) {
			continue
		}
		key := titleIn{r.Constituency, foldTitle(r.Title)}
		if len(titles[key]) < 2 { // so that one of them is another role
			titles[key] = append(titles[key], r)
		}
	}
	for _, r := range p.Roles {
		if !holdsItsTitle(r) {
			continue
		}
		for item := range entries(&r.Entity, "aliases") {
			for _, other := range titles[titleIn{r.Constituency, foldTitle(item.Str())}] {
				if other == r {
					continue
				}
				p.Report(&r.Entity, item, fmt.Sprintf("%q is the title of another role of the constituency", item.Str())).
					Params(other.ID).
					Related(other.At("title"), "the title of the other role").
					Help("remove the alias, or merge the two roles if they are one")
				break
			}
		}
	}
}

// holdsItsTitle reports whether a role is more than a memory of an earlier one.
func holdsItsTitle(r *framework.Role) bool {
	return r.Status == framework.Active || r.Status == framework.Draft
}
