package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(unknownReference, finding.Rule{
	ID: "reference/unknown", Title: "A reference leads to something", Severity: finding.Error, Since: "0.1.0",
	Doc: `A field names an entity that the framework does not have. Usually the id is misspelt, or the entity was renamed or removed and this place was forgotten.

Correct the id, or add the entity. The help names the nearest id where one is near. While a file that holds a whole list cannot be read, references to its kind are not judged.`,
})

// unknownReference reports ids that nothing has.
func unknownReference(p *Pass) {
	s := suggester{framework: p.Framework}
	for r := range p.References() {
		if p.Defines(r.To) || p.Incomplete(r.To.Kind) || len(p.WithID(r.To.ID)) > 0 {
			continue
		}
		report := p.Report(r.From, r.Node, fmt.Sprintf("unknown %s %q", r.To.Kind, r.To.ID)).Params(r.Field, r.To.ID)
		if near := s.nearest(r.To); near != nil {
			report.Suggest(near.ID).Help(fmt.Sprintf("did you mean %q%s?", near.ID, inBrackets(near.Title)))
			continue
		}
		report.Help(fmt.Sprintf("add a %s with this id, or remove the reference", r.To.Kind))
	}
}

func inBrackets(title string) string {
	if title == "" {
		return ""
	}
	return " (" + title + ")"
}
