package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(unknownReference, finding.Rule{
	ID: "reference/unknown", Title: "A reference leads to something", Severity: finding.Error, Since: "0.1.0",
	Doc: `A field names an entity that the framework does not have. Usually the id is misspelt, or the entity was renamed or removed and this place was forgotten.

Correct the id, or add the entity. The help names the nearest id where one is near. While a file that holds a whole list cannot be read, references to its kind are not judged.`,
})

// unknownReference reports ids that nothing has and that are no titles.
func unknownReference(p *Pass) {
	s := suggester{framework: p.Framework}
	var titles titleIndex
	for r := range p.References() {
		if p.Defines(r.To) || p.Incomplete(r.To.Kind) || len(p.WithID(r.To.ID)) > 0 || len(titles.named(p.Framework, r.To)) > 0 {
			continue
		}
		report := p.Report(r.From, r.Node, fmt.Sprintf("unknown %s %q", r.To.Kind, r.To.ID)).Params(r.Field, r.To.ID)
		if near := s.nearest(r.To); near != "" {
			report.Suggest(near).Help(fmt.Sprintf("did you mean %q%s?", near, titled(p.Lookup(framework.Ref{Kind: r.To.Kind, ID: near}))))
			continue
		}
		report.Help(fmt.Sprintf("add a %s with this id, or remove the reference", r.To.Kind))
	}
}

// titled returns the title of an entity in brackets, if it has one.
func titled(e *framework.Entity) string {
	if e == nil || e.Title == "" {
		return ""
	}
	return " (" + e.Title + ")"
}
