package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/framework"
)

func firstNotesText(t testing.TB, f *framework.Framework) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteFirstReleaseNotes(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestFirstReleaseNotes counts what is there, and leaves out what is retired.
func TestFirstReleaseNotes(t *testing.T) {
	f := noteFramework(t, "1.0.0", "Careers", `, "scales": [{"id": "cfh", "title": "Levels", "kind": "career", "min": 1, "max": 9, "labels": {"4": "4a"}}],
"levels": [{"scale": "cfh", "rank": 2, "title": "Support"}],
"constituencies": [{"id": "records", "title": "Health Records"}, {"id": "im", "title": "Information Management"}, {"id": "empty", "title": "Nobody"}],
"competencies": [{"id": "audit", "title": "Audit"}, {"id": "old", "title": "Old", "status": "retired"}],
"roles": [{"id": "a", "title": "A", "constituency": "im", "level": 3}, {"id": "b", "title": "B", "constituency": "im", "level": {"from": 2, "to": 3}},
{"id": "c", "title": "C", "constituency": "im", "level": 4}, {"id": "d", "title": "D", "constituency": "im"}, {"id": "e", "title": "E", "constituency": "records"},
{"id": "f", "title": "F", "constituency": "gone", "level": 5}, {"id": "g", "title": "G", "constituency": "records", "level": 9, "status": "retired"}]`)
	golden(t, "release-notes-first.md", []byte(firstNotesText(t, f)))
	if got, want := firstNotesText(t, noteFramework(t, "0.1.0-dev", "Careers", "")), "# Careers 0.1.0-dev\n\nVersion 0.1.0-dev is the first release. It has 0 roles, 0 competencies and 0 levels.\n"; got != want {
		t.Errorf("of nothing: %q, want %q", got, want)
	}
}

// TestFirstReleaseNotesHostile lets no text of the data become markup.
func TestFirstReleaseNotesHostile(t *testing.T) {
	for _, s := range []string{"a\n\n# b", "<img src=x>", "[a](http://x)", "@all", "`x`", "| a | b |", "a\x1b[0m", "\u202ea", "**x**", strings.Repeat("long ", 500)} {
		f := noteFramework(t, "1.0.0", "Careers", `, "constituencies": [{"id": "im", "title": "IM"}], "roles": [{"id": "a", "title": "A", "constituency": "im", "level": 3}, {"id": "b", "title": "B", "constituency": "x"}]`)
		f.Title, f.Version, f.Constituencies[0].Title, f.Roles[1].Constituency = s, s, s, s
		got := firstNotesText(t, f)
		page := readPage(got)
		if strings.Count(got, "\n") != 8 || len(page.headings) != 2 || len(page.items) != 2 {
			t.Errorf("%q became:\n%s", s, got)
		}
		bare := strings.NewReplacer("<!-- -->", "", "\n# ", "", "\n## ", "").Replace("\n" + got)
		if strings.ContainsAny(bare, "<>[]|`\x1b\u202e*") || strings.Contains(got, "@all") || len(got) > 20_000 {
			t.Errorf("%q became:\n%s", s, got)
		}
	}
}
