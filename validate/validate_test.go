package validate_test

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// kindOf returns the kind of a case's file by its folder, as a framework has it.
func kindOf(name string) string {
	base, _, _ := strings.Cut(path.Base(name), ".")
	if base == "framework" || base == "bundle" {
		return base
	}
	folder, _, _ := strings.Cut(name, "/")
	return schema.Collections()[folder]
}

func judge(t testing.TB, c *testkit.Case) []finding.Finding {
	var found []finding.Finding
	for _, name := range slices.Sorted(maps.Keys(c.Files)) {
		kind := kindOf(name)
		doc, faults := source.Parse(&source.File{Path: name, Text: c.Files[name]}, source.FileLimits)
		many := strings.HasPrefix(path.Base(name), "all.")
		each, err := validate.Document(doc, faults, kind, many)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, each...)
	}
	return found
}

func TestCases(t *testing.T) { testkit.Run(t, "testdata", judge) }

func TestRules(t *testing.T) {
	testkit.CheckRules(t, "testdata", validate.Rules(), map[string]string{
		"syntax/not-a-regular-file": "TestFault",
		"syntax/too-large":          "TestTooLarge",
		"schema/const":              "TestWordsOfEveryKeyword",
		"schema/one-of":             "TestWordsOfEveryKeyword",
	})
}

func TestFault(t *testing.T) {
	file := &source.File{Path: "roles/link.yaml"}
	f := validate.Fault(finding.FileSubject(file.Path), source.Fault{
		Code: "not-a-regular-file", Span: file.All(), Message: "a symbolic link, which is never opened", Help: "replace it by the file",
		Related: []source.Note{{Span: file.All(), Message: "here"}},
	})
	if f.Rule.ID != "syntax/not-a-regular-file" || f.Severity != finding.Warning || f.Subject.ID != file.Path ||
		f.Message != "a symbolic link, which is never opened" || f.Help != "replace it by the file" || len(f.Related) != 1 || f.Fixes != nil {
		t.Errorf("got %+v", f)
	}
	defer func() {
		if recover() == nil {
			t.Error("a fault without a rule passes silently")
		}
	}()
	validate.Fault(finding.Subject{}, source.Fault{Code: "no-such-fault"})
}

func TestTooLarge(t *testing.T) {
	for name, text := range map[string]string{
		"a text":      "id: a\ntitle: " + strings.Repeat("a", 64<<10+1) + "\n",
		"many values": "id: a\ntitle: A\naliases:\n" + strings.Repeat("  - a\n", 100_001),
		"a file":      "# " + strings.Repeat("a", 4<<20) + "\nid: a\ntitle: A\n",
	} {
		doc, faults := source.Parse(&source.File{Path: "roles/a.yaml", Text: text}, source.FileLimits)
		found, err := validate.Document(doc, faults, "role", false)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Rule.ID == "syntax/too-large" }) {
			t.Errorf("%s beyond the limit gives\n%s", name, testkit.Render(found))
		}
	}
}

// TestSubjects holds findings to the entity they belong to.
func TestSubjects(t *testing.T) {
	for _, c := range []struct {
		name, kind, text string
		many             bool
		want             finding.Subject
	}{
		{"roles/r/coder.yaml", "role", "id: coder\ntitle: Coder\nconstituency: records\nlevle: 4\n", false, finding.Subject{Kind: "role", ID: "coder", Title: "Coder", Constituency: "records"}},
		{"roles/r/coder.yaml", "role", "title: Coder\nconstituency: records\n", false, finding.FileSubject("roles/r/coder.yaml")},
		{"levels/all.yaml", "level", "- { id: one, title: One, scale: s, rank: 1 }\n- { id: two, title: Two, scale: s, rank: x }\n", true, finding.Subject{Kind: "level", ID: "two", Title: "Two"}},
		{"bundle.json", "bundle", `{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en"}, "scales": [], "roles": [{"id": "coder", "title": "Coder", "constituency": "records", "level": "4"}]}`, false, finding.Subject{Kind: "role", ID: "coder", Title: "Coder", Constituency: "records"}},
		{"bundle.json", "bundle", `{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1", "locale": "en"}}`, false, finding.Subject{Kind: "framework", ID: "f", Title: "F"}},
		{"bundle.json", "bundle", `{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en"}, "roles": [{"id": "coder", "title": "Coder", "constituency": "records"}], "extra": 1}`, false, finding.FileSubject("bundle.json")},
		{"bundle.json", "bundle", `{"roles": []}`, false, finding.FileSubject("bundle.json")},
		{"notes.yaml", "", "a: 1\na: 2\n", false, finding.FileSubject("notes.yaml")},
	} {
		doc, faults := source.Parse(&source.File{Path: c.name, Text: c.text}, source.FileLimits)
		found, err := validate.Document(doc, faults, c.kind, c.many)
		if err != nil || len(found) != 1 || found[0].Subject != c.want {
			t.Errorf("%s: %v, %v, want one of %v", c.text, found, err, c.want)
		}
	}
}

// TestParams proves that what identifies a finding stays while lines move and
// entries are added.
func TestParams(t *testing.T) {
	const text = "titel: Coder\nid: coder\ntitle: Coder\nconstituency: records\ncompetencies:\n  - ref: a\n  - ref: b\n    need: cor\n  - need: core\nlevel: { from: x, to: 4 }\nnations: [England]\ncolour: red\n"
	doc, faults := source.Parse(&source.File{Path: "roles/coder.yaml", Text: text}, source.FileLimits)
	found, err := validate.Document(doc, faults, "role", false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		got = append(got, f.Rule.ID+" "+strings.Join(f.Params, " "))
	}
	want := []string{"schema/unknown-property titel", "schema/enum competencies[b].need cor", "schema/required competencies[].ref", "schema/type level.from", "schema/pattern nations[] England", "schema/unknown-property colour"}
	if !slices.Equal(got, want) {
		t.Errorf("params %q, want %q", got, want)
	}
}

func TestUnknownKind(t *testing.T) {
	doc, faults := source.Parse(&source.File{Path: "a.yaml", Text: "id: a\n"}, source.FileLimits)
	if found, err := validate.Document(doc, faults, "rolle", false); err == nil {
		t.Errorf("a kind without a schema gives %v without an error", found)
	}
}

func ExampleDocument() {
	file := &source.File{Path: "roles/records/clinical-coder.yaml", Text: `id: clinical-coder
title: Clinical Coder
constituency: records
level: "4"
`}
	doc, faults := source.Parse(file, source.FileLimits)
	findings, err := validate.Document(doc, faults, "role", false)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings {
		place := f.Span.Position()
		fmt.Printf("%d:%d: %s [%s]\n", place.Line, place.Column, f.Message, f.Rule.ID)
		fmt.Println("help:", f.Help)
	}
	// Output:
	// 4:8: level must be a whole number or a range (from and to), not text [schema/type]
	// help: remove the quotes: level: 4
}
