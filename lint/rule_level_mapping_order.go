package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(mappingOrder, finding.Rule{
	ID: "level/mapping-order", Title: "A higher level maps no lower", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A level is mapped to lower ranks of another scale than the level below it. Scales may rise at different speeds, but where one rises and the other falls, one of the two mappings is usually wrong.

Correct the mapping. Ranges may overlap and repeat; a range falls when one of its ends is lower and the other is not higher. Several mappings of a level to one scale count as one range. Ignore it where the source itself maps so.`,
})

// mappingOrder compares each level with the nearest one below that is mapped to
// the same scale.
func mappingOrder(p *Pass) {
	for _, s := range scalesInOrder(p) {
		below := map[string]mappedLevel{}
		for _, l := range judgedLevels(p, s.ID) {
			for _, m := range mappedLevels(p, l) {
				last, known := below[m.scale.ID]
				below[m.scale.ID] = m
				if !known || last.level.Rank == l.Rank || last.ranks.Compare(m.ranks) >= 0 {
					continue
				}
				p.Report(&l.Entity, m.at, fmt.Sprintf("the level maps to %s of the scale %q, below the %s of %s", shownRank(m), m.scale.ID, shownRank(last), name(&last.level.Entity))).
					Params(m.scale.ID).
					Related(last.at, "the mapping of the lower level").
					Help("correct one of the two mappings")
			}
		}
	}
}

// mappedLevel is what a level maps to on one scale.
type mappedLevel struct {
	level *framework.Level
	scale *framework.Scale
	ranks framework.Range
	at    source.Node // where the mapping begins
}

// mappedLevels returns the mappings of a level, several to one scale as one range
// over all. What other rules complain of is left out.
func mappedLevels(p *Pass, l *framework.Level) []mappedLevel {
	var all []mappedLevel
	position := map[string]int{}
	i := 0
	for n := range entries(&l.Entity, "mappings") {
		m := l.Mappings[i]
		i++
		scale := scaleInOrder(p, m.Scale)
		if scale == nil || m.Ranks.From > m.Ranks.To || !scale.Holds(m.Ranks.From) || !scale.Holds(m.Ranks.To) {
			continue
		}
		at, twice := position[m.Scale]
		if !twice {
			position[m.Scale] = len(all)
			all = append(all, mappedLevel{l, scale, m.Ranks, n.Get("from")})
			continue
		}
		known := &all[at].ranks
		known.From, known.To = min(known.From, m.Ranks.From), max(known.To, m.Ranks.To)
	}
	return all
}

// shownRank writes the ranks of a mapping as people print them.
func shownRank(m mappedLevel) string {
	if m.ranks.From == m.ranks.To {
		return m.scale.Label(m.ranks.From)
	}
	return m.scale.Label(m.ranks.From) + " to " + m.scale.Label(m.ranks.To)
}
