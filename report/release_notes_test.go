package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// noteFramework makes the model of the entities of a bundle.
func noteFramework(t testing.TB, version, title, entities string) *framework.Framework {
	t.Helper()
	file := &source.File{Path: "b.json", Text: `{"framework": {"schemaVersion": 1, "id": "careers", "title": "` + title + `", "version": "` + version + `", "locale": "en-GB", "levelScale": "cfh"}` + entities + "}"}
	doc, faults := source.Parse(file, source.BundleLimits)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return framework.Build([]*source.Document{doc}, nil, framework.BundleLayout("b.json"))
}

const (
	notesOld = `, "scales": [{"id": "cfh", "title": "Levels", "kind": "career", "min": 1, "max": 9}],
"constituencies": [{"id": "im", "title": "Information Management"}, {"id": "records", "title": "Health Records"}],
"roles": [{"id": "coder", "title": "Clinical Coder", "constituency": "im", "level": 3}, {"id": "clerk", "title": "Records Clerk", "constituency": "records"},
{"id": "filer", "title": "Filer", "constituency": "records", "level": 2}]`
	notesNew = `, "scales": [{"id": "cfh", "title": "Levels", "kind": "career", "min": 1, "max": 9, "labels": {"4": "4a"}}],
"constituencies": [{"id": "im", "title": "Information Management"}, {"id": "records", "title": "Health Records"}],
"roles": [{"id": "coder", "title": "Clinical Coder", "constituency": "im", "level": 4}, {"id": "officer", "title": "Records Officer", "constituency": "records", "level": {"from": 3, "to": 4}, "replaces": ["clerk"]},
{"id": "filer", "title": "Filer", "constituency": "records", "level": 2, "status": "deprecated", "deprecated": {"replacedBy": ["officer", "coder"]}}]`
)

// noteKind is a kind of change as far as notes look at it.
func noteKind(id string, audience ...string) *diff.Kind {
	k := &diff.Kind{ID: id, Audience: audience}
	if known := diff.FindKind(id); known != nil {
		k.Consequence = known.Consequence
	}
	return k
}

func noteChanges() []diff.Change {
	subject := func(kind, id, title, constituency string) finding.Subject {
		return finding.Subject{Kind: kind, ID: id, Title: title, Constituency: constituency}
	}
	coder, filer := subject("role", "coder", "Clinical Coder", "im"), subject("role", "filer", "Filer", "records")
	var many []finding.Subject
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G"} {
		many = append(many, finding.Subject{Kind: "role", ID: strings.ToLower(name), Title: name})
	}
	holders := []string{diff.RoleHolders, diff.Managers}
	changes := []diff.Change{
		{Kind: noteKind("version-changed", diff.Integrators), Subject: subject("framework", "careers", "Careers", ""), Field: "version", Message: "version"},
		{Kind: noteKind("licence-changed", diff.Integrators), Impact: diff.Major, Subject: subject("framework", "careers", "Careers", ""), Field: "licence", Message: "licence changed from MIT to CC-BY-4.0"},
		{Kind: noteKind("retitled", diff.Authors), Impact: diff.Patch, Subject: subject("constituency", "records", "Health Records", ""), Field: "title", Message: "title spelt anew",
			Old: diff.Side{Value: "Health recards"}, New: diff.Side{Value: "Health records"}, Words: []diff.WordEdit{{Operation: diff.Kept, Text: "Health "}, {Operation: diff.Deleted, Text: "recards"}, {Operation: diff.Added, Text: "records"}}},
		{Kind: noteKind("raised", holders...), Impact: diff.Major, Subject: coder, Field: "level", Message: "level raised from 3 to 4a", Affects: []finding.Subject{filer}},
		{Kind: noteKind("requirement-added", holders...), Impact: diff.Major, Subject: coder, Field: "competencies[a]", Message: "requires Audit records"},
		{Kind: noteKind("progression-removed", diff.Applicants), Impact: diff.Major, Subject: coder, Field: "progression[x]", Message: "no longer leads to Coding Manager"},
		{Kind: noteKind("reworded", holders...), Impact: diff.Patch, Subject: coder, Field: "summary", Message: "summary spelt anew"},
		{Kind: noteKind("reworded", holders...), Impact: diff.Patch, Subject: coder, Field: "notes", Message: "notes spelt anew"},
		{Kind: noteKind("removed", holders...), Impact: diff.Major, Subject: subject("role", "clerk", "Records Clerk", "records"), Message: "removed"},
		{Kind: noteKind("deprecated", holders...), Impact: diff.Minor, Subject: filer, Field: "status", Message: "deprecated"},
		{Kind: noteKind("added", diff.Applicants, diff.Managers), Impact: diff.Minor, Subject: subject("role", "officer", "Records Officer", "records"), Message: "added"},
		{Kind: noteKind("removed", diff.Managers), Impact: diff.Major, Subject: subject("competency", "audit", "Audit", ""), Message: "removed", Affects: many},
		{Kind: noteKind("odd"), Impact: diff.Minor, Subject: subject("resource", "book", "", "nowhere"), Message: "something of its own"},
	}
	for i := range changes {
		changes[i].Audience = changes[i].Kind.Audience
	}
	return changes
}

func notesText(t testing.TB, old, new *framework.Framework, changes []diff.Change) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReleaseNotes(&b, old, new, &diff.Result{Complete: true, Changes: changes}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReleaseNotes(t *testing.T) {
	old, new := noteFramework(t, "1.0.0", "Careers", notesOld), noteFramework(t, "2.0.0", "Careers", notesNew)
	golden(t, "release-notes.md", []byte(notesText(t, old, new, noteChanges())))
	same := notesText(t, old, new, noteChanges()[:1])
	if want := "# Careers 2.0.0\n\nNothing changed since version 1.0.0.\n"; same != want {
		t.Errorf("without changes: %q, want %q", same, want)
	}
}

// TestReleaseNotesEveryChange writes each change once, and none twice.
func TestReleaseNotesEveryChange(t *testing.T) {
	old, new := noteFramework(t, "1.0.0", "Careers", notesOld), noteFramework(t, "2.0.0", "Careers", notesNew)
	for _, c := range noteChanges()[1:] {
		got := notesText(t, old, new, []diff.Change{c})
		if n := strings.Count(got, "\n- "); n != 1 {
			t.Errorf("%s stands %d times:\n%s", c.Kind.ID, n, got)
		}
		if !strings.Contains(got, "Of 1 change in 1 entity, 1 ") {
			t.Errorf("the summary of one change:\n%s", got)
		}
	}
}

// TestReleaseNotesVersion tells how the version went, which a draft may be ahead of.
func TestReleaseNotesVersion(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"1.0.0", "2.0.0", "\n\nVersion 2.0.0 follows 1.0.0. Of 1 change "},
		{"1.9.0", "1.10.0-dev", "\n\nVersion 1.10.0-dev follows 1.9.0. Of 1 change "},
		{"1.0.0", "1.0.0", "\n\nThe version is still 1.0.0. Of 1 change "},
		{"1.10.0", "1.9.0", "\n\nVersion 1.9.0 comes before 1.10.0, with which it is compared. Of 1 change "},
	} {
		old, new := noteFramework(t, c.old, "Careers", notesOld), noteFramework(t, c.new, "Careers", notesNew)
		if got := notesText(t, old, new, noteChanges()[1:2]); !strings.Contains(got, c.want) {
			t.Errorf("%s to %s: %s", c.old, c.new, got)
		}
	}
}

// TestReleaseNotesHostile lets no text of the data become markup.
func TestReleaseNotesHostile(t *testing.T) {
	for _, s := range []string{"a\n\n# b", "<img src=x>", "[a](http://x)", "@all", "`x`", "| a | b |", "::error::x", "##[x]", "a\x1b[0m", "\u202ea", "**x**", strings.Repeat("long ", 500)} {
		subject := finding.Subject{Kind: "role\n" + s, ID: s, Title: s, Constituency: s}
		c := diff.Change{Kind: noteKind("removed", diff.RoleHolders), Impact: diff.Major, Subject: subject, Message: s, Affects: []finding.Subject{subject}}
		old, new := noteFramework(t, "1.0.0", "Careers", ""), noteFramework(t, "2.0.0", "Careers", "")
		new.Title, new.Version, old.Version = s, s, s
		got := notesText(t, old, new, []diff.Change{c})
		if n := strings.Count(got, "\n"); n != 12 {
			t.Errorf("%q: %d lines:\n%s", s, n, got)
		}
		bare := strings.NewReplacer("<!-- -->", "", "\n# ", "", "\n## For", "", "\n### ", "", "**", "").Replace("\n" + got)
		if strings.ContainsAny(bare, "<>[]|`\x1b\u202e*") || strings.Contains(got, "@all") || strings.Contains(got, "\n::") || len(got) > 20_000 {
			t.Errorf("%q became:\n%s", s, got)
		}
	}
}

// TestIncompleteComparison makes no notes of two sides that could not be compared,
// and a document that no format shows as clean.
func TestIncompleteComparison(t *testing.T) {
	old, new := noteFramework(t, "1.0.0", "Careers", notesOld), noteFramework(t, "1.0.0", "Careers", "")
	new.Whole = false
	r := diff.Compare(old, new, diff.Options{})
	if err := WriteReleaseNotes(&bytes.Buffer{}, old, new, r); err == nil {
		t.Error("there are notes of sides that were not compared")
	}
	doc := FromChanges(Compared{Framework: old}, Compared{Framework: new}, r, Run{})
	for format, want := range map[string]string{
		"text": "ncomplete", "markdown": "ncomplete", "html": "ncomplete", "json": `"complete": false`, "sarif": `"executionSuccessful": false`,
		"github": "could not be completed",
	} {
		if got := render(t, doc, format, Options{}); !strings.Contains(string(got), want) {
			t.Errorf("as %s it looks clean:\n%s", format, got)
		}
	}
	if formats := ChangesFormats(); len(formats) != 6 {
		t.Errorf("formats that this test does not know: %v", formats)
	}
}
