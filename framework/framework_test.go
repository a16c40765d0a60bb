package framework_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// build makes the model of files by path; broken finds the spans of texts that
// a schema is taken to have refused.
func build(t *testing.T, files map[string]string, broken ...string) *framework.Framework {
	t.Helper()
	var docs []*source.Document
	var spans []source.Span
	for _, path := range slices.Sorted(maps.Keys(files)) {
		file := &source.File{Path: path, Text: files[path]}
		doc, _ := source.Parse(file, source.FileLimits)
		docs = append(docs, doc)
		for _, text := range broken {
			if at := strings.Index(file.Text, text); at >= 0 {
				spans = append(spans, source.Span{File: file, Start: at, End: at + len(text)})
			}
		}
	}
	return framework.Build(docs, spans, framework.DefaultLayout)
}

func TestBuildReadsEveryField(t *testing.T) {
	f := build(t, map[string]string{
		"framework.yaml": "id: demo\nversion: 1.0.0\nschemaVersion: 1\nlocale: en-GB\nlevelScale: cfh\nentryRanks: {from: 1, to: 3}\ncounts: {roles: 2, x-note: 3}\nsuites: [{id: hi, title: HI, pattern: ^HI, url: u}]\n",
		"roles/a/clerk.yaml": `id: clerk
title: Clerk
aliases: [Ward Clerk]
summary: Keeps order.
since: 1.0.0
deprecated: {since: 1.1.0, reason: merged, replacedBy: [officer]}
status: deprecated
replaces: [porter]
sources: [{title: T, url: U, note: N}]
evidence: {title: documented, level: reconstructed}
reviewed: 2026-01-31
notes: none
constituency: a
specialism: s
level: {from: 2, to: 3}
responsibilities: [Answer, File]
competencies: [{ref: c, need: optional, proficiency: 2}, {ref: d}]
qualifications: [Q]
settings: [Ward]
nations: [GB-WLS]
progression: [{to: officer, kind: upward, note: later}]
resources: [r]
`,
	})
	role := f.Role("clerk")
	if got := fmt.Sprintln(f.Version, f.SchemaVersion, f.Locale, f.LevelScale, f.EntryRanks, f.Counts, f.Suites); got != "1.0.0 1 en-GB cfh {1 3 true} map[roles:2] [{hi HI ^HI u}]\n" {
		t.Errorf("framework: %s", got)
	}
	want := framework.Role{
		Constituency: "a", Specialism: "s", Level: framework.Range{From: 2, To: 3, Stated: true},
		Responsibilities: []string{"Answer", "File"},
		Competencies:     []framework.Requirement{{Competency: "c", Optional: true, Proficiency: framework.Rank{Value: 2, Stated: true}}, {Competency: "d"}},
		Qualifications:   []string{"Q"}, Settings: []string{"Ward"}, Nations: []string{"GB-WLS"},
		Progression: []framework.Progression{{To: "officer", Kind: "upward", Note: "later"}}, Resources: []string{"r"},
	}
	common := framework.Entity{
		Ref: framework.Ref{Kind: "role", ID: "clerk"}, Title: "Clerk", Aliases: []string{"Ward Clerk"}, Summary: "Keeps order.",
		Status: framework.Deprecated, Since: "1.0.0",
		Deprecation: framework.Deprecation{Since: "1.1.0", Reason: "merged", ReplacedBy: []string{"officer"}},
		Replaces:    []string{"porter"}, Sources: []framework.Source{{Title: "T", URL: "U", Note: "N"}},
		Evidence: framework.Evidence{Fields: map[string]string{"title": "documented", "level": "reconstructed"}},
		Reviewed: "2026-01-31", Notes: "none",
	}
	got := *role
	got.Entity = framework.Entity{}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b framework.Entity) bool { return true })); diff != "" {
		t.Errorf("role (-want +got)\n%s", diff)
	}
	unexported := cmp.FilterPath(func(p cmp.Path) bool {
		name := p.Last().String()
		return strings.HasPrefix(name, ".") && name[1] >= 'a' && name[1] <= 'z'
	}, cmp.Ignore())
	if diff := cmp.Diff(common, role.Entity, unexported); diff != "" {
		t.Errorf("entity (-want +got)\n%s", diff)
	}
}

func TestBuildLeavesOutWhatIsBroken(t *testing.T) {
	f := build(t, map[string]string{
		"roles/a/clerk.yaml": "id: clerk\ntitle: [no]\nlevel: twelve\naliases: [ok, bad]\ncompetencies: [{ref: good}, {ref: worse}]\n",
		"levels/one.yaml":    "rank: 77\nscale: s\n",
	}, "[no]", "twelve", "bad", "worse", "77")
	r := f.Role("clerk")
	got := fmt.Sprint(r.Title, r.Level, r.Aliases, r.Competencies)
	if want := "{0 0 false} [ok] [{good false {0 false}} { false {0 false}}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for field, want := range map[string]bool{"title": true, "level": true, "aliases": true, "competencies": true, "id": false, "absent": false} {
		if r.Broken(field) != want {
			t.Errorf("Broken(%q) is %v", field, !want)
		}
	}
	if f.Levels[0].Rank.Stated {
		t.Errorf("a rank that was refused is read as %v", f.Levels[0].Rank)
	}
	if f.Levels[0].ID != "one" {
		t.Errorf("a level without id goes by %q", f.Levels[0].ID)
	}
}

func TestUnreadableFiles(t *testing.T) {
	f := build(t, map[string]string{
		"roles/a/clerk.yaml":    "id: \"clerk\n",
		"competencies/all.yaml": "# list\n---\n- id: \"x\n",
		"resources/all.json":    "[{\"id\": 1,}]",
		"constituencies/x.json": "[{\"title\": \"X\"}]",
		"stray.yaml":            "a: b\n",
		"levels/half.yaml":      "half written",
		"scales/other.yaml":     "id: cfx\n",
	})
	for _, named := range []framework.Ref{{Kind: framework.KindLevel, ID: "half"}, {Kind: framework.KindScale, ID: "other"}, {Kind: framework.KindScale, ID: "cfx"}} {
		if !f.Defines(named) {
			t.Errorf("%v is not defined", named)
		}
	}
	clerk := framework.Ref{Kind: framework.KindRole, ID: "clerk"}
	if !f.Defines(clerk) || f.Lookup(clerk) != nil || f.Incomplete(framework.KindRole) {
		t.Error("a broken file does not stand for the id of its name")
	}
	if !f.Incomplete(framework.KindConstituency) {
		t.Error("a list with an entity without an id is taken for whole")
	}
	if !f.Incomplete(framework.KindCompetency) || !f.Incomplete(framework.KindResource) || f.Incomplete(framework.KindLevel) {
		t.Error("a broken list is not told from a broken file")
	}
	if len(f.Unclassified) != 1 || f.Unclassified[0].File.Path != "stray.yaml" {
		t.Errorf("unclassified: %v", f.Unclassified)
	}
}

func TestMoves(t *testing.T) {
	f := build(t, map[string]string{
		"roles/a/clerk.yaml":  "id: clerk\nconstituency: a\nlevel: 3\nprogression:\n- to: head\n- to: coder\n- to: peer\n  kind: upward\n- to: nobody\n- to: clerk\n",
		"roles/a/head.yaml":   "id: head\nconstituency: a\nlevel: {from: 3, to: 5}\n",
		"roles/a/peer.yaml":   "id: peer\nconstituency: a\nlevel: 2\n",
		"roles/b/coder.yaml":  "id: coder\nconstituency: b\nlevel: 4\n",
		"roles/b/vague.yaml":  "id: vague\nconstituency: b\n",
		"roles/b/second.yaml": "id: coder\nconstituency: c\n",
	})
	var got []string
	for _, m := range f.MovesFrom(f.Role("clerk")) {
		got = append(got, fmt.Sprintf("%s %s %s %d", m.To.ID, m.Kind(), m.Derived(), m.Rise()))
	}
	want := []string{"head upward upward 1", "coder crossover crossover 1", "peer upward lateral -1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if n := len(f.MovesTo(f.Role("coder"))); n != 1 {
		t.Errorf("%d moves lead to the coder", n)
	}
	if n := len(f.RolesIn("b")); n != 2 {
		t.Errorf("%d roles in b", n)
	}
	if at := f.RolesAt(5); len(at) != 1 || at[0].ID != "head" {
		t.Errorf("roles at 5: %v", at)
	}
}

func TestCompare(t *testing.T) {
	r := func(from, to int) framework.Range { return framework.Range{From: from, To: to, Stated: true} }
	for _, test := range []struct {
		a, b framework.Range
		want int
	}{
		{r(3, 3), r(4, 4), 1}, {r(3, 5), r(3, 6), 1}, {r(3, 5), r(4, 5), 1}, {r(4, 4), r(3, 3), -1}, {r(3, 6), r(3, 5), -1},
		{r(3, 6), r(4, 5), 0}, {r(3, 3), r(3, 3), 0}, {r(3, 3), framework.Range{}, 0}, {framework.Range{}, r(3, 3), 0},
	} {
		if got := test.a.Compare(test.b); got != test.want {
			t.Errorf("%v to %v is %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestAtFindsAPlace(t *testing.T) {
	f := build(t, map[string]string{"roles/a/clerk.yaml": "id: clerk\nlevel: 3\ncompetencies:\n- ref: c\n"})
	e := &f.Role("clerk").Entity
	for want, path := range map[string][]string{
		"c": {"competencies", "0", "ref"}, "3": {"level", "from"}, "ref: c": {"competencies", "0", "need"}, "- ref: c": {"competencies", "7"},
	} {
		if got := e.At(path...).Span().Text(); got != want {
			t.Errorf("At(%v) = %q, want %q", path, got, want)
		}
	}
	if e.At("title") != e.Node() {
		t.Error("a missing field is not placed at its holder")
	}
}

func TestProse(t *testing.T) {
	f := build(t, map[string]string{
		"roles/a/clerk.yaml":   "id: clerk\ntitle: Clerk\naliases: [Other]\nsummary: Sums.\nresponsibilities: [Answer, \"\", Bad]\nprogression:\n- to: x\n  note: Later\nsources: [{title: T, note: N}]\nnotes: Note\nx-more: no\n",
		"levels/one.yaml":      "id: one\ndescriptors: {a: First., x-b: Hidden.}\n",
		"resources/guide.yaml": "id: guide\ntitle: Guide of Others\nsummary: Helps.\n",
	}, "Bad")
	got := map[string]string{}
	for e := range f.Entities() {
		for p := range e.Prose() {
			got[e.ID] += p.Field + "=" + p.Text() + " "
		}
	}
	want := map[string]string{
		"clerk": "title=Clerk summary=Sums. notes=Note responsibilities=Answer progression=Later ", "one": "descriptors=First. ", "guide": "summary=Helps. ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if f.Whole {
		t.Error("a framework with a broken field is taken for whole")
	}
}
