package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(idAcrossKinds, finding.Rule{
	ID: "identity/id-across-kinds", Title: "An identifier belongs to one kind of thing", Severity: finding.Info, Since: "0.1.0",
	Doc: `Two entities of different kinds share an identifier: a role and a competency, say. Cadre tells them apart by the field that refers to them. People who search for the identifier do not, and neither do programs that keep one list of all identifiers.

Give one of the two another id, before it is published. Ignore it where both are published already, or where the name is the natural one for both.`,
})

// idAcrossKinds reports every entity whose id was taken before it by one of
// another kind. A second one of the same kind is a duplicate.
func idAcrossKinds(p *Pass) {
	for e := range p.Entities() {
		if e.Node().Get("id").Str() == "" || e.Broken("id") {
			continue
		}
		first := p.WithID(e.ID)[0]
		if first.Kind == e.Kind || p.Lookup(e.Ref) != e {
			continue
		}
		p.Report(e, e.At("id"), fmt.Sprintf("the id %q is that of a %s, too", e.ID, first.Kind)).
			Params(string(first.Kind)).
			Related(first.At("id"), fmt.Sprintf("first used here, by the %s %s", first.Kind, name(first))).
			Help(fmt.Sprintf("give the %s another id, unless others refer to it already", e.Kind))
	}
}
