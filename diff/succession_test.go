package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/diff"
)

// compared returns the lines of a comparison of two sides, each a list of roles, or
// files by path.
func compared(t *testing.T, old, new map[string]string, o diff.Options) []string {
	t.Helper()
	return lines(diff.Compare(model(t, old), model(t, new), o))
}

func roles(list ...string) map[string]string {
	text := ""
	for _, r := range list {
		text += "- {" + r + "}\n"
	}
	return map[string]string{"roles/records/all.yaml": text}
}

// TestSuccession shows what the cases of the kinds do not: chains, several at once,
// notice, and what looks alike.
func TestSuccession(t *testing.T) {
	const group = ", constituency: records"
	for _, c := range []struct {
		name     string
		old, new map[string]string
		want     []string
	}{
		{"an id that is still there is not replaced",
			roles("id: a, title: A"+group, "id: b, title: B"+group), roles("id: a, title: A"+group, "id: b, title: B, replaces: [a]"+group),
			[]string{"patch detail-changed role/b replaces", "bump: required patch"}},
		{"an id that nobody knew is not replaced",
			roles("id: b, title: B" + group), roles("id: b, title: B, replaces: [a]" + group),
			[]string{"patch detail-changed role/b replaces", "bump: required patch"}},
		{"what is still named after its release is no change",
			roles("id: b, title: B, replaces: [a]" + group), roles("id: b, title: B, replaces: [a]" + group), []string{"bump: required none"}},
		{"the old side may name the successor",
			roles("id: a, title: A, status: deprecated, deprecated: {replacedBy: [b]}"+group, "id: b, title: B"+group), roles("id: b, title: B" + group),
			[]string{"minor removed-after-deprecation role/a", "bump: required minor"}},
		{"two drafts may follow each other",
			roles("id: a, title: A, status: draft"), roles("id: b, title: A, status: draft, replaces: [a]"),
			[]string{"patch id-changed role/b", "bump: required patch"}},
		{"ids exchanged are two entities that changed",
			roles("id: a, title: Anna"+group, "id: b, title: Bert"+group), roles("id: b, title: Anna"+group, "id: a, title: Bert"+group),
			[]string{"minor retitled role/a title", "minor retitled role/b title", "bump: required minor"}},
		{"a draft named first hides nothing that people had",
			roles("id: a, title: A, level: 4"+group, "id: d, title: D, status: draft"), roles("id: n, title: A, level: 5, replaces: [d, a]" + group),
			[]string{"major merged role/n", "major raised role/n level", "bump: required major"}},
		{"nor does one that outgrew being a draft",
			roles("id: a, title: A, level: 4"+group, "id: d, title: D, status: draft", "id: n, title: N, status: draft"), roles("id: n, title: A, level: 5, replaces: [d, a]" + group),
			[]string{"major merged role/n", "major raised role/n level", "bump: required major"}},
		{"what took over from drafts alone is new to people",
			roles("id: c, title: C, status: draft", "id: d, title: D, status: draft"), roles("id: n, title: A, replaces: [d, c]" + group),
			[]string{"minor added role/n", "bump: required minor"}},
		{"what was deprecated for a draft is told once when the draft is published",
			roles("id: a, title: A, status: deprecated, deprecated: {replacedBy: [d]}"+group, "id: d, title: D, status: draft"+group), roles("id: d, title: A, replaces: [a]" + group),
			[]string{"major id-changed role/d", "minor restored role/d status", "bump: required major"}},
		{"what went after notice is not merged as well",
			roles("id: a, title: A, status: deprecated"+group, "id: b, title: B"+group, "id: c, title: C"+group), roles("id: c, title: C, replaces: [a, b]" + group),
			[]string{"minor removed-after-deprecation role/a", "major merged role/c", "bump: required major"}},
		{"what was split is not merged as well",
			roles("id: a, title: A"+group, "id: b, title: B"+group), roles("id: b, title: B, replaces: [a]"+group, "id: e, title: A, replaces: [a]"+group),
			[]string{"major split role/a", "bump: required major"}},
		{"two that were split into the same two are split",
			roles("id: a, title: A"+group, "id: b, title: A"+group), roles("id: c, title: A, replaces: [a, b]"+group, "id: d, title: A, replaces: [a, b]"+group),
			[]string{"major split role/a", "major split role/b", "bump: required major"}},
		{"titles without words are not alike",
			roles("id: a, title: —" + group), roles("id: b, title: …" + group),
			[]string{"major removed role/a", "minor added role/b", "bump: required major"}},
		{"the line to add joins those that are there",
			roles("id: a, title: Records Clerk" + group), roles("id: b, title: Clerk (Records), replaces: [z]" + group),
			[]string{"major removed role/a", "minor added role/b",
				"note role/b: if it is, add a to its field replaces, and the two are compared", "bump: required major"}},
		{"a draft is no successor yet, whatever it looks like",
			roles("id: a, title: Records Clerk" + group), roles("id: b, title: Records Clerk, status: draft" + group),
			[]string{"major removed role/a", "patch added role/b", "bump: required major"}},
		{"a line for a file in JSON is JSON",
			map[string]string{"roles/a.json": `{"id": "a", "title": "Clerk", "constituency": "x"}`}, map[string]string{"roles/b.json": `{"id": "b", "title": "Clerk", "constituency": "x"}`},
			[]string{"major removed role/a", "minor added role/b",
				`note role/b: if it is, add this line to it, and the two are compared: "replaces": ["a"]`, "bump: required major"}},
		{"a former title among the aliases tells a rename",
			roles("id: a, title: Records Clerk" + group), roles("id: b, title: Archivist, aliases: [records clerk]" + group),
			[]string{"major removed role/a", "minor added role/b",
				"note role/b: if it is, add this line to it, and the two are compared: replaces: [a]", "bump: required major"}},
		{"the same summary at the same level tells a rename",
			roles("id: a, title: One, level: 3, summary: Keeps files." + group), roles("id: b, title: Two, level: 3, summary: Keeps files." + group),
			[]string{"major removed role/a", "minor added role/b", "note role/b: if it is, add this line to it, and the two are compared: replaces: [a]", "bump: required major"}},
		{"the same summary at another level tells none",
			roles("id: a, title: One, level: 3, summary: Keeps files." + group), roles("id: b, title: Two, level: 4, summary: Keeps files." + group),
			[]string{"major removed role/a", "minor added role/b", "bump: required major"}},
		{"the same responsibilities tell a rename",
			roles("id: a, title: One, responsibilities: [Files, Finds]" + group), roles("id: b, title: Two, responsibilities: [Files, Finds]" + group),
			[]string{"major removed role/a", "minor added role/b", "note role/b: if it is, add this line to it, and the two are compared: replaces: [a]", "bump: required major"}},
		{"half of the title at the same level tells a rename",
			roles("id: a, title: Records Clerk, level: 3" + group), roles("id: b, title: Archive Clerk, level: 3" + group),
			[]string{"major removed role/a", "minor added role/b", "note role/b: if it is, add this line to it, and the two are compared: replaces: [a]", "bump: required major"}},
		{"half of the title at another level tells none",
			roles("id: a, title: Records Clerk, level: 3" + group), roles("id: b, title: Archive Clerk, level: 4" + group),
			[]string{"major removed role/a", "minor added role/b", "bump: required major"}},
		{"less than half of the title tells none",
			roles("id: a, title: Records and Archive Clerk, level: 3" + group), roles("id: b, title: Ward Clerk, level: 3" + group),
			[]string{"major removed role/a", "minor added role/b", "bump: required major"}},
		{"requirements tell a rename, and each is named once",
			roles("id: a, title: One, level: 3, competencies: [{ref: x}, {ref: y}, {ref: z}]" + group),
			roles("id: b, title: Two, level: 3, competencies: [{ref: z}, {ref: y}, {ref: x}]"+group, "id: c, title: Three, level: 3, competencies: [{ref: z}, {ref: y}, {ref: x}]"+group),
			[]string{"major removed role/a", "minor added role/b", "minor added role/c",
				"note role/b: if it is, add this line to it, and the two are compared: replaces: [a]", "bump: required major"}},
	} {
		if diff := cmp.Diff(c.want, compared(t, c.old, c.new, diff.Options{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestConfiguredImpact holds that the options go before the defaults, and that a
// draft asks nothing of anybody whatever they say.
func TestConfiguredImpact(t *testing.T) {
	framework := "schemaVersion: 1\nid: demo\ntitle: Demo\nlocale: en\nversion: "
	old := map[string]string{"framework.yaml": framework + "1.0.0\n", "roles/all.yaml": "- {id: a, title: A, constituency: x, level: 1}\n- {id: b, title: B, status: draft, level: 1}\n"}
	new := map[string]string{"framework.yaml": framework + "1.1.0\n", "roles/all.yaml": "- {id: a, title: A, constituency: x, level: 2}\n- {id: b, title: B, status: draft, level: 2}\n"}
	for _, c := range []struct {
		impact map[string]diff.Impact
		want   []string
	}{
		{nil, []string{"none version-changed framework/demo version", "major raised role/a level", "patch raised role/b level", "bump: required major"}},
		{map[string]diff.Impact{"raised": diff.Minor, "version-changed": diff.Patch},
			[]string{"patch version-changed framework/demo version", "minor raised role/a level", "patch raised role/b level", "bump: required minor"}},
		{map[string]diff.Impact{"raised": diff.None},
			[]string{"none version-changed framework/demo version", "none raised role/a level", "none raised role/b level", "bump: required none"}},
	} {
		if diff := cmp.Diff(c.want, compared(t, old, new, diff.Options{Impact: c.impact})); diff != "" {
			t.Errorf("with %v (-want +got):\n%s", c.impact, diff)
		}
	}
}

// TestWhereRolesWent tells apart roles that went to several places and to none.
func TestWhereRolesWent(t *testing.T) {
	group := func(id string) string { return "- {id: " + id + ", title: " + strings.ToUpper(id) + "}\n" }
	role := func(id, in string) string { return "id: " + id + ", title: " + id + ", constituency: " + in }
	old, new := roles(role("a", "x"), role("b", "x"), role("c", "x"), role("d", "x")), roles(role("a", "y"), role("e", "y")+", replaces: [b]", role("c", "z"))
	old["constituencies/all.yaml"], new["constituencies/all.yaml"] = group("x")+group("y")+group("z"), group("y")+group("z")
	for _, c := range diff.Compare(model(t, old), model(t, new), diff.Options{}).Changes {
		if want := "removed; its roles moved to Y (2) and Z (1); 1 role went with it"; c.Subject.ID == "x" && c.Message != want {
			t.Errorf("%s, want %s", c.Message, want)
		}
		if got := names(c.Affects); c.Subject.ID == "x" && !slices.Equal(got, []string{"a", "c", "d", "e"}) {
			t.Errorf("reaches %v", got)
		}
	}
}

// TestLargeLists holds that a role with very many statements, or the same
// requirement very often, is compared to the end.
func TestLargeLists(t *testing.T) {
	const many = 20_000
	list := func(row string) string {
		var b strings.Builder
		for i := range many {
			fmt.Fprintf(&b, row, i)
		}
		return b.String()
	}
	role := "id: a\ntitle: A\nconstituency: x\n"
	skill := "id: s\ntitle: S\n"
	old := map[string]string{"roles/x/a.yaml": role + "responsibilities:\n" + list("  - old %d\n") + "competencies:\n" + strings.Repeat("  - {ref: s}\n", many), "competencies/s.yaml": skill}
	new := map[string]string{"roles/x/a.yaml": role + "responsibilities:\n" + list("  - new %d\n") + "competencies:\n" + strings.Repeat("  - {ref: s}\n", many), "competencies/s.yaml": skill + "descriptors: {1: A, 2: B, 3: C, 4: D}\n"}
	r := diff.Compare(model(t, old), model(t, new), diff.Options{})
	if len(r.Changes) < many {
		t.Errorf("%d changes", len(r.Changes))
	}
}
