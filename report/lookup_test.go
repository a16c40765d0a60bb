package report

import (
	"encoding/json"
	"html"
	"regexp"
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

// active is what GitHub reads as markup, outside of character references.
var active = regexp.MustCompile("[\\\\`*_{}\\[\\]<>()|~@:!$^]|&[^#]|#[^0-9]|[^&]#|\n|www\\.|^[-+=]|^[0-9]+\\.")

// acts returns what in Markdown could still act: markup, or what GitHub links
// once references are read and that no comment breaks.
func acts(md string) string {
	read := html.UnescapeString(md)
	if at := regexp.MustCompile(`@[^<]|#[^<]|(?i:gh)-[0-9]|[0-9a-f]{7,40}`).FindString(read); at != "" {
		return at
	}
	return active.FindString(strings.ReplaceAll(md, unlink, ""))
}

func TestMarkdown(t *testing.T) {
	for _, in := range []string{
		"[x](http://evil)", "<script>", "@someone #12", "| a |", "- item", "1. item", "# head", "a\nb", "www.evil.org", "![i](j)", "***", "===", "+ x", "&lt;", "\\*", "`c`", "~~s~~", "a_b_c", "https://x.y", "[^1]", "$x$", "12. x", "::error::", "GH-12 gh-3", "deadbeef0123", "@", "#", "1234567",
	} {
		got := markdown(in)
		if at := acts(got); at != "" {
			t.Errorf("markdown(%q) = %q, with %q", in, got, at)
		}
	}
	if got := markdown("Plain prose, quite long; 4.5 of it (no)."); got != "Plain prose, quite long; 4.5 of it &#40;no&#41;." {
		t.Errorf("prose becomes %q", got)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("[a](b) @c #1 | www.x 1. - \\")
	f.Fuzz(func(t *testing.T, s string) {
		if at := acts(markdown(s)); at != "" {
			t.Errorf("markdown(%q) = %q, with %q", s, markdown(s), at)
		}
	})
}
