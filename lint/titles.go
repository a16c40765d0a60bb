package lint

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// titleIndex finds entities by their titles, without case and accents. Its zero
// value is ready; it is filled when it is first asked.
type titleIndex map[framework.Ref][]*framework.Entity

// named returns the entities of the kind of a reference whose title it bears in
// the place of an id.
func (x *titleIndex) named(f *framework.Framework, r framework.Ref) []*framework.Entity {
	if *x == nil {
		*x = titleIndex{}
		for e := range f.Entities() {
			if e.Title != "" && e.ID != "" {
				at := framework.Ref{Kind: e.Kind, ID: foldTitle(e.Title)}
				(*x)[at] = append((*x)[at], e)
			}
		}
	}
	return (*x)[framework.Ref{Kind: r.Kind, ID: foldTitle(r.ID)}]
}

func foldTitle(s string) string { return strings.Join(strings.Fields(text.Fold(s)), " ") }
