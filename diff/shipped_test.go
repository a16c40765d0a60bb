package diff_test

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// shipped returns the data files of the shipped framework by path.
var shipped = sync.OnceValue(func() map[string]string {
	files := map[string]string{}
	err := fs.WalkDir(frameworkdata.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if kind, _ := framework.DefaultLayout.Place(path); err == nil && kind != "" {
			data, readErr := fs.ReadFile(frameworkdata.FS, path)
			files[path], err = string(data), readErr
		}
		return err
	})
	if err != nil || len(files) < 200 {
		panic(fmt.Sprint(len(files), err))
	}
	return files
})

// parsed holds the documents of the shipped files, because most tests change few.
var parsed = sync.OnceValue(func() map[string]*source.Document {
	docs := map[string]*source.Document{}
	for path, text := range shipped() {
		docs[path], _ = source.Parse(&source.File{Path: path, Text: text}, source.FileLimits)
	}
	return docs
})

// document parses a file.
func document(t testing.TB, path, text string) *source.Document {
	t.Helper()
	if shipped()[path] == text {
		return parsed()[path]
	}
	doc, faults := source.Parse(&source.File{Path: path, Text: text}, source.BundleLimits)
	for _, f := range faults {
		t.Fatalf("%s: %s\n%s", path, f.Message, text)
	}
	return doc
}

// holdToSchema fails the test when a document breaks its schema: no such thing is
// ever compared.
func holdToSchema(t testing.TB, doc *source.Document) {
	t.Helper()
	kind, many := framework.DefaultLayout.Contents(doc)
	items := []source.Node{doc.Root()}
	if many {
		items = slices.Collect(doc.Root().Children())
	}
	for _, n := range items {
		violations, err := schema.Check(string(kind), n.Value())
		if err != nil || len(violations) > 0 {
			t.Fatalf("%s breaks the schema %q: %v %v\n%s", doc.File.Path, kind, violations, err, doc.File.Text)
		}
	}
}

// model builds the framework of files by path.
func model(t testing.TB, files map[string]string) *framework.Framework {
	t.Helper()
	docs := map[string]*source.Document{}
	for path, text := range files {
		if docs[path] = document(t, path, text); docs[path] != parsed()[path] {
			holdToSchema(t, docs[path])
		}
	}
	return build(docs)
}

func build(docs map[string]*source.Document) *framework.Framework {
	var all []*source.Document
	for _, path := range slices.Sorted(maps.Keys(docs)) {
		all = append(all, docs[path])
	}
	return framework.Build(all, nil, framework.DefaultLayout)
}

// line writes a change as tables of wanted changes do.
func line(c *diff.Change) string {
	s := fmt.Sprintf("%s %s %s/%s", c.Impact, c.Kind.ID, c.Subject.Kind, c.Subject.ID)
	if c.Field != "" {
		s += " " + c.Field
	}
	if len(c.Affects) > 0 {
		s += " -> " + strings.Join(names(c.Affects), " ")
	}
	return s
}

func names(subjects []finding.Subject) []string {
	var all []string
	for _, s := range subjects {
		all = append(all, s.ID)
	}
	slices.Sort(all)
	return all
}

// lines writes a result as tables do: its changes, its notes, the bump.
func lines(r *diff.Result) []string {
	var all []string
	for i := range r.Changes {
		all = append(all, line(&r.Changes[i]))
	}
	for _, n := range r.Notes {
		all = append(all, fmt.Sprintf("note %s/%s: %s", n.Subject.Kind, n.Subject.ID, n.Help))
	}
	return append(all, "bump: required "+r.Bump.Required.String())
}
