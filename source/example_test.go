package source_test

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// A misspelt word in a folded text is found in the bytes of the file, and
// replaced there without touching anything else.
func Example() {
	file := &source.File{Path: "roles/clerk.yaml", Text: "title: Clerk # ward\nsummary: >-\n  Keeps the\n  recrods in order.\n"}
	doc, _ := source.Parse(file, source.FileLimits)

	summary := doc.Root().Get("summary")
	from := strings.Index(summary.Text(), "recrods")
	p := summary.Within(from, from+len("recrods")).Position()
	fmt.Printf("line %d, column %d\n", p.Line, p.Column)

	edit, ok := summary.Replace(from, from+len("recrods"), "records")
	after, err := source.Apply(file, []source.Edit{edit})
	fmt.Println(ok, err)
	fmt.Print(after)
	// Output:
	// line 4, column 3
	// true <nil>
	// title: Clerk # ward
	// summary: >-
	//   Keeps the
	//   records in order.
}
