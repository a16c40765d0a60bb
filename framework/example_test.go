package framework_test

import (
	"fmt"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// The model answers who works where, and what leads where.
func Example() {
	file := &source.File{Path: "roles/records/all.yaml", Text: `
- { id: clerk, title: Ward Clerk, constituency: records, level: 2, progression: [{ to: manager }] }
- { id: manager, title: Records Manager, constituency: records, level: 6 }
`}
	doc, _ := source.Parse(file, source.FileLimits)
	f := framework.Build([]*source.Document{doc}, nil, framework.DefaultLayout)
	for _, r := range f.RolesIn("records") {
		for _, m := range f.MovesFrom(r) {
			fmt.Printf("%s (level %d) can move %s to %s (level %d)\n", r.Title, r.Level.From, m.Kind(), m.To.Title, m.To.Level.From)
		}
	}
	// Output:
	// Ward Clerk (level 2) can move upward to Records Manager (level 6)
}
