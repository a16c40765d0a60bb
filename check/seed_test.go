package check_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/cadre-framework/cadre/check"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/source"
)

// runLength is how many words in a row may not be shared with the text that the
// framework started from.
const runLength = 8

// TestProseIsOurOwn compares the shipped prose with the seed text, where that
// lies beside the project. Names are free: titles, aliases, sources, functions.
func TestProseIsOurOwn(t *testing.T) {
	seeds, err := filepath.Glob("../../shared/seed/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(seeds) == 0 {
		t.Skip("the seed text does not lie beside the project, so there is nothing to compare with")
	}
	theirs := map[string]string{}
	for _, path := range seeds {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range runs(string(data)) {
			theirs[run] = path
		}
	}
	if len(theirs) < 500 {
		t.Fatalf("the seed has only %d runs of %d words", len(theirs), runLength)
	}
	for _, p := range prose(t) {
		for _, run := range runs(p.text) {
			if theirs[run] != "" {
				t.Errorf("%s shares with the seed: %s", p.place, run)
			}
		}
	}
}

type passage struct{ place, text string }

// prose returns the texts of the shipped framework that are ours to word.
func prose(t *testing.T) []passage {
	t.Helper()
	_, f, err := check.Run(t.Context(), frameworkdata.FS, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	readme, err := fs.ReadFile(frameworkdata.FS, "README.md")
	if err != nil {
		t.Fatal(err)
	}
	all := []passage{{"README.md", string(readme)}}
	names := []string{"title", "aliases", "sources", "functions", "url", "id"}
	var walk func(place string, n source.Node)
	walk = func(place string, n source.Node) {
		if slices.Contains(names, n.Key()) {
			return
		}
		if n.Kind() == source.String {
			all = append(all, passage{place + n.Pointer(), n.Text()})
		}
		for child := range n.Children() {
			walk(place, child)
		}
	}
	for e := range f.Entities() {
		walk(e.File().Path, e.Node())
	}
	return all
}

// runs returns every stretch of eight words, without case and punctuation.
func runs(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var all []string
	for i := 0; i+runLength <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+runLength], " "))
	}
	return all
}
