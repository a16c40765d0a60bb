package report

import (
	"bufio"
	"fmt"
	"io"
)

var _ = catalogueFormats.add("markdown", writeCatalogueMarkdown)

// writeCatalogueMarkdown writes a table a category. The links lead to the pages
// beside docs/rules/README.md, which is this text.
func writeCatalogueMarkdown(w io.Writer, c *Catalogue, _ Options) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# Rules\n\n%d rules. An error means that a release cannot be trusted, a warning is a likely\nmistake, an info is worth a look. `cadre explain ID` shows the page of a rule.\n", len(c.Rules))
	category := ""
	for _, r := range c.Rules {
		if r.Category != category {
			category = r.Category
			fmt.Fprintf(b, "\n## %s\n\n| Rule | Severity | What holds | Fix |\n| --- | --- | --- | --- |\n", markdown(category))
		}
		fixable := ""
		if r.Fixable {
			fixable = "yes"
		}
		fmt.Fprintf(b, "| [%s](%s.md) | %s | %s | %s |\n", markdown(r.ID), r.ID, r.Severity, markdown(r.Title), fixable)
	}
	return b.Flush()
}
