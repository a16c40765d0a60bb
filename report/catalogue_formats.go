package report

import (
	"bufio"
	"fmt"
	"io"
)

var (
	_ = catalogueFormats.add("json", writeCatalogueJSON)
	_ = catalogueFormats.add("text", writeCatalogueText)
)

func writeCatalogueJSON(w io.Writer, c *Catalogue, _ Options) error {
	o := openObject(w)
	list(o, "rules", c.Rules)
	return o.close()
}

// writeCatalogueText writes a line a rule, under the name of its category.
func writeCatalogueText(w io.Writer, c *Catalogue, _ Options) error {
	b := bufio.NewWriter(w)
	category := ""
	for _, r := range c.Rules {
		if r.Category != category {
			if category != "" {
				fmt.Fprintln(b)
			}
			category = r.Category
			fmt.Fprintln(b, category)
		}
		fixable := ""
		if r.Fixable {
			fixable = " (can be fixed)"
		}
		fmt.Fprintf(b, "  %-34s %-8s %s%s\n", r.ID, r.Severity, r.Title, fixable)
	}
	fmt.Fprintf(b, "\n%d rules; cadre explain ID tells more about one\n", len(c.Rules))
	return b.Flush()
}
