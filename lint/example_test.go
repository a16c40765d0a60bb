package lint_test

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/lint"
	"github.com/cadre-framework/cadre/source"
)

// Rules judge a model, wherever it came from.
func Example() {
	file := &source.File{Path: "roles/records/clerk.yaml", Text: "id: clerk\ntitle: Clerk\nprogression:\n  - to: manger\n"}
	doc, _ := source.Parse(file, source.FileLimits)
	f := framework.Build([]*source.Document{doc}, nil, framework.DefaultLayout)
	references := func(r *finding.Rule) bool { return r.Category() == "reference" }
	for _, found := range lint.Run(f, references, nil) {
		fmt.Printf("line %d: %s [%s]\n", found.Span.Position().Line, found.Message, found.Rule.ID)
	}
	// Output:
	// line 4: unknown role "manger" [reference/unknown]
}
