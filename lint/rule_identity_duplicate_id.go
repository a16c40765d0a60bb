package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(duplicateID, finding.Rule{
	ID: "identity/duplicate-id", Title: "Identifiers are unique", Severity: finding.Error, Since: "0.1.0",
	Doc: `Two entities of one kind share an identifier, so that a reference to it could mean either.

Keep the identifier for the entity that others refer to, and give the other one an identifier of its own. If both describe the same thing, merge them and keep the second title as an alias.`,
})

// duplicateID reports the second and later uses of an identifier and points
// back to the first.
func duplicateID(p *Pass) {
	for e := range p.Entities() {
		first := p.Lookup(e.Ref)
		if e.ID == "" || first == nil || first == e {
			continue
		}
		p.Report(e, e.At("id"), fmt.Sprintf("another %s has the id %q", e.Kind, e.ID)).
			Related(first.At("id"), "first defined here, as "+name(first)).
			Help("give one of the two an id of its own, or merge them if they are the same")
	}
}

// name returns an entity as people know it: its title, or its id where it has
// none.
func name(e *framework.Entity) string {
	if e.Title == "" {
		return e.ID
	}
	return fmt.Sprintf("“%s”", e.Title)
}
