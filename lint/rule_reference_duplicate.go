package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(duplicateReference, finding.Rule{
	ID: "reference/duplicate", Title: "A list names everything once", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A list names the same entity twice. The second entry adds nothing, and one of the two may be meant for something else.

Remove one of them, or write the id that was meant. Competencies of a role have a rule of their own, because two entries may ask for different proficiencies.`,
})

// duplicateReference reports the second and later entries of a list for one
// entity. Mappings are left out: two of one scale may name different ranks. What
// leads nowhere or back is told by other rules.
func duplicateReference(p *Pass) {
	type use struct {
		from  *framework.Entity
		field string
		id    string
	}
	first := map[use]source.Node{}
	for r := range p.References() {
		if r.Field == "competencies" || r.Field == "mappings" || r.To == r.From.Ref || p.Lookup(r.To) == nil {
			continue
		}
		key := use{r.From, r.Field, r.To.ID}
		before, twice := first[key]
		if !twice {
			first[key] = r.Node
			continue
		}
		report := p.Report(r.From, r.Node, fmt.Sprintf("%q stands twice in %s", r.To.ID, r.Field)).
			Params(r.Field, r.To.ID).Related(before, "first named here").Help("remove one of the two, or write the id that was meant")
		if edit, ok := r.Node.Remove(); ok {
			report.Fix("remove the second entry", edit)
		}
	}
}
