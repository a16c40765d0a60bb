package check_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// TestEveryFieldIsUsed wants each field of the schemas in the shipped framework
// or in testdata/full, so that none is declared and never tried.
func TestEveryFieldIsUsed(t *testing.T) {
	full := os.DirFS("testdata/full")
	if result := run(t, full, check.Options{}); result.Worst() == finding.Error {
		t.Errorf("testdata/full has findings:\n%s", strings.Join(lines(result), "\n"))
	}
	used := map[string]bool{}
	for _, fsys := range []fs.FS{frameworkdata.FS, full} {
		_, f, err := check.Run(t.Context(), fsys, check.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for e := range f.Entities() {
			use(used, string(e.Kind), e.Node())
		}
	}
	declared := 0
	for _, kind := range framework.Kinds() {
		for _, path := range declaredFields(string(kind), "", string(kind)) {
			if declared++; !used[path] {
				t.Errorf("%s is used nowhere", path)
			}
		}
	}
	if declared < 120 {
		t.Errorf("only %d fields are declared: the walk misses some", declared)
	}
}

// use notes the paths of all fields below a node, without positions in lists.
func use(used map[string]bool, path string, n source.Node) {
	for child := range n.Children() {
		next := path
		if n.Kind() == source.Object {
			next += "." + child.Key()
		}
		used[next] = true
		use(used, next, child)
	}
}

// declaredFields returns the paths of the fields that a schema names at a
// pointer and below.
func declaredFields(kind, pointer, path string) []string {
	p, ok := schema.Property(kind, pointer)
	if !ok {
		return nil
	}
	if slices.Contains(p.Types, "array") {
		pointer += "/0"
	}
	var all []string
	for _, key := range p.Keys {
		all = append(all, path+"."+key)
		all = append(all, declaredFields(kind, pointer+"/"+key, path+"."+key)...)
	}
	return all
}
