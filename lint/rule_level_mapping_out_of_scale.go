package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(mappingOutOfScale, finding.Rule{
	ID: "level/mapping-out-of-scale", Title: "A mapping leads to ranks of its scale", Severity: finding.Error, Since: "0.1.0",
	Doc: `A level or a competency is mapped to a rank that the other scale does not have. Either the number is mistyped, or it is what people print and not the rank: a pay band that is printed as 8a may be the eighth or the ninth rank of its scale.

Write the rank, counted on the scale's own bounds; the ` + "`labels`" + ` of the scale say what is printed for it.`,
})

// mappingOutOfScale holds the ranks of mappings, of levels and of competencies,
// to the bounds of the scale that they lead to.
func mappingOutOfScale(p *Pass) {
	for _, l := range p.Levels {
		mapped(p, &l.Entity, "from", "to")
	}
	for _, c := range p.Competencies {
		mapped(p, &c.Entity, "rank")
	}
}

// mapped judges some fields of an entity's mappings. Fields that their schema
// refused are no numbers.
func mapped(p *Pass, e *framework.Entity, fields ...string) {
	i := 0
	for mapping := range entries(e, "mappings") {
		if scale := scaleInOrder(p, mapping.Get("scale").Str()); scale != nil {
			for _, field := range fields {
				mappedRank(p, e, scale, mapping.Get(field), i)
			}
		}
		i++
	}
}

func mappedRank(p *Pass, e *framework.Entity, scale *framework.Scale, n source.Node, i int) {
	rank, stated := n.Int()
	if !stated || scale.Holds(rank) {
		return
	}
	p.Report(e, n, fmt.Sprintf("the rank %s is not on the scale %q, which goes from %d to %d", n.Text(), scale.ID, scale.Min.Value, scale.Max.Value)).
		Params(strconv.Itoa(i), n.Key()).
		Help(fmt.Sprintf("write a rank from %d to %d; what people print for a rank stands in the labels of the scale", scale.Min.Value, scale.Max.Value))
}
