package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = absence(countMismatch, finding.Rule{
	ID: "metadata/count-mismatch", Title: "Stated counts are right", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `The framework file states how many roles, competencies and so on there are, and the files hold another number. Either something was added or lost, or the stated number was forgotten.

Correct the number, or find what is missing. Only active entities count. An id that stands twice counts once, because it is told by another rule.`,
})

// countMismatch compares the stated counts with what is active.
func countMismatch(p *Pass) {
	held := map[string]int{}
	for e := range p.Entities() {
		if e.IsActive() && p.Lookup(e.Ref) == e {
			held[e.Kind.BundleKey()]++
		}
	}
	for _, kind := range framework.Kinds() {
		key := kind.BundleKey()
		stated, ok := p.Counts[key]
		if !ok || stated == held[key] {
			continue
		}
		at := p.At("counts", key)
		p.Report(&p.Entity, at, fmt.Sprintf("%d %s are stated, but %d are active", stated, key, held[key])).
			Params(key).
			Help(fmt.Sprintf("write %d, or find what is missing or was added", held[key])).
			Fix("write the number of active "+key, source.Edit{Span: at.Span(), New: strconv.Itoa(held[key])})
	}
}
