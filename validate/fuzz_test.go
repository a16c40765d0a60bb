package validate_test

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// FuzzDocument judges any bytes as JSON and as YAML by any schema: findings lie
// within the text, have words and a rule, and are the same the second time.
func FuzzDocument(f *testing.F) {
	for _, text := range testkit.Files(f, "testdata") {
		for i := range len(schema.Names()) + 1 {
			f.Add(text, byte(i), i%3 == 0)
		}
	}
	f.Fuzz(func(t *testing.T, text string, kind byte, many bool) {
		names := append(schema.Names(), "")
		name := names[int(kind)%len(names)]
		for _, path := range []string{"x.json", "x.yaml"} {
			file := &source.File{Path: path, Text: text}
			first := fuzzed(t, file, name, many)
			for _, found := range first {
				whole(t, file, found)
			}
			if again := fuzzed(t, file, name, many); !reflect.DeepEqual(first, again) {
				t.Errorf("the second time gives\n%s\nafter\n%s", testkit.Render(again), testkit.Render(first))
			}
		}
	})
}

func fuzzed(t *testing.T, file *source.File, kind string, many bool) []finding.Finding {
	doc, faults := source.Parse(file, source.FileLimits)
	found, err := validate.Document(doc, faults, kind, many)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// whole checks that a finding is complete and lies within its file.
func whole(t *testing.T, file *source.File, f finding.Finding) {
	spans := []source.Span{f.Span}
	for _, r := range f.Related {
		spans = append(spans, r.Span)
	}
	for _, s := range spans {
		if s.File != file || s.Start < 0 || s.End < s.Start || s.End > len(file.Text) {
			t.Errorf("%s lies at %d to %d of %d bytes", f.Rule.ID, s.Start, s.End, len(file.Text))
		}
	}
	if f.Message == "" || f.Help == "" || f.Subject.Kind == "" || f.Severity != f.Rule.Severity {
		t.Errorf("%s is incomplete: %+v", f.Rule.ID, f)
	}
	for _, fix := range f.Fixes {
		if _, err := source.Apply(file, fix.Edits); err != nil {
			t.Errorf("%s cannot be fixed: %v", f.Rule.ID, err)
		}
	}
}

// TestManyUnknownFields holds the cost of a wide file to its size, counted in
// allocations.
func TestManyUnknownFields(t *testing.T) {
	cost := func(n int) float64 {
		text := `{"id": "a", "title": "A", "constituency": "b", "aliases": [`
		for i := range n {
			text += strconv.Itoa(i) + ","
		}
		text += `"x"]`
		for i := range n {
			text += `, "key` + strconv.Itoa(i) + `": 1`
		}
		file := &source.File{Path: "roles/a.json", Text: text + "}"}
		return testing.AllocsPerRun(1, func() {
			if found := fuzzed(t, file, "role", false); len(found) != 2*n {
				t.Fatalf("%d findings, want %d", len(found), 2*n)
			}
		})
	}
	if small, large := cost(500), cost(1000); large > 2.5*small {
		t.Errorf("500 take %v allocations, 1,000 take %v", small, large)
	}
}
