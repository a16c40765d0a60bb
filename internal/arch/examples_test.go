package arch

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// goMod is the go.mod of every example: two direct modules and an indirect one.
const goMod = `module m

go 1.26

require golang.org/x/text v0.1.0

require (
	go.yaml.in/yaml/v4 v4.0.0
	example.org/passed/on v1.0.0 // indirect
)
`

// examples prove that each check sees what it is for, and keeps quiet otherwise.
// The packages have the rows of the real table.
var examples = []struct {
	name  string
	check func(*module) []string
	files map[string]string
	want  []string
}{
	{"imports down the table are right", checkRanks, map[string]string{
		"source/a.go":        `package source; import _ "m/internal/text"`,
		"source/a_test.go":   `package source; import _ "m/internal/cli"`,
		"internal/arch/a.go": `package arch; import _ "m/internal/cli"`,
		"cmd/cadre/main.go":  `package main; import ("fmt"; _ "m/internal/cli")`,
	}, nil},
	{"imports across or up the table", checkRanks, map[string]string{
		"schema/a.go": `package schema; import _ "m/finding"`,
		"source/a.go": `package source; import _ "m/internal/cli"`,
	}, []string{
		"schema/a.go: rank 2 imports finding of rank 2",
		"source/a.go: rank 1 imports internal/cli of rank 6",
	}},
	{"a file for another system is read too", checkRanks, map[string]string{
		"source/a_windows.go": "//go:build windows\n\npackage source; import _ \"m/internal/cli\"",
	}, []string{"source/a_windows.go: rank 1 imports internal/cli of rank 6"}},
	{"a package without a row", checkRanks, map[string]string{
		"util/a.go": `package util; import _ "m/internal/cli"`,
	}, []string{"util: the package has no row in the table"}},
	{"code that imports what is for tests", checkRanks, map[string]string{
		"internal/cli/a.go": `package cli; import _ "m/internal/testkit"`,
	}, []string{"internal/cli/a.go: imports internal/testkit, which is for tests"}},
	{"a dot import", checkRanks, map[string]string{
		"lint/a.go": `package lint; import . "strings"`,
	}, []string{"lint/a.go: the dot import of strings hides where names come from"}},

	{"modules come in by their door and into tests", checkDoors, map[string]string{
		"source/a.go":      `package source; import _ "go.yaml.in/yaml/v4/deeper"`,
		"schema/a_test.go": `package schema; import _ "go.yaml.in/yaml/v4"`,
	}, nil},
	{"a module by another way, and an unknown one", checkDoors, map[string]string{
		"schema/a.go": `package schema; import _ "go.yaml.in/yaml/v4"`,
		"lint/a.go":   `package lint; import _ "example.org/passed/on"`,
	}, []string{
		"lint/a.go: example.org/passed/on has no door in the table",
		"schema/a.go: only source may import go.yaml.in/yaml/v4",
	}},

	{"a parser of addresses and dates is no reach outside", checkUses, map[string]string{
		"lint/a.go":           `package lint; import ("net/url"; "time"); var _, _ = url.Parse, time.Parse`,
		"internal/files/a.go": `package files; import "os"; var _ = os.Open`,
		"internal/cli/a.go":   `package cli; import ("fmt"; "os"); func f() { fmt.Fprintln(os.Stdout); fmt.Println() }`,
		"report/a.go":         `package report; import "fmt"; var _ = fmt.Fprintf`,
		"report/a_test.go":    `package report; import ("os"; "fmt"); func f() { fmt.Println(os.Args) }`,
	}, nil},
	{"public packages that reach outside", checkUses, map[string]string{
		"lint/a.go":   `package lint; import "os/exec"`,
		"check/a.go":  `package check; import web "net/http"`,
		"report/a.go": `package report; import clock "time"; var now = clock.Now`,
	}, []string{
		"check/a.go: uses net/http: a public package is handed what it reads",
		"lint/a.go: uses os/exec: a public package is handed what it reads",
		"report/a.go: uses time.Now: the same bytes in must give the same bytes out, whatever the clock says",
	}},
	{"printing below the command line", checkUses, map[string]string{
		"finding/a.go":          `package finding; import "fmt"; func f() { fmt.Printf("") }`,
		"framework/a.go":        `package framework; func f() { println() }`,
		"internal/files/a.go":   `package files; import "os"; var w = os.Stderr`,
		"internal/operand/a.go": `package operand; import "log/slog"`,
	}, []string{
		"finding/a.go: uses fmt.Printf: only the command line prints",
		"framework/a.go: uses builtin.println: only the command line prints",
		"internal/files/a.go: uses os.Stderr: only the command line prints",
		"internal/operand/a.go: uses log/slog: only the command line prints",
	}},

	{"what is not exported may be of any type", checkSignatures, map[string]string{
		"source/a.go": `package source; import ("io"; "go.yaml.in/yaml/v4"; "m/internal/text"; "m/finding")
			type T struct { node yaml.Node; Rule finding.Rule }
			type I interface { hidden(yaml.Node); Read(io.Reader) }
			type t struct { Node yaml.Node }
			func (t) Shown(yaml.Node) {}
			func f(yaml.Node) {}
			func F(io.Reader) { var _ yaml.Node }
			var V = []string{text.Fold("")}
			var u yaml.Node`,
		"source/a_test.go":   `package source; import "go.yaml.in/yaml/v4"; var V yaml.Node`,
		"internal/text/a.go": `package text; import "golang.org/x/text/language"; var V language.Tag`,
	}, nil},
	{"foreign types in what is exported", checkSignatures, map[string]string{
		"source/a.go": `package source; import ("go.yaml.in/yaml/v4"; "m/internal/text")
			type Field struct { a int; Deep struct { Node []*yaml.Node } }
			type Embedded struct { text.Word }
			type Method interface { Read(map[string]text.Word) }
			type Alias = yaml.Node
			type Generic[P text.Word] struct{}
			func Parameter(func(yaml.Node)) {}
			func Result() (int, *yaml.Node) { return 0, nil }
			func (*Field) Received(yaml.Node) {}
			func (Generic[P]) Received(yaml.Node) {}
			var Typed yaml.Node
			var Literal = &text.Word{}
			var Called = text.New()
			var Function = func(yaml.Node) {}`,
	}, []string{
		"source/a.go: Alias shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Called shows m/internal/text.New",
		"source/a.go: Embedded shows m/internal/text.Word",
		"source/a.go: Field shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Function shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Generic shows m/internal/text.Word",
		"source/a.go: Literal shows m/internal/text.Word",
		"source/a.go: Method shows m/internal/text.Word",
		"source/a.go: Parameter shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Received shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Received shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Result shows go.yaml.in/yaml/v4.Node",
		"source/a.go: Typed shows go.yaml.in/yaml/v4.Node",
	}},

	{"the longest file and function", checkSizes, map[string]string{
		"lint/a.go":      "package lint\nfunc f() {" + strings.Repeat("\n", functionLines-1) + "}" + strings.Repeat("\n", fileLines-functionLines),
		"lint/a_test.go": "package lint\nfunc f() {" + strings.Repeat("\n", fileLines) + "}",
	}, nil},
	{"a line more", checkSizes, map[string]string{
		"lint/a.go": "package lint\nfunc f() {" + strings.Repeat("\n", functionLines) + "}" + strings.Repeat("\n", fileLines-functionLines),
	}, []string{
		"lint/a.go: 401 lines, more than 400: split it",
		"lint/a.go: f has 61 lines, more than 60: split it",
	}},
}

func TestExamples(t *testing.T) {
	for _, e := range examples {
		t.Run(e.name, func(t *testing.T) {
			fsys := fstest.MapFS{"go.mod": {Data: []byte(goMod)}}
			for name, text := range e.files {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			got := e.check(load(t, fsys))
			slices.Sort(got)
			if !slices.Equal(got, e.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(e.want, "\n"))
			}
		})
	}
}

func TestRequirements(t *testing.T) {
	m := &module{requires: map[string]bool{"example.org/stray": true, "example.org/passed/on": false}}
	for _, r := range table {
		for _, door := range r.doors {
			m.requires[door] = true
		}
	}
	delete(m.requires, "golang.org/x/term")
	got := checkRequirements(m)
	want := []string{
		"go.mod: example.org/stray has no door in the table",
		"internal/cli: its door to golang.org/x/term leads to nothing in go.mod",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestGoMod(t *testing.T) {
	m := load(t, fstest.MapFS{"go.mod": {Data: []byte(goMod)}})
	for module, direct := range map[string]bool{"golang.org/x/text": true, "go.yaml.in/yaml/v4": true, "example.org/passed/on": false} {
		if got, ok := m.requires[module]; !ok || got != direct {
			t.Errorf("%s is read as required %v, direct %v", module, ok, got)
		}
	}
	if m.path != "m" || len(m.requires) != 3 {
		t.Errorf("the module %s requires %v", m.path, m.requires)
	}
}

func TestDocumentedTable(t *testing.T) {
	page := "| rank | package | purpose | only door of |\n" +
		"| --- | --- | --- | --- |\n" +
		"| 1 | `source` | documents, `Parse` | `go.yaml.in/yaml/v4` |\n" +
		"| 3 | `finding` | rules | – |\n" +
		"| 2 | `framework` | the model | – |\n" +
		"| 9 | `gone` | nothing | – |\n" +
		"| 0 | `internal/text` | words | `golang.org/x/text`, `golang.org/x/term` |\n" +
		"| – | `internal/arch` | this test | – |\n"
	existing := map[string]bool{"source": true, "finding": true, "schema": true, "internal/text": true, "internal/arch": true}
	got := checkDocs(page, existing)
	want := []string{
		"docs/architecture.md lacks the row | 0 | `internal/text` | … | `github.com/golangci/misspell`, `golang.org/x/text` |",
		"docs/architecture.md lacks the row | 2 | `finding` | … | – |",
		"docs/architecture.md lacks the row | 2 | `schema` | … | `github.com/santhosh-tekuri/jsonschema/v5` |",
		"docs/architecture.md has a row that does not hold: | 3 | `finding` | … | – |",
		"docs/architecture.md has a row that does not hold: | 2 | `framework` | … | – |",
		"docs/architecture.md has a row that does not hold: | 9 | `gone` | … | – |",
		"docs/architecture.md has a row that does not hold: | 0 | `internal/text` | … | `golang.org/x/text`, `golang.org/x/term` |",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
