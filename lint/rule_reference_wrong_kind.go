package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(wrongKind, finding.Rule{
	ID: "reference/wrong-kind", Title: "A reference leads to the right kind of thing", Severity: finding.Error, Since: "0.1.0",
	Doc: `A field names an entity that exists, but of another kind: a role where a competency is needed, say. It usually means that an id was written into the wrong field.

Move the id to the field that it belongs to, or write the id of an entity of the right kind.`,
})

// wrongKind reports ids that exist, but not as the kind that is needed. One that
// is also a title of that kind was meant as the title.
func wrongKind(p *Pass) {
	var titles titleIndex
	for r := range p.References() {
		others := p.WithID(r.To.ID)
		if p.Defines(r.To) || p.Incomplete(r.To.Kind) || len(others) == 0 || len(titles.named(p.Framework, r.To)) > 0 {
			continue
		}
		other := others[0]
		p.Report(r.From, r.Node, fmt.Sprintf("%q is a %s, and a %s is needed here", r.To.ID, other.Kind, r.To.Kind)).
			Params(r.Field, r.To.ID).
			Related(other.At("id"), fmt.Sprintf("the %s is defined here", other.Kind)).
			Help(fmt.Sprintf("write the id of a %s, or move this one to the field for a %s", r.To.Kind, other.Kind))
	}
}
