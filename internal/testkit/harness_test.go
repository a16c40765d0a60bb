package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// recorder is a test that keeps its complaints instead of failing.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}
func (r *recorder) Error(args ...any) { r.errors = append(r.errors, fmt.Sprint(args...)) }

var noShouting = &finding.Rule{ID: "text/no-shouting", Title: "Quiet", Doc: "Quiet.", Severity: finding.Warning, Since: "0.1.0", Fixable: true}

// shouts reports every exclamation mark, with a fix that replaces it by with.
func shouts(with string) Judge {
	return func(_ testing.TB, c *Case) []finding.Finding {
		file := &source.File{Path: "a.yaml", Text: c.Files["a.yaml"]}
		var found []finding.Finding
		for i, char := range file.Text {
			if char == '!' {
				span := source.Span{File: file, Start: i, End: i + 1}
				found = append(found, finding.Finding{Rule: noShouting, Severity: finding.Warning, Span: span, Message: "a shout", Help: "be quiet",
					Related: []finding.Related{{Span: span, Message: "here"}}, Fixes: []finding.Fix{{Edits: []source.Edit{{Span: span, New: with}}}}})
			}
		}
		return found
	}
}

const wanted = "-- want --\na.yaml:1:2: warning: a shout [text/no-shouting]\n  help: be quiet\n  a.yaml:1:2: here\n-- want/fixed/a.yaml --\nx.\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text", "no-shouting", name+".txtar")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHarness proves that the harness complains about every way in which a case
// can be wrong, and about nothing else.
func TestHarness(t *testing.T) {
	for _, c := range []struct{ what, name, text, with, complaint string }{
		{"a good case", "loud", "A shout.\n-- a.yaml --\nx!\n" + wanted, ".", ""},
		{"a good silent case", "ok-quiet", "No shout.\n-- a.yaml --\nx\n", ".", ""},
		{"no sentence", "loud", "-- a.yaml --\nx!\n" + wanted, ".", "sentence"},
		{"another place", "loud", "A shout.\n-- a.yaml --\ny!\n" + strings.Replace(wanted, "1:2", "1:3", 1), ".", "findings differ"},
		{"another repair", "loud", "A shout.\n-- a.yaml --\ny!\n" + wanted, ".", "repaired files differ"},
		{"a silent case that shouts", "ok-loud", "A shout.\n-- a.yaml --\nx!\n" + wanted, ".", "wants silence"},
		{"a case that shows nothing", "loud", "No shout.\n-- a.yaml --\nx\n", ".", "shows no finding"},
		{"a fix that repairs nothing", "loud", "A shout.\n-- a.yaml --\nx!\n" + strings.Replace(wanted, "x.", "x!", 1), "!", "changes nothing"},
		{"a fix that makes it worse", "loud", "A shout.\n-- a.yaml --\nx!\n" + strings.Replace(wanted, "x.", "x!!", 1), "!!", "something to fix"},
	} {
		r := &recorder{TB: t}
		run(r, readCase(r, write(t, c.name, c.text)), shouts(c.with))
		got := strings.Join(r.errors, "\n")
		if (got == "") != (c.complaint == "") || !strings.Contains(got, c.complaint) {
			t.Errorf("%s: the harness says %q, want %q", c.what, got, c.complaint)
		}
	}
}

func TestUpdate(t *testing.T) {
	const before = "A shout.\n\n-- a.yaml --\nx!\n-- want --\nold\n"
	path := write(t, "loud", before)
	*update = true
	defer func() { *update = false }()
	run(t, readCase(t, path), shouts("."))
	data, err := os.ReadFile(path)
	if want := "A shout.\n\n-- a.yaml --\nx!\n" + wanted; err != nil || string(data) != want {
		t.Errorf("the case is now %q, %v, want %q", data, err, want)
	}
}

func TestCheckRules(t *testing.T) {
	const good = "A shout.\n-- a.yaml --\nx!\n" + wanted
	other := *noShouting
	other.ID = "text/other"
	bare := finding.Rule{ID: "Bad"}
	for _, c := range []struct {
		what, name string
		rules      []*finding.Rule
		elsewhere  map[string]string
		complaint  string
	}{
		{"no silent case", "loud", []*finding.Rule{noShouting}, nil, "one that is silent: false"},
		{"no case", "loud", []*finding.Rule{noShouting, &other}, nil, "text/other: a case that fires: false"},
		{"an orphan", "loud", []*finding.Rule{}, nil, "has no rule"},
		{"a rule shown elsewhere and here", "loud", []*finding.Rule{noShouting}, map[string]string{"text/no-shouting": "TestX"}, "shown elsewhere"},
		{"a bad declaration", "loud", []*finding.Rule{noShouting, &bare}, nil, "category/kebab-name"},
		{"no repair shown", "ok-loud", []*finding.Rule{{ID: "text/no-shouting", Title: "x", Doc: "x", Severity: finding.Info, Since: "1"}}, nil, "with want/fixed: true"},
	} {
		dir := filepath.Dir(filepath.Dir(filepath.Dir(write(t, c.name, good))))
		r := &recorder{TB: t}
		CheckRules(r, dir, c.rules, c.elsewhere)
		if got := strings.Join(r.errors, "\n"); !strings.Contains(got, c.complaint) {
			t.Errorf("%s: the harness says %q, want %q", c.what, got, c.complaint)
		}
	}
}
