package diff_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/testkit"
	"github.com/cadre-framework/cadre/source"
)

// FuzzCompare compares two small frameworks made of any bytes: nothing panics, each
// is the same as itself, and unless a succession is declared both directions speak
// of the same entities and fields.
func FuzzCompare(f *testing.F) {
	for _, p := range testkit.Pairs(f, "testdata") {
		for _, path := range slices.Sorted(maps.Keys(p.Old)) {
			f.Add(path, p.Old[path], p.New[path])
		}
	}
	f.Add("framework.json", `{"id":"a","version":1e400}`, `[{"id":[],"x-":null}]`)
	f.Fuzz(func(t *testing.T, path, before, after string) {
		old, new, again := loose(path, before), loose(path, after), loose(path, after)
		there, back := diff.Compare(old, new, diff.Options{}), diff.Compare(new, old, diff.Options{})
		if same := diff.Compare(new, again, diff.Options{}); len(same.Changes)+len(same.Notes) > 0 {
			t.Errorf("the same differs: %v", lines(same))
		}
		for _, c := range there.Changes {
			if c.Message == "" || c.Subject.Kind == "" || c.Kind == nil {
				t.Errorf("a change without a word: %+v", c)
			}
		}
		for _, oneWay := range []string{"repl", "prev", `\`} { // successions, previous codes, and these in escapes
			if strings.Contains(before+after, oneWay) {
				return
			}
		}
		if a, b := sorted(differences(there)), sorted(differences(back)); !slices.Equal(a, b) {
			t.Errorf("one direction %q, the other %q", a, b)
		}
	})
}

// loose builds a framework of one file, whatever is wrong with it.
func loose(path, text string) *framework.Framework {
	limits := source.FileLimits
	limits.Nodes, limits.Bytes = 2000, 1<<16
	doc, _ := source.Parse(&source.File{Path: path, Text: text}, limits)
	return framework.Build([]*source.Document{doc}, nil, framework.DefaultLayout)
}
