package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(titleAsID, finding.Rule{
	ID: "reference/title-as-id", Title: "A reference is an id and no title", Severity: finding.Error, Since: "0.1.0",
	Doc: `A field names an entity by its title. Titles change and may stand twice; ids do neither, and only they are followed.

Write the id instead; the help gives it.`,
})

// titleAsID reports titles in the place of ids.
func titleAsID(p *Pass) {
	var titles titleIndex
	for r := range p.References() {
		if p.Defines(r.To) || p.Incomplete(r.To.Kind) {
			continue
		}
		meant := titles.named(p.Framework, r.To)
		if len(meant) == 0 {
			continue
		}
		report := p.Report(r.From, r.Node, fmt.Sprintf("%q is the title of a %s, and an id is needed here", r.To.ID, r.To.Kind)).
			Params(r.Field, r.To.ID).Help("write " + someIDs(meant))
		for _, e := range meant[:min(len(meant), mostNamed)] {
			report.Related(e.At("title"), fmt.Sprintf("the title of %q", e.ID)).Suggest(e.ID)
		}
	}
}

// mostNamed bounds how many ids a message offers.
const mostNamed = 3

// someIDs joins the first few ids by "or".
func someIDs(entities []*framework.Entity) string {
	var ids []string
	for _, e := range entities[:min(len(entities), mostNamed)] {
		ids = append(ids, fmt.Sprintf("%q", e.ID))
	}
	return strings.Join(ids, " or ")
}
