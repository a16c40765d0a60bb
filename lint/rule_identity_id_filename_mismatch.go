package lint

import (
	"fmt"
	"path"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(idFilenameMismatch, finding.Rule{
	ID: "identity/id-filename-mismatch", Title: "A file is named after its entity", Severity: finding.Error, Since: "0.1.0",
	Doc: `A file that holds one entity carries another name than the entity's id, so nobody finds the one by the other. It usually means that a file was copied and its id was not changed.

Rename the file, or correct the id. Once an id was published, rename the file: others refer to the id. Files that hold a list of entities may have any name.`,
})

// idFilenameMismatch compares ids with the names of the files that are theirs
// alone.
func idFilenameMismatch(p *Pass) {
	for e := range p.Entities() {
		if !e.OwnFile() || e.ID == framework.Stem(e.File().Path) {
			continue
		}
		ext := path.Ext(e.File().Path)
		p.Report(e, e.At("id"), fmt.Sprintf("the id is %q, but the file is named %q", e.ID, path.Base(e.File().Path))).
			Help(fmt.Sprintf("rename the file to %q, or correct the id", e.ID+ext))
	}
}
