package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(missingKind, finding.Rule{
	ID: "structure/missing-kind", Title: "A framework has levels, constituencies and roles", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The framework has no level, no constituency or no role at all. It is not finished, or the files lie where Cadre does not look for them: each kind has a folder of its own.

Add the first one. A framework that is only begun may have the status draft; then this is not judged.`,
})

// missingKind looks for kinds without which there is no framework. It is told at
// the framework file; where there is none, nothing is judged active.
func missingKind(p *Pass) {
	for _, kind := range []struct {
		of    framework.Kind
		count int
	}{
		{framework.KindLevel, len(p.Levels)},
		{framework.KindConstituency, len(p.Constituencies)},
		{framework.KindRole, len(p.Roles)},
	} {
		if kind.count == 0 {
			p.ReportSpan(&p.Entity, absentAt(p.Node()), fmt.Sprintf("the framework has no %s", kind.of)).
				Params(string(kind.of)).
				Help(fmt.Sprintf("add the first %s with cadre new %s ID; its place is under %s", kind.of, kind.of, kind.of.BundleKey()))
		}
	}
}
