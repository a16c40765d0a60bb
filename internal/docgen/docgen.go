package docgen

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/report"
)

// Pages returns the index of the rules and a page for each, by their paths below
// docs/rules. The cases are looked for in the module whose files fsys holds.
func Pages(rules []*finding.Rule, fsys fs.FS) (map[string]string, error) {
	var index strings.Builder
	if err := report.NewCatalogue(rules).Write(&index, "markdown", report.Options{}); err != nil {
		return nil, fmt.Errorf("writing the index: %w", err)
	}
	pages := map[string]string{"README.md": index.String()}
	for _, r := range rules {
		wrong, right, err := examples(fsys, r.ID)
		if err != nil {
			return nil, err
		}
		if pages[r.ID+".md"], err = page(r, wrong, right); err != nil {
			return nil, err
		}
	}
	return pages, nil
}
