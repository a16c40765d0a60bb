package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/source"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// golden compares with a file of testdata, or rewrites it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(got) {
		t.Errorf("%s differs; if it should, run go test -update.\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}

// goldens collects what the cases of a table give, in the form of a txtar
// archive.
type goldens struct{ strings.Builder }

func (g *goldens) add(name, got string) {
	if got != "" && !strings.HasSuffix(got, "\n") {
		panic(name + ": the output does not end with a line feed")
	}
	g.WriteString("\n-- " + name + " --\n" + got)
}

func (g *goldens) compare(t *testing.T, name, about string) {
	t.Helper()
	golden(t, name, []byte(about+"\n"+g.String()))
}

// marked makes a file of a text in which « and » stand around the span.
func marked(path, text string) source.Span {
	before, rest, _ := strings.Cut(text, "«")
	inside, after, found := strings.Cut(rest, "»")
	if !found {
		panic(path + ": the text has no span")
	}
	f := &source.File{Path: path, Text: before + inside + after}
	return source.Span{File: f, Start: len(before), End: len(before) + len(inside)}
}

// render writes a document and fails the test when that fails.
func render(t testing.TB, d Document, format string, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := d.Write(&b, format, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
