package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(unclassifiedFile, finding.Rule{
	ID: "structure/unclassified-file", Title: "Every data file has a place", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A data file lies where the framework has no place for it, so it is not part of the framework: nothing in it is checked, counted or published.

Move it into the folder of its kind (scales, levels, constituencies, competencies, roles or resources). A file that is no framework data can be kept in a folder whose name begins with a dot.`,
})

// unclassifiedFile reports data files outside the folders of the kinds.
func unclassifiedFile(p *Pass) {
	var folders []string
	for _, k := range framework.Kinds()[1:] {
		folders = append(folders, k.BundleKey())
	}
	for _, doc := range p.Unclassified {
		if doc.File.Text == "" {
			continue // it was not read, and that is what is told
		}
		if !framework.IsData(doc.File.Path) {
			p.ReportFile(doc.File, "the file is no part of the framework: its ending is in capitals").
				Help("rename it, with the ending in small letters")
			continue
		}
		if framework.IsBundle(doc) {
			p.ReportFile(doc.File, "a bundle inside a framework folder is no part of the framework").
				Help("move it out of the framework, or into the folder of releases if it is one")
			continue
		}
		p.ReportFile(doc.File, "the file is no part of the framework: it lies in no folder of data").
			Help(fmt.Sprintf("move it into one of the folders %s, or out of the framework", strings.Join(folders, ", ")))
	}
}
