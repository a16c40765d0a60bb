package diff_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
)

// edit is one row of testdata/edits.txt.
type edit struct {
	name     string
	old, new map[string]string // the files of either side
	want     []string
}

// hunk is a place of an edit: what it is done to, and the lines that go and come.
type hunk struct {
	sides     string // "&" both, "@" the new one, "%" all files of the new one
	path      string
	gone, add string
}

// readEdits reads the table of edits.
func readEdits(t *testing.T) []*edit {
	t.Helper()
	data, err := os.ReadFile("testdata/edits.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []*edit
	for _, block := range strings.Split(string(data), "\n== ")[1:] {
		name, body, _ := strings.Cut(block, "\n")
		e := &edit{name: name, old: maps.Clone(shipped()), new: maps.Clone(shipped())}
		for _, h := range e.hunks(t, body) {
			e.apply(t, h)
		}
		all = append(all, e)
	}
	return all
}

func (e *edit) hunks(t *testing.T, body string) []*hunk {
	t.Helper()
	var all []*hunk
	for row := range strings.Lines(strings.TrimSpace(body) + "\n") {
		switch rest := row[1:]; row[0] {
		case '@', '&', '%':
			all = append(all, &hunk{sides: row[:1], path: strings.TrimSpace(rest)})
		case '-':
			all[len(all)-1].gone += rest
		case '+':
			all[len(all)-1].add += rest
		case '=':
			e.want = append(e.want, strings.TrimSpace(rest))
		default:
			t.Fatalf("%s: a line that is no part of an edit: %q", e.name, row)
		}
	}
	return all
}

func (e *edit) apply(t *testing.T, h *hunk) {
	t.Helper()
	if h.sides == "%" {
		old := regexp.MustCompile("(?m)" + regexp.QuoteMeta(strings.TrimSpace(h.gone)) + "$")
		for path, text := range e.new {
			e.new[path] = old.ReplaceAllString(text, strings.TrimSpace(h.add))
		}
		return
	}
	e.change(t, e.new, h)
	if h.sides == "&" {
		e.change(t, e.old, h)
	}
}

// change makes an edit on one side.
func (e *edit) change(t *testing.T, files map[string]string, h *hunk) {
	t.Helper()
	path, remove := strings.CutSuffix(h.path, " gone")
	text, exists := files[path]
	switch {
	case remove && exists:
		delete(files, path)
	case remove:
		t.Fatalf("%s: no file %s", e.name, path)
	case h.gone == "":
		files[path] = text + h.add
	case strings.Count("\n"+text, "\n"+h.gone) != 1:
		t.Fatalf("%s: %s holds %d times\n%s", e.name, path, strings.Count("\n"+text, "\n"+h.gone), h.gone)
	default:
		files[path] = strings.Replace("\n"+text, "\n"+h.gone, "\n"+h.add, 1)[1:]
	}
}

// TestEdits compares the shipped framework with itself after every edit of the
// table.
func TestEdits(t *testing.T) {
	edits := readEdits(t)
	if len(edits) < 60 {
		t.Errorf("%d edits, want 60 at least", len(edits))
	}
	for _, e := range edits {
		t.Run(e.name, func(t *testing.T) {
			r := diff.Compare(model(t, e.old), model(t, e.new), diff.Options{})
			for i := range r.Changes {
				checkSubject(t, &r.Changes[i])
			}
			got := lines(r)
			slices.Sort(got)
			slices.Sort(e.want)
			if diff := cmp.Diff(e.want, got); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}

// checkSubject holds that a change happens to an entity that its kind declares.
func checkSubject(t testing.TB, c *diff.Change) {
	t.Helper()
	if of := framework.Kind(c.Subject.Kind); c.Kind.Subjects != nil && !slices.Contains(c.Kind.Subjects, of) {
		t.Errorf("%s happens to a %s, and is declared for %v", line(c), of, c.Kind.Subjects)
	}
}

// TestEditsShowEveryKind wants each kind of change in the table of edits.
func TestEditsShowEveryKind(t *testing.T) {
	shown := map[string]bool{}
	for _, e := range readEdits(t) {
		for _, row := range e.want {
			if parts := strings.Fields(row); len(parts) > 1 {
				shown[parts[1]] = true
			}
		}
	}
	for _, k := range diff.Kinds() {
		if !shown[k.ID] {
			t.Errorf("no edit shows %s", k.ID)
		}
	}
}
