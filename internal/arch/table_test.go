package arch

import "strings"

// row is the place of a package. Imports go to lower ranks only; the modules of
// doors are imported by this package and by no other.
type row struct {
	rank  int
	pkg   string // the folder, from the root of the module
	doors []string
}

// testsOnly is the rank of packages that only tests import. They may import all.
const testsOnly = -1

// commandLine is the rank from which on packages print and decide exit codes.
const commandLine = 6

var table = []row{
	{0, "framework-data", nil},
	{0, "internal/text", []string{"github.com/golangci/misspell", "golang.org/x/text"}},
	{1, "internal/files", nil},
	{1, "source", []string{"go.yaml.in/yaml/v4"}},
	{2, "finding", nil},
	{2, "framework", nil},
	{2, "schema", []string{"github.com/santhosh-tekuri/jsonschema/v5"}},
	{3, "diff", nil},
	{3, "explore", nil},
	{3, "lint", nil},
	{3, "validate", nil},
	{4, "check", nil},
	{4, "report", nil},
	{5, "docs", nil},
	{5, "internal/config", nil},
	{5, "internal/fix", nil},
	{5, "internal/format", nil},
	{5, "internal/operand", nil},
	{5, "internal/scaffold", nil},
	{6, "internal/cli", []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term"}},
	{7, "cmd/cadre", nil},
	{7, "internal/docgen", nil},
	{testsOnly, "internal/arch", nil},
	{testsOnly, "internal/hosting", nil},
	{testsOnly, "internal/testkit", []string{"github.com/google/go-cmp", "github.com/rogpeppe/go-internal", "github.com/yuin/goldmark"}},
	{testsOnly, "internal/browser", []string{"github.com/chromedp/cdproto", "github.com/chromedp/chromedp", "golang.org/x/net"}},
}

// rowOf returns the row of a package.
func rowOf(pkg string) (row, bool) {
	for _, r := range table {
		if r.pkg == pkg {
			return r, true
		}
	}
	return row{}, false
}

// doorOf returns the package that alone may import a path from another module,
// and that module.
func doorOf(path string) (pkg, module string, ok bool) {
	for _, r := range table {
		for _, door := range r.doors {
			if path == door || strings.HasPrefix(path, door+"/") {
				return r.pkg, door, true
			}
		}
	}
	return "", "", false
}

// public reports whether other modules can import the package.
func (r row) public() bool {
	return !strings.HasPrefix(r.pkg, "internal/") && !strings.HasPrefix(r.pkg, "cmd/")
}
