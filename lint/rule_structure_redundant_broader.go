package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(redundantBroader, finding.Rule{
	ID: "structure/redundant-broader", Title: "Only the nearest broader competencies are listed", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A competency lists a broader one that already contains another of its broader competencies. The longer way says the same, and when the hierarchy changes the shortcut is forgotten.

Remove the shortcut. Ignore it where your tools need every ancestor listed.`,
})

// mostFollowed bounds how many entries are followed upwards from one competency, so
// that a deep hierarchy in which everything lists the top costs no more than its
// size. A shortcut over a longer way is not found.
const mostFollowed = 1_000

// redundantBroader reports entries that are reached by way of another entry of
// the list. What stands in a circle is told by another rule, and there nobody can
// say which entry is the shortcut.
func redundantBroader(p *Pass) {
	wider := broaderGraph(p)
	circular := map[*framework.Competency]bool{}
	for _, group := range groups(p.Competencies, wider.edges) {
		for _, c := range group {
			circular[c] = true
		}
	}
	for _, c := range p.Competencies {
		if len(wider.edges[c]) < 2 {
			continue
		}
		above := reachedAbove(wider.edges[c], wider.edges, circular)
		for _, to := range wider.edges[c] {
			if by := above[to]; by != nil {
				reportRedundant(p, c, to, by, wider)
			}
		}
	}
}

func reportRedundant(p *Pass, c, to, by *framework.Competency, wider *broaderEdges) {
	item := wider.item(c, to)
	report := p.Report(&c.Entity, item, fmt.Sprintf("%s contains %s, which stands in the list, too", name(&to.Entity), name(&by.Entity))).
		Params(to.ID).
		Related(wider.item(c, by), "the nearer one").
		Help("remove the entry; the nearer competency leads there")
	if edit, ok := item.Remove(); ok {
		report.Fix("remove the entry", edit)
	}
}

// reachedAbove returns the competencies that can be reached from some others by
// one entry or more, each with the one of the others that it was reached from.
func reachedAbove(from []*framework.Competency, edges map[*framework.Competency][]*framework.Competency, circular map[*framework.Competency]bool) map[*framework.Competency]*framework.Competency {
	type visit struct{ at, from *framework.Competency }
	above := map[*framework.Competency]*framework.Competency{}
	var queue []visit
	for _, c := range from {
		queue = append(queue, visit{c, c})
	}
	followed := 0
	for ; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if circular[v.at] {
			continue
		}
		for _, to := range edges[v.at] {
			if followed++; followed > mostFollowed {
				return above
			}
			if above[to] == nil {
				above[to] = v.from
				queue = append(queue, visit{to, v.from})
			}
		}
	}
	return above
}
