package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(relatedAndBroader, finding.Rule{
	ID: "structure/related-and-broader", Title: "Related competencies do not contain each other", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Two competencies are stated as related, and one of them also as broader than the other. Related means that neither contains the other, so one of the two entries is wrong.

Keep the entry that is true: ` + "`broader`" + ` when one contains the other, else ` + "`related`" + `.`,
})

// relatedAndBroader looks for related competencies among the broader and the
// narrower ones. Only direct entries count.
func relatedAndBroader(p *Pass) {
	wider := broaderGraph(p)
	for _, c := range p.Competencies {
		told := map[*framework.Competency]bool{}
		for item := range entries(&c.Entity, "related") {
			other := p.Competency(item.Str())
			if told[other] {
				continue
			}
			told[other] = true
			above, below := wider.item(c, other), wider.item(other, c)
			if !above.Exists() && !below.Exists() {
				continue
			}
			relation, entry := "broader", above
			if !above.Exists() {
				relation, entry = "narrower", below
			}
			p.Report(&c.Entity, item, fmt.Sprintf("%s is stated both as related and as %s", name(&other.Entity), relation)).
				Params(other.ID).
				Related(entry, "stated here under broader").
				Help("keep broader if one contains the other, else keep related")
		}
	}
}
