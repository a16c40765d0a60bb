package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(descriptorRepeated, finding.Rule{
	ID: "level/descriptor-repeated", Title: "Two levels do not say the same", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Two levels of a scale describe a facet in the same or nearly the same words, so that the text does not tell them apart. Usually it was copied from the neighbour and not adapted.

Say what is different at the higher level. If nothing is, ignore it: a facet may stay as it is over two levels.

Texts of fewer than eight words are not compared, because short ones are alike by chance.`,
})

// descriptorRepeated compares, for each facet, what the levels of a scale say.
func descriptorRepeated(p *Pass) {
	for _, s := range scalesInOrder(p) {
		var order []string
		byFacet := map[string][]describedFacet{}
		for _, l := range judgedLevels(p, s.ID) {
			for facet, n := range descriptorsOf(l) {
				if !text.Same(n.Str(), n.Str()) {
					continue // it is too short to be compared
				}
				if byFacet[facet] == nil {
					order = append(order, facet)
				}
				byFacet[facet] = append(byFacet[facet], describedFacet{l, n})
			}
		}
		for _, facet := range order {
			reportRepeated(p, facet, byFacet[facet])
		}
	}
}

// describedFacet is what one level says of a facet.
type describedFacet struct {
	level *framework.Level
	at    source.Node
}

// reportRepeated places the finding at the higher of two levels.
func reportRepeated(p *Pass, facet string, all []describedFacet) {
	var texts []string
	for _, d := range all {
		texts = append(texts, d.at.Str())
	}
	for i, before := range text.Repeats(texts) {
		if before < 0 || all[before].level.Rank == all[i].level.Rank {
			continue
		}
		first := all[before]
		p.Report(&all[i].level.Entity, all[i].at, fmt.Sprintf("the level says of %q nearly the same as %s", facet, name(&first.level.Entity))).
			Params(facet, first.level.ID).
			Related(first.at, "the other text").
			Help("say what is different at the higher level")
	}
}
