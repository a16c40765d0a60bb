package lint

import (
	"cmp"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(competencyCycle, finding.Rule{
	ID: "structure/competency-cycle", Title: "No competency is broader than itself", Severity: finding.Error, Since: "0.1.0",
	Doc: `The broader competencies of a competency lead back to it: each contains the next, and the last contains the first, which cannot be. One of the entries points the wrong way, or names the wrong competency.

Remove the entry that leads from the wider competency to the narrower one. Competencies that belong together without containing each other are ` + "`related`" + `.`,
})

// competencyCycle reports one circle in every group of competencies that reach
// each other by their broader ones. One that names itself is told elsewhere.
func competencyCycle(p *Pass) {
	wider := broaderGraph(p)
	for _, group := range groups(p.Competencies, wider.edges) {
		reportCircle(p, circle(group, wider.edges), wider)
	}
}

// reportCircle places the finding at the first competency of the group that the
// files hold, on its entry for the next in the circle.
func reportCircle(p *Pass, way []*framework.Competency, wider *broaderEdges) {
	next := func(i int) *framework.Competency { return way[(i+1)%len(way)] }
	start := way[0]
	var titles []string
	for _, c := range way {
		titles = append(titles, cmp.Or(c.Title, c.ID))
	}
	report := p.Report(&start.Entity, wider.item(start, next(0)), "broader competencies lead in a circle: "+circleOf(titles)).
		Help("remove the entry that leads from the wider competency to the narrower, or move it to related")
	for i := 1; i < min(len(way), mostShown); i++ {
		report.Related(wider.item(way[i], next(i)), "then from "+name(&way[i].Entity)+" to "+name(&next(i).Entity))
	}
}

// broaderEdges is the graph of competencies and their broader ones.
type broaderEdges struct {
	edges map[*framework.Competency][]*framework.Competency
	nodes map[[2]*framework.Competency]source.Node // the entry of the list, by narrower and broader
}

func (b *broaderEdges) item(from, to *framework.Competency) source.Node {
	return b.nodes[[2]*framework.Competency{from, to}]
}

// broaderGraph leaves out what other rules tell: entries that lead nowhere, to
// the competency itself, to a draft or a retired competency, and second ones.
func broaderGraph(p *Pass) *broaderEdges {
	b := &broaderEdges{map[*framework.Competency][]*framework.Competency{}, map[[2]*framework.Competency]source.Node{}}
	for _, c := range p.Competencies {
		if !p.Judged(&c.Entity) {
			continue
		}
		for item := range entries(&c.Entity, "broader") {
			to := p.Competency(item.Str())
			edge := [2]*framework.Competency{c, to}
			if to == nil || to.ID == c.ID || !p.Judged(&to.Entity) || b.nodes[edge].Exists() {
				continue
			}
			b.nodes[edge] = item
			b.edges[c] = append(b.edges[c], to)
		}
	}
	return b
}
