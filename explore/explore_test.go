package explore_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

const demo = `{
"framework": {"id": "demo", "title": "Demo", "levelScale": "cfh", "evidence": "documented"},
"scales": [{"id": "cfh", "title": "Levels", "min": 1, "max": 5}],
"constituencies": [{"id": "records", "title": "Records"}, {"id": "ict", "title": "ICT"}, {"id": "old", "title": "Old", "status": "retired"}],
"competencies": [
  {"id": "file", "title": "File"}, {"id": "code", "title": "Code", "summary": "Codes.", "evidence": {"title": "documented", "summary": "inferred"}},
  {"id": "lead", "title": "Lead"}, {"id": "unused", "title": "Unused"}],
"roles": [
  {"id": "clerk", "title": "Clerk", "aliases": ["Réceptionist"], "constituency": "records", "level": 1, "responsibilities": ["Answer the telephone"],
   "competencies": [{"ref": "file", "proficiency": 1}],
   "progression": [{"to": "coder"}, {"to": "porter"}, {"to": "draft"}, {"to": "manager"}]},
  {"id": "coder", "title": "Coder", "constituency": "records", "level": {"from": 2, "to": 3},
   "competencies": [{"ref": "file", "proficiency": 2}, {"ref": "code", "proficiency": 2}, {"ref": "lead", "need": "optional"}],
   "progression": [{"to": "manager"}, {"to": "clerk"}]},
  {"id": "porter", "title": "Porter", "constituency": "ict", "level": 1, "competencies": [{"ref": "file", "proficiency": 1}], "progression": [{"to": "coder"}]},
  {"id": "manager", "title": "Manager", "constituency": "records", "level": 5,
   "competencies": [{"ref": "lead", "proficiency": 3}, {"ref": "code", "proficiency": 1}, {"ref": "file", "proficiency": 2}]},
  {"id": "draft", "title": "Draft", "status": "draft"},
  {"id": "vague", "title": "Vague", "constituency": "ict"}]
}`

func load() *framework.Framework {
	doc, faults := source.Parse(&source.File{Path: "b.json", Text: demo}, source.BundleLimits)
	if len(faults) > 0 {
		panic(faults[0].Message)
	}
	return framework.Build([]*source.Document{doc}, nil, framework.BundleLayout("b.json"))
}

func TestRoles(t *testing.T) {
	f := load()
	levels := func(from, to int) framework.Range { return framework.Range{From: from, To: to, Stated: true} }
	for _, test := range []struct {
		query explore.Query
		want  string
	}{
		{explore.Query{}, "clerk porter coder manager vague"},
		{explore.Query{Levels: levels(1, 2)}, "clerk porter coder"},
		{explore.Query{Levels: levels(3, 4)}, "coder"},
		{explore.Query{Constituency: "ict"}, "porter vague"},
		{explore.Query{Competency: "code"}, "coder manager"},
		{explore.Query{Status: framework.Draft}, "draft"},
		{explore.Query{AnyStatus: true, Words: "DRAFT"}, "draft"},
		{explore.Query{Words: "receptionist"}, "clerk"},
		{explore.Query{Words: "telephone ANSWER"}, "clerk"},
		{explore.Query{Words: "telephone coder"}, ""},
	} {
		var got []string
		for _, r := range explore.Roles(f, test.query) {
			got = append(got, r.ID)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%+v: %q, want %q", test.query, s, test.want)
		}
	}
}

// outline writes a tree with a dash a step.
func outline(branches []explore.Branch, depth string) (lines []string) {
	for _, b := range branches {
		lines = append(lines, depth+b.To.ID)
		lines = append(lines, outline(b.Next, depth+"-")...)
	}
	return lines
}

func TestFrom(t *testing.T) {
	f := load()
	got := outline(explore.From(f, f.Role("clerk"), 3), "")
	if want := []string{"porter", "coder", "manager"}; !slices.Equal(got, want) {
		t.Errorf("from the clerk: %v, want %v", got, want)
	}
	got = outline(explore.From(f, f.Role("porter"), 9), "")
	if want := []string{"coder", "-clerk", "-manager"}; !slices.Equal(got, want) {
		t.Errorf("from the porter: %v, want %v", got, want)
	}
	if got := explore.From(f, f.Role("porter"), 1); len(got) != 1 || len(got[0].Next) != 0 {
		t.Errorf("one step from the porter: %v", outline(got, ""))
	}
}

func TestRoutes(t *testing.T) {
	f := load()
	routes := func(from, to string, steps int) (all []string) {
		for _, route := range explore.Between(f, f.Role(from), f.Role(to), steps).Routes {
			var ids []string
			for _, s := range route {
				ids = append(ids, s.To.ID)
			}
			all = append(all, strings.Join(ids, ">"))
		}
		return all
	}
	for _, test := range []struct {
		from, to string
		steps    int
		want     []string
	}{
		{"clerk", "manager", 3, []string{"manager", "coder>manager", "porter>coder>manager"}},
		{"clerk", "manager", 2, []string{"manager", "coder>manager"}},
		{"manager", "clerk", 9, nil},
		{"clerk", "clerk", 9, nil},
	} {
		if diff := cmp.Diff(test.want, routes(test.from, test.to, test.steps)); diff != "" {
			t.Errorf("%s to %s in %d (-want +got)\n%s", test.from, test.to, test.steps, diff)
		}
	}
}

// TestStepsAddUp wants of a later step only what no earlier one asked.
func TestStepsAddUp(t *testing.T) {
	f := load()
	for _, route := range explore.Between(f, f.Role("porter"), f.Role("clerk"), 2).Routes {
		if last := route[len(route)-1]; last.Gap.Asks() || len(last.Gap.Dropped) != 2 || last.Gap.From.ID != "coder" {
			t.Errorf("the last step to the clerk asks %+v", last.Gap)
		}
	}
	tree := explore.From(f, f.Role("porter"), 2)
	if first, second := tree[0], tree[0].Next[1]; len(first.Gap.Missing) != 2 || len(second.Gap.Missing) != 0 || len(second.Gap.Lower) != 1 {
		t.Errorf("first %+v, second %+v", first.Gap, second.Gap)
	}
}

func TestCompare(t *testing.T) {
	f := load()
	g := explore.Compare(f.Role("coder"), f.Role("manager"))
	list := func(all []explore.Difference) string {
		var ids []string
		for _, d := range all {
			ids = append(ids, d.Competency)
		}
		return strings.Join(ids, " ")
	}
	got := []string{list(g.Missing), list(g.Higher), list(g.Shared), list(g.Lower), list(g.Dropped)}
	if want := []string{"", "lead", "file", "code", ""}; !slices.Equal(got, want) {
		t.Errorf("coder to manager: %q, want %q", got, want)
	}
	g = explore.Compare(f.Role("clerk"), f.Role("coder"))
	if got := list(g.Missing); got != "code lead" {
		t.Errorf("missing: %q; core comes first", got)
	}
	if back := explore.Compare(f.Role("coder"), f.Role("clerk")); list(back.Dropped) != "code lead" || back.Asks() || !g.Asks() {
		t.Errorf("back: %q", list(back.Dropped))
	}
}

func TestCoverage(t *testing.T) {
	f := load()
	m := explore.Coverage(f)
	var got []string
	for _, row := range m.Rows {
		got = append(got, fmt.Sprint(row.Constituency.ID, row.Counts, row.Total))
	}
	if want := []string{"records[1 1 1 0 1] 3", "ict[1 0 0 0 0] 2"}; !slices.Equal(got, want) || !slices.Equal(m.Ranks, []int{1, 2, 3, 4, 5}) {
		t.Errorf("%v %q", m.Ranks, got)
	}
	got = nil
	for _, u := range explore.Uses(f) {
		got = append(got, fmt.Sprint(u.Competency.ID, u.Core, u.Optional, u.Constituencies))
	}
	if want := []string{"code2 0 [records]", "file4 0 [ict records]", "lead1 1 [records]", "unused0 0 []"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, e := range explore.EvidenceOf(f) {
		if e.Kind == framework.KindCompetency && (e.Documented != 1 || e.Inferred != 1 || e.Unstated != 3) {
			t.Errorf("%+v", e)
		}
		if e.Kind == framework.KindFramework && (e.Documented != 2 || e.Unstated != 0) {
			t.Errorf("%+v", e)
		}
	}
}

// A gap tells a person what to develop for the next role.
func Example() {
	f := load()
	gap := explore.Compare(f.Role("clerk"), f.Role("coder"))
	for _, d := range gap.Missing {
		fmt.Println("new:", d.Competency)
	}
	for _, d := range gap.Higher {
		fmt.Println("more:", d.Competency, d.Old.Proficiency.Value, "→", d.New.Proficiency.Value)
	}
	// Output:
	// new: code
	// new: lead
	// more: file 1 → 2
}
