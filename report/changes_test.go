package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

func TestChangesJSON(t *testing.T) {
	golden(t, "changes.json", []byte(render(t, documentOf(nil, nil), "json", Options{})))
}

// The format names the fields itself; what encoding/json makes of the type is the
// judge of whether one is missing or in another place.
func TestChangesJSONHasEveryField(t *testing.T) {
	old, new, _ := sampleChanges()
	empty := FromChanges(old, new, &diff.Result{Complete: true}, Run{Root: "..", Directory: "tools"})
	for _, doc := range []*Changes{documentOf(nil, nil), empty} {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(doc); err != nil {
			t.Fatal(err)
		}
		got := render(t, doc, "json", Options{})
		if got != b.String() {
			t.Errorf("got:\n%s\nwant:\n%s", got, b.String())
		}
		if strings.Contains(got, "null") {
			t.Errorf("null in:\n%s", got)
		}
	}
}

// A saved comparison gives the same bytes in every format as the run itself. Read
// holds it to its schema.
func TestSavedChangesAreTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range changesCases {
		direct := documentOf(c.make, c.change)
		saved := reread(t, direct, Options{})
		if got, want := saved.(*Changes).Worst(), direct.Worst(); got != want {
			t.Errorf("%s: the worst is %v, of the saved comparison %v", c.name, want, got)
		}
		for _, format := range ChangesFormats() {
			for _, o := range []Options{{}, c.options, {Verbose: true, Color: true}, {Quiet: true, MaxFindings: 1}, {NameOnly: true, MaxFindings: 2}} {
				want := render(t, direct, format, o)
				if got := render(t, saved, format, o); got != want {
					t.Errorf("%s as %s: got:\n%s\nwant:\n%s", c.name, format, got, want)
				}
				if got := render(t, reread(t, direct, o), format, o); got != want {
					t.Errorf("%s as %s, saved with %+v: got:\n%s\nwant:\n%s", c.name, format, o, got, want)
				}
			}
		}
	}
}

func TestReadRefusesChanges(t *testing.T) {
	good := render(t, documentOf(nil, nil), "json", Options{})
	for old, new := range map[string]string{
		`"impact": "major"`: `"impact": "fatal"`, `"op": "kept"`: `"op": "moved"`, `"ok": false`: `"ok": 0`,
		`"declared": "minor"`: `"declared": "sideways"`, `"reach": 7`: `"reach": -7`, `"notes": [`: `"extra": 1, "notes": [`,
	} {
		if !strings.Contains(good, old) {
			t.Fatalf("the document has no %s", old)
		}
		if _, err := Read(strings.NewReader(strings.Replace(good, old, new, 1))); err == nil || !strings.Contains(err.Error(), "not as cadre writes it") {
			t.Errorf("%s: got %v", new, err)
		}
	}
}

// What the schema shows as an example is a document.
func TestExampleOfChanges(t *testing.T) {
	text, _ := schema.Text("changes")
	var root struct{ Examples []json.RawMessage }
	if err := json.Unmarshal([]byte(text), &root); err != nil || len(root.Examples) == 0 {
		t.Fatal(err, len(root.Examples))
	}
	doc, err := Read(strings.NewReader(string(root.Examples[0])))
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, doc, "text", Options{}); got != "nothing changed: both are version 1.0.0\n" {
		t.Errorf("got %s", got)
	}
}

func TestUnknownChangesFormat(t *testing.T) {
	doc := documentOf(nil, nil)
	err := doc.Write(io.Discard, "jsn", Options{})
	if err == nil || !strings.Contains(err.Error(), `unknown format "jsn": did you mean "json"?`) {
		t.Errorf("got %v", err)
	}
	if !slices.Equal(doc.Formats(), ChangesFormats()) || !slices.Contains(ChangesFormats(), "text") {
		t.Errorf("the formats are %v", doc.Formats())
	}
}

// A document that did not arrive whole is an error, wherever it broke off.
func TestWriteErrorsOfChanges(t *testing.T) {
	doc := documentOf(nil, nil)
	for _, format := range doc.Formats() {
		for _, o := range []Options{{}, {Quiet: true}, {NameOnly: true}, {Stat: true}} {
			size := len(render(t, doc, format, o))
			for _, room := range []int{0, size / 2, size - 1} {
				if err := doc.Write(&brokenWriter{room}, format, o); !errors.Is(err, errBroken) {
					t.Errorf("%s with room for %d of %d bytes: got %v", format, room, size, err)
				}
			}
		}
	}
}

// Hiding leaves the gravest, what was accepted and the version, and changes no
// verdict.
func TestShownChanges(t *testing.T) {
	doc := documentOf(nil, nil)
	before := render(t, doc, "json", Options{})
	for most, want := range map[int]int{0: 0, 3: 8, 1: 10, 10: 1, 11: 0, 100: 0} {
		shown := doc.shown(Options{MaxFindings: most})
		if shown.Summary.Hidden != want || len(shown.Changes) != len(doc.Changes)-want {
			t.Errorf("of %d at most: %d hidden and %d listed, want %d hidden", most, shown.Summary.Hidden, len(shown.Changes), want)
		}
		if shown.Worst() != diff.Major || shown.Summary.Major != doc.Summary.Major {
			t.Errorf("of %d at most: hiding changed the verdict", most)
		}
		if !shown.Changes[0].isVersion() {
			t.Errorf("of %d at most: the change of the version is hidden", most)
		}
	}
	var kinds []string
	for _, c := range doc.shown(Options{MaxFindings: 1}).Changes {
		kinds = append(kinds, c.Kind)
	}
	if got := strings.Join(kinds, " "); got != "version-changed removed responsibility-reworded reviewed" {
		t.Errorf("of one at most: %s", got)
	}
	if after := render(t, doc, "json", Options{}); after != before {
		t.Error("hiding changed the document")
	}
}

func TestWorstChange(t *testing.T) {
	agreed := &diff.Accepted{Reason: "x"}
	for _, c := range []struct {
		name    string
		changes []diff.Change
		want    diff.Impact
	}{
		{"nothing", nil, diff.None},
		{"no impact", []diff.Change{{Impact: diff.None}}, diff.None},
		{"a patch", []diff.Change{{Impact: diff.Patch}, {Impact: diff.None}}, diff.Patch},
		{"minor", []diff.Change{{Impact: diff.Minor}, {Impact: diff.Patch}}, diff.Minor},
		{"major", []diff.Change{{Impact: diff.Minor}, {Impact: diff.Major}}, diff.Major},
		{"accepted", []diff.Change{{Impact: diff.Minor}, {Impact: diff.Major, Accepted: agreed}}, diff.Minor},
		{"all accepted", []diff.Change{{Impact: diff.Major, Accepted: agreed}}, diff.None},
	} {
		old, new, r := sampleChanges()
		for i := range c.changes {
			c.changes[i].Kind = raisedKind
		}
		r.Changes = c.changes
		if got := FromChanges(old, new, r, Run{}).Worst(); got != c.want {
			t.Errorf("%s: the worst is %s, want %s", c.name, got, c.want)
		}
	}
	if got := (&Change{Impact: "fatal"}).impact(); got != diff.Major {
		t.Errorf("an unknown impact counts as %s", got)
	}
}

// What is gone is shown at what is nearest on the new side.
func TestParents(t *testing.T) {
	want := map[string]string{
		"removed":                "framework-data/framework.yaml:2",
		"responsibility-removed": "framework-data/roles/information-management/clinical-coder.yaml:9",
		"split":                  "framework-data/framework.yaml:2",
	}
	for _, c := range documentOf(nil, nil).Changes {
		if at, ok := want[c.Kind]; ok {
			if got := fmt.Sprintf("%s:%d", c.Parent.Path, c.Parent.Start.Line); got != at {
				t.Errorf("%s is shown at %s, want %s", c.Kind, got, at)
			}
			delete(want, c.Kind)
		} else if c.New != nil && c.New.Location != nil && c.Parent != nil {
			t.Errorf("%s has a place of its own and a parent", c.Kind)
		}
	}
	if len(want) > 0 {
		t.Errorf("not there: %v", want)
	}
	old, new, r := sampleChanges()
	r.Changes[5].Field = "nothing.here"
	if at := FromChanges(old, new, r, sampleRun).Changes[5].Parent; at.Start.Line != 1 || !strings.HasSuffix(at.Path, "coder.yaml") {
		t.Errorf("a field that is not there is shown at %v", at)
	}
}

// One long text must not make the document of many changes explode, and no more
// entities are listed than a document may hold.
func TestChangesAreBounded(t *testing.T) {
	long := strings.Repeat("é", 64<<10)
	subject := finding.Subject{Kind: "role", ID: long, Title: long, Constituency: long}
	reached := make([]finding.Subject, mostAffected/2+1)
	old, new, r := sampleChanges()
	change := diff.Change{Kind: raisedKind, Impact: diff.Major, Subject: subject, Field: long, Message: long, Affects: reached}
	change.Accepted = &diff.Accepted{Reason: long, By: long, Until: long}
	r.Changes = []diff.Change{change, change, change}
	doc := FromChanges(old, new, r, Run{})
	c := doc.Changes[0]
	for name, got := range map[string]string{"id": c.Subject.ID, "title": c.Subject.Title, "field": c.Field, "by": c.Accepted.By, "constituency": doc.Constituencies[len(doc.Constituencies)-1].ID} {
		if n := len([]rune(got)); n != longestName {
			t.Errorf("the %s has %d code points", name, n)
		}
	}
	if n := len([]rune(c.Message)); n != longestSentence {
		t.Errorf("the message has %d code points", n)
	}
	listed := 0
	for _, c := range doc.Changes {
		listed += len(c.Affects)
		if c.Reach != len(reached) {
			t.Errorf("the reach is %d, want %d", c.Reach, len(reached))
		}
	}
	if listed != mostAffected {
		t.Errorf("%d affected entities are listed, want %d", listed, mostAffected)
	}
	r.Changes = []diff.Change{{Kind: raisedKind, Impact: diff.Major, Subject: subject, Field: "summary", Message: "x", Old: diff.Side{Value: long}, New: diff.Side{Value: "b"}, Words: wordEdits("="+long+" "+strings.Repeat("a b ", 5000), "-"+strings.Repeat("c ", 5000), "+"+long)}}
	if n := len(render(t, FromChanges(old, new, r, Run{}), "text", Options{})); n > 4000 {
		t.Errorf("one change takes %d bytes of text", n)
	}
}

func TestVerdict(t *testing.T) {
	major := []diff.Change{{Kind: raisedKind, Impact: diff.Major}}
	silent := []diff.Change{{Kind: raisedKind, Impact: diff.None}}
	for _, c := range []struct {
		old, new, declared string
		required           diff.Impact
		ok                 bool
		changes            []diff.Change
		want               string
	}{
		{"1.0.0", "1.0.0", "none", diff.None, true, nil, "nothing changed: both are version 1.0.0"},
		{"1.0.0", "1.0.1", "patch", diff.None, true, nil, "nothing changed but the version: 1.0.0 → 1.0.1"},
		{"1.0.0", "1.0.1", "patch", diff.None, true, silent, "version 1.0.0 → 1.0.1 is a patch bump; the changes require no bump"},
		{"1.0.0", "1.0.0", "none", diff.None, true, silent, "version 1.0.0 is still the same; the changes require no bump"},
		{"1.0.0", "2.0.0", "major", diff.Major, true, major, "version 1.0.0 → 2.0.0 is a major bump; the changes require a major bump: enough"},
		{"1.0.0", "1.1.0", "minor", diff.Major, false, major, "version 1.0.0 → 1.1.0 is a minor bump; the changes require a major bump: not enough. Set version to 2.0.0 or higher in the framework file."},
		{"1.0.0", "1.0.0", "none", diff.Patch, false, major, "version 1.0.0 is still the same; the changes require a patch bump: not enough. Set version to 1.0.1 or higher in the framework file."},
		{"1.1.0", "1.0.0", "backward", diff.None, false, nil, "version 1.1.0 → 1.0.0 goes back: not right. Set version to 1.1.0 or higher in the framework file."},
		{"1.1.0", "1.0.0", "backward", diff.Minor, false, major, "version 1.1.0 → 1.0.0 goes back; the changes require a minor bump: not enough. Set version to 1.2.0 or higher in the framework file."},
		{"0.1.0", "0.2.0", "minor", diff.Major, true, major, "version 0.1.0 → 0.2.0 is a minor bump; the changes require a major bump: enough, because before 1.0.0 nothing is promised"},
		{"1.1.0-dev", "1.1.0", "none", diff.Major, true, major, "version 1.1.0-dev → 1.1.0; the changes require a major bump: enough, because a pre-release promises nothing"},
		{"2.1.0-dev", "2.1.0-dev", "none", diff.Major, true, major, "version 2.1.0-dev is still the same pre-release, which promises nothing; cadre release check holds it to the newest release"},
		{"2.1.0-dev", "2.1.0-dev", "none", diff.None, true, silent, "version 2.1.0-dev is still the same; the changes require no bump"},
		{"one", "", "none", diff.Major, false, major, "version one → none; the changes require a major bump: not enough. Give both versions the form 1.2.3, as semver.org defines it."},
		{"1.0.0", "2.0.0", "major", diff.Major, true, nil, "version 1.0.0 → 2.0.0 is a major bump; the changes require a major bump: enough"},
	} {
		old, new, _ := sampleChanges()
		old.Framework.Version, new.Framework.Version = c.old, c.new
		r := &diff.Result{Complete: true, Changes: c.changes, Bump: diff.Bump{Old: c.old, New: c.new, Declared: c.declared, Required: c.required, OK: c.ok}}
		doc := FromChanges(old, new, r, Run{})
		if got := doc.verdict(); got != c.want {
			t.Errorf("%s → %s\ngot:  %s\nwant: %s", c.old, c.new, got, c.want)
		}
		if c.ok && doc.Bump.Next != "" {
			t.Errorf("%s → %s is enough, and %s is proposed", c.old, c.new, doc.Bump.Next)
		}
	}
}

// What was not asked for is never taken for nothing, and neither is a comparison
// that stopped.
func TestChangesNotListed(t *testing.T) {
	doc := documentOf(nil, func(r *diff.Result) { *r = diff.Result{Complete: true, Bump: diff.Bump{OK: true}} })
	doc.Summary.Elsewhere = 3
	if got := render(t, doc, "text", Options{}); strings.Contains(got, "nothing") || !strings.Contains(got, "elsewhere: 3 changes not asked for") {
		t.Errorf("with changes elsewhere:\n%s", got)
	}
	doc.Complete = false
	for _, o := range []Options{{}, {Quiet: true}, {Stat: true}, {NameOnly: true}} {
		if got := render(t, doc, "text", o); strings.Contains(got, "require") || !strings.Contains(got, "incomplete: ") {
			t.Errorf("incomplete:\n%s", got)
		}
	}
}

func BenchmarkChanges(b *testing.B) {
	for _, n := range []int{5_000, 10_000} {
		old, new, r := renamedRoles(n)
		file := &source.File{Path: "bundle.json", Text: strings.Repeat("{\"id\": \"clerk\"},\n", n)}
		for i := range r.Changes {
			r.Changes[i].New.Span = source.Span{File: file, Start: i, End: i + 1}
			r.Changes[i].Words = wordEdits("=One two three ", "-four ", "+five ", "=six.")
		}
		b.Run(fmt.Sprint("document/", n), func(b *testing.B) {
			for b.Loop() {
				FromChanges(old, new, r, sampleRun)
			}
		})
		doc := FromChanges(old, new, r, sampleRun)
		b.Run(fmt.Sprint("text/", n), func(b *testing.B) {
			for b.Loop() {
				render(b, doc, "text", Options{Verbose: true})
			}
		})
	}
}
