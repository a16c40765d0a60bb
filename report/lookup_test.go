package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// asked is a framework with labels, a range, an unknown constituency, and texts
// that would like to be markup and orders.
const asked = `{
"framework": {"schemaVersion": 1, "id": "demo", "title": "Demo", "version": "1.0.0", "locale": "en-GB", "levelScale": "bands", "proficiencyScale": "skill"},
"scales": [{"id": "bands", "title": "Bands", "kind": "pay", "min": 7, "max": 9, "labels": {"8": "8a"}},
           {"id": "skill", "title": "Skill", "kind": "proficiency", "min": 1, "max": 4, "labels": {"3": "Proficient"}}],
"constituencies": [{"id": "records", "title": "Records | <b>bold</b> @someone #12"}],
"competencies": [{"id": "lead", "title": "Lead a team", "descriptors": {"3": "Leads a team through a year that goes badly and keeps its trust."}},
                 {"id": "file", "title": "::error::File"}, {"id": "code", "title": "Code", "x-note": {"a": [1, true]}}],
"roles": [
  {"id": "clerk", "title": "Ward [Clerk](http://evil)", "constituency": "records", "level": 7, "summary": "Keeps order.\n::set-output name=a::b",
   "competencies": [{"ref": "file", "proficiency": 1}, {"ref": "code"}], "progression": [{"to": "head", "note": "After a year"}, {"to": "ghost"}]},
  {"id": "head", "title": "Head", "constituency": "records", "level": {"from": 8, "to": 9}, "resources": ["guide"],
   "competencies": [{"ref": "lead", "proficiency": 3}, {"ref": "file", "proficiency": 2, "need": "optional"}], "progression": [{"to": "far"}]},
  {"id": "far", "title": "Far", "constituency": "nowhere"}],
"resources": [{"id": "guide", "title": "Guide", "kind": "guidance"}, {"id": "team-course", "title": "Course", "kind": "course", "for": {"competencies": ["lead"]}}]
}`

// answers are one of every kind, with the name of its schema.
func answers(t *testing.T) []struct {
	name, schema string
	answer       Answer
} {
	t.Helper()
	doc, faults := source.Parse(&source.File{Path: "b.json", Text: asked}, source.BundleLimits)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	f := framework.Build([]*source.Document{doc}, nil, framework.BundleLayout("b.json"))
	clerk, head, far := f.Role("clerk"), f.Role("head"), f.Role("far")
	return []struct {
		name, schema string
		answer       Answer
	}{
		{"roles", "roles", NewRoleList(f, explore.Roles(f, explore.Query{}), "1.0.0")},
		{"no-roles", "roles", NewRoleList(f, nil, "1.0.0")},
		{"show", "entities", NewEntityList(f, append(f.WithID("clerk"), f.WithID("code")...), "1.0.0")},
		{"tree", "pathway", NewPathwayTree(f, clerk, explore.From(f, clerk, 3), 3, "1.0.0")},
		{"end", "pathway", NewPathwayTree(f, far, nil, 3, "1.0.0")},
		{"routes", "pathway", NewPathwayRoutes(f, clerk, far, explore.Between(f, clerk, far, 5), 5, "1.0.0")},
		{"no-route", "pathway", NewPathwayRoutes(f, far, clerk, explore.Between(f, far, clerk, 5), 5, "1.0.0")},
		{"compare", "comparison", NewComparison(f, explore.Compare(clerk, head), "1.0.0")},
		{"back", "comparison", NewComparison(f, explore.Compare(head, clerk), "1.0.0")},
		{"coverage", "coverage", NewCoverage(f, explore.Coverage(f), "1.0.0")},
		{"competencies", "coverage", NewCoverageUses(f, explore.Uses(f), "1.0.0")},
		{"evidence", "coverage", NewCoverageEvidence(f, explore.EvidenceOf(f), "1.0.0")},
	}
}

func TestLookups(t *testing.T) {
	for _, format := range LookupFormats() {
		var g goldens
		for _, a := range answers(t) {
			g.add(a.name, render(t, a.answer, format, Options{}))
		}
		g.compare(t, "lookup-"+format+".txtar", "Every answer as "+format+".\n")
	}
	var narrow goldens
	for _, a := range answers(t) {
		narrow.add(a.name, render(t, a.answer, "text", Options{Width: 50}))
	}
	narrow.compare(t, "lookup-narrow.txtar", "Every answer on a terminal of fifty cells.\n")
}

// TestLookupSchemas holds the JSON of every answer to its schema.
func TestLookupSchemas(t *testing.T) {
	for _, a := range answers(t) {
		var value any
		d := json.NewDecoder(strings.NewReader(render(t, a.answer, "json", Options{})))
		d.UseNumber()
		if err := d.Decode(&value); err != nil {
			t.Fatal(a.name, err)
		}
		violations, err := schema.Check(a.schema, value)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range violations {
			t.Errorf("%s: %s %s %s", a.name, v.Pointer, v.Rule, v.Property)
		}
	}
}

func TestUnknownLookupFormat(t *testing.T) {
	var b strings.Builder
	if err := answers(t)[0].answer.Write(&b, "html", Options{}); err == nil || b.Len() > 0 {
		t.Errorf("an unknown format gives %v and %q", err, b.String())
	}
}

// checkMarkdown fails when data, wherever it stands, is more than the text that
// people see.
func checkMarkdown(t *testing.T, in string) {
	t.Helper()
	want := oneLine(in)
	if want == "" {
		return
	}
	m := markdown(in)
	p := readPage("# " + m + "\n\n" + m + "\n\n- " + m + "\n- " + m + "\n\n| a | b |\n| --- | --- |\n| " + m + " | *c:* " + m + " |\n\n" + m + "\n")
	got := fmt.Sprintf("%q", *p)
	if whole := fmt.Sprintf("%q", page{[]string{want}, []string{want, want}, []string{want, want}, []string{"c:"}, [][]string{{want, "c: " + want}}, nil, nil, nil}); got != whole {
		t.Errorf("markdown(%q) = %q shows\n%s, want\n%s", in, m, got, whole)
	}
}

func TestMarkdown(t *testing.T) {
	for _, in := range hostileTexts(t) {
		checkMarkdown(t, in)
	}
}

// Ordinary text stays as it is, so that people can read the source, too.
func TestMarkdownPlain(t *testing.T) {
	for _, in := range []string{
		"Plain prose, quite long; 4.5 of it (no).", "Health Informatics (HI) – level 5", "C# & R & b_c: 50%!", `roles/a-b.yaml:7:12: "x" is {y}`, "a + b = c - d",
	} {
		if got := markdown(in); got != in {
			t.Errorf("markdown(%q) = %q", in, got)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, in := range hostileTexts(f) {
		f.Add(in)
	}
	f.Fuzz(checkMarkdown)
}
