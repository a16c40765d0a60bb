package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(scaleBounds, finding.Rule{
	ID: "level/scale-bounds", Title: "A scale begins below its end", Severity: finding.Error, Since: "0.1.0",
	Doc: `The lowest rank of a scale is above its highest, so the scale has no ranks at all. Usually the two are exchanged.

Correct ` + "`min`" + ` or ` + "`max`" + `. Until then nothing else is judged by this scale.`,
})

// scaleBounds reports scales whose bounds fall.
func scaleBounds(p *Pass) {
	for _, s := range p.Scales {
		if boundsFall(s) {
			p.Report(&s.Entity, s.At("min"), fmt.Sprintf("the lowest rank of the scale, %d, is above its highest, %d", s.Min.Value, s.Max.Value)).
				Related(s.At("max"), "the highest rank").
				Help("correct one of the two; perhaps they are exchanged")
		}
	}
}
