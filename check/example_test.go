package check_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
)

// A check takes any file system: a folder, an embedded framework, a map.
func Example() {
	fsys := fstest.MapFS{
		"framework.yaml":           {Data: []byte("schemaVersion: 1\nid: demo\ntitle: Demo\nversion: 1.0.0\nlocale: en-GB\n")},
		"competencies/coding.yaml": {Data: []byte("id: codign\ntitle: Coding\n")},
	}
	identities := func(r *finding.Rule) bool { return r.Category() == "identity" }
	result, _, err := check.Run(context.Background(), fsys, check.Options{Wanted: identities})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range result.Findings {
		fmt.Println(f.Span.File.Path, f.Message)
	}
	fmt.Println("fails:", result.Worst() >= finding.Error)
	// Output:
	// competencies/coding.yaml the id is "codign", but the file is named "coding.yaml"
	// fails: true
}
