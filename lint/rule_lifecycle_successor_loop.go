package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(successorLoop, finding.Rule{
	ID: "lifecycle/successor-loop", Title: "Successors do not lead in a circle", Severity: finding.Error, Since: "0.1.0",
	Doc: `Entities that are deprecated or retired name each other as successors, so that whoever follows them never arrives at something to use.

Correct the successor that points back. An entity that names itself is told by reference/self.`,
})

// successorLoop reports the circles that one meets by going from every entity to
// the first of its successors that never end. Each is told once, at the first of
// its entities that the files hold.
func successorLoop(p *Pass) {
	handovers := p.handovers()
	endless := p.endless(handovers)
	next := map[*framework.Entity]framework.Reference{}
	var starts []*framework.Entity
	for _, r := range handovers {
		if _, known := next[r.From]; !known && endless[r.From] && endless[p.Lookup(r.To)] {
			next[r.From] = r
			starts = append(starts, r.From)
		}
	}
	walk := map[*framework.Entity]int{} // in which walk an entity was met
	for i, e := range starts {
		for walk[e] == 0 {
			walk[e] = i + 1
			e = p.Lookup(next[e].To)
		}
		if walk[e] == i+1 {
			p.reportLoop(loopFrom(p, e, next))
		}
	}
}

// loopFrom returns the references of a circle, beginning at the entity that the
// files hold first.
func loopFrom(p *Pass, start *framework.Entity, next map[*framework.Entity]framework.Reference) []framework.Reference {
	loop := []framework.Reference{next[start]}
	first := 0
	for e := p.Lookup(next[start].To); e != start; e = p.Lookup(next[e].To) {
		if earlier(e, loop[first].From) {
			first = len(loop)
		}
		loop = append(loop, next[e])
	}
	return append(loop[first:len(loop):len(loop)], loop[:first]...)
}

// earlier reports whether the files hold a before b.
func earlier(a, b *framework.Entity) bool {
	if a.File() == b.File() {
		return a.Node().Span().Start < b.Node().Span().Start
	}
	return a.File().Path < b.File().Path
}

func (p *Pass) reportLoop(loop []framework.Reference) {
	report := p.Report(loop[0].From, loop[0].Node, "the successors of "+name(loop[0].From)+" lead back to it").
		Help("correct the successor that points back, so that the last one is in use")
	for _, r := range loop[1:min(len(loop), mostShown)] {
		report.Related(r.Node, name(r.From)+" is replaced by "+name(p.Lookup(r.To)))
	}
}
