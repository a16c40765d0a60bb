package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(kindMismatch, finding.Rule{
	ID: "pathway/kind-mismatch", Title: "A move is what it is called", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A role calls a move upward, lateral or crossover, and the two roles say otherwise. A move to another constituency is a crossover; within one, a move to a higher level is upward, and every other move is lateral.

Correct the word, or leave it out: it follows from the roles. If the word is right, a level or a constituency is wrong. An upward move to a lower level is told by pathway/level-drop.`,
})

// kindMismatch reports stated kinds that the two roles contradict. Where a level
// or a constituency is not known, the kind that follows may not be known either.
func kindMismatch(p *Pass) {
	for _, m := range p.Moves() {
		if m.Stated == "" || !p.joins(m) || p.Constituency(m.From.Constituency) == nil || p.Constituency(m.To.Constituency) == nil {
			continue
		}
		falls := m.Stated == framework.Upward && m.Rise() < 0
		known := m.From.Constituency != m.To.Constituency || p.levelled(m.From) && p.levelled(m.To)
		if falls || m.Stated == m.Derived() || !known && m.Stated != framework.Crossover {
			continue
		}
		reportKind(p, m, known)
	}
}

func reportKind(p *Pass, m framework.Move, known bool) {
	at := m.Node.Get("kind")
	report := p.Report(&m.From.Entity, at, fmt.Sprintf("the move to %s is called %s, but %s", name(&m.To.Entity), m.Stated, whyNot(p, m))).
		Params(m.To.ID).Help("leave the word out: it follows from the two roles")
	if !known {
		return
	}
	report.Help(fmt.Sprintf("write %s, or leave the word out: it follows from the two roles", m.Derived())).Suggest(m.Derived())
	if edit, ok := at.Replace(0, len(at.Text()), m.Derived()); ok {
		report.Fix("call the move "+m.Derived(), edit)
	}
}

// whyNot says what contradicts the stated kind.
func whyNot(p *Pass, m framework.Move) string {
	if m.From.Constituency != m.To.Constituency {
		return fmt.Sprintf("it leads to another constituency, %s", name(&p.Constituency(m.To.Constituency).Entity))
	}
	if m.Stated == framework.Crossover {
		return fmt.Sprintf("both roles belong to %s", name(&p.Constituency(m.To.Constituency).Entity))
	}
	if m.Derived() == framework.Upward {
		return fmt.Sprintf("it rises from level %s to level %s", levels(m.From.Level), levels(m.To.Level))
	}
	return fmt.Sprintf("it does not rise: level %s to level %s", levels(m.From.Level), levels(m.To.Level))
}
