package testkit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// repair applies the first fix of every finding of the case's rule and returns
// the new text of the files that it changes.
func repair(t testing.TB, c *Case, found []finding.Finding) map[string]string {
	t.Helper()
	edits := map[*source.File][]source.Edit{}
	for _, f := range found {
		if f.Rule.ID != c.Rule || len(f.Fixes) == 0 {
			continue
		}
		if !f.Rule.Fixable {
			t.Errorf("%s has a fix and does not say so", f.Rule.ID)
		}
		for _, e := range f.Fixes[0].Edits {
			edits[e.Span.File] = append(edits[e.Span.File], e)
		}
	}
	changed := map[string]string{}
	for file, list := range edits {
		text, err := source.Apply(file, list)
		if err != nil {
			t.Fatal(err)
		}
		if text == file.Text {
			t.Errorf("the fix changes nothing in %s", file.Path)
		}
		changed[file.Path] = text
	}
	return changed
}

// entries returns changed files as want/fixed/ shows them, by path.
func (c *Case) entries(changed map[string]string) []entry {
	var entries []entry
	for _, path := range slices.Sorted(maps.Keys(changed)) {
		entries = append(entries, encoded(fixedPrefix+path, changed[path]))
	}
	return entries
}

func place(s source.Span) string {
	if s.IsZero() {
		return "-"
	}
	p := s.Position()
	return fmt.Sprintf("%s:%d:%d", s.File.Path, p.Line, p.Column)
}

// oneLine shows line breaks, so that a text which holds some cannot look like
// several.
func oneLine(s string) string {
	return strings.NewReplacer("\n", `\n`, "\r", `\r`).Replace(s)
}
