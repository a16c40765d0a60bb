package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(nearDuplicateStatement, finding.Rule{
	ID: "text/near-duplicate-statement", Title: "Every statement says something of its own", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Two responsibilities of one role, or the summaries of two competencies, say the same: their words are equal, or of at least eight words nearly all are, in nearly the same order. One was most likely copied and never adapted.

Drop one of them, or say how they differ. If two competencies are the same, merge them.`,
})

// nearDuplicateStatement compares each role's own responsibilities, and all
// competencies.
func nearDuplicateStatement(p *Pass) {
	for _, r := range p.Roles {
		var items []framework.Prose
		if len(r.Responsibilities) < 2 || !p.Judged(&r.Entity) {
			continue
		}
		for n := range r.Prose() {
			if n.Field == "responsibilities" {
				items = append(items, n)
			}
		}
		for i, before := range text.Repeats(textsOf(items)) {
			if before >= 0 {
				p.Report(&r.Entity, items[i].Node, "two responsibilities of the role say the same").
					Related(items[before].Node, "the other one").
					Help("drop one of the two, or say how they differ")
			}
		}
	}
	p.sameSummaries()
}

func textsOf(items []framework.Prose) []string {
	var all []string
	for _, n := range items {
		all = append(all, n.Text())
	}
	return all
}

func (p *Pass) sameSummaries() {
	var competencies []*framework.Competency
	var summaries []string
	for _, c := range p.Competencies {
		if c.Summary != "" && p.Judged(&c.Entity) {
			competencies, summaries = append(competencies, c), append(summaries, c.Summary)
		}
	}
	for i, before := range text.Repeats(summaries) {
		if before < 0 || succeeds(&competencies[i].Entity, &competencies[before].Entity) || succeeds(&competencies[before].Entity, &competencies[i].Entity) {
			continue
		}
		c, other := competencies[i], competencies[before]
		p.Report(&c.Entity, c.At("summary"), fmt.Sprintf("the summary says the same as that of %s", name(&other.Entity))).
			Params(other.ID).Related(other.At("summary"), "the other summary").
			Help("say how the two differ, or merge them if they do not")
	}
}
