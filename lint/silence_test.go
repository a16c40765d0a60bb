package lint_test

import (
	"slices"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
)

const (
	startOfFramework = "schemaVersion: 1\nid: demo\ntitle: Demo\nversion: 1.0.0\nlocale: en-GB\n"
	recordsFile      = "id: records\ntitle: Health Records\n"
	scaleFile        = "id: cfh\ntitle: Career levels\nkind: career\nmin: 1\nmax: 3\n"
	firstLevel       = "id: one\ntitle: One\nscale: cfh\nrank: 1\n"
	coderFile        = "id: coder\ntitle: Coder\nconstituency: records\nlevel: 2\ncompetencies:\n  - ref: assign-codes\n"
)

// quietWhenBroken holds, for every rule, files that it complains of, and a file
// that breaks the schema and may hold what is missing: beside it, or in the place
// of the file of the same name, the rule is silent.
var quietWhenBroken = []struct {
	rule         string
	files        map[string]string
	broken, text string
}{
	{"structure/unused-competency", map[string]string{"competencies/a.yaml": "id: a\ntitle: A\n", "roles/coder.yaml": coderFile}, "roles/clerk.yaml", "id: clerk\ncompetences: []\n"},
	{"structure/unused-resource", map[string]string{"resources/a.yaml": "id: a\ntitle: A\nkind: course\n"}, "roles/clerk.yaml", "id: clerk\nressources: []\n"},
	{"structure/empty-constituency", map[string]string{"constituencies/records.yaml": recordsFile, "roles/clerk.yaml": "id: clerk\ntitle: Clerk\nstatus: draft\n"}, "roles/porter.yaml", "a: b: c\n"},
	{"structure/missing-kind", map[string]string{"framework.yaml": startOfFramework, "constituencies/records.yaml": recordsFile, "roles/coder.yaml": coderFile}, "levels/one.yaml", "a: b: c\n"},
	{"level/rank-gap", map[string]string{"scales/cfh.yaml": scaleFile, "levels/one.yaml": firstLevel, "levels/three.yaml": "id: three\ntitle: Three\nscale: cfh\nrank: 3\n"}, "levels/two.yaml", "a: b: c\n"},
	{"level/unused-level", map[string]string{"framework.yaml": startOfFramework + "levelScale: cfh\n", "scales/cfh.yaml": scaleFile, "levels/one.yaml": firstLevel, "roles/coder.yaml": coderFile}, "roles/clerk.yaml", "id: clerk\nlevl: 1\n"},
	{"identity/code-gap", map[string]string{"competencies/all.yaml": "- {id: a, title: A, suite: s, code: S1}\n- {id: b, title: B, suite: s, code: S2}\n- {id: c, title: C, suite: s, code: S4}\n"}, "competencies/d.yaml", "id: d\ncod: S3\n"},
	{"identity/suite-unknown", map[string]string{"framework.yaml": startOfFramework, "competencies/a.yaml": "id: a\ntitle: A\nsuite: s\n"}, "framework.yaml", startOfFramework + "suits: []\n"},
	{"identity/suite-unknown", map[string]string{"framework.yaml": startOfFramework, "competencies/a.yaml": "id: a\ntitle: A\nsuite: s\n"}, "framework.yaml", startOfFramework + "suites:\n  - id: 7\n    title: S\n"},
	{"level/descriptor-unknown-facet", map[string]string{"scales/cfh.yaml": scaleFile, "levels/one.yaml": firstLevel + "descriptors:\n  work: Works.\n"}, "scales/cfh.yaml", scaleFile + "facts: []\n"},
	{"level/descriptor-unknown-facet", map[string]string{"scales/cfh.yaml": scaleFile, "levels/one.yaml": firstLevel + "descriptors:\n  work: Works.\n"}, "scales/cfh.yaml", scaleFile + "facets:\n  - id: 7\n    title: Work\n"},
	{"role/specialism-unknown", map[string]string{"constituencies/records.yaml": recordsFile, "roles/coder.yaml": coderFile + "specialism: coding\n"}, "constituencies/records.yaml", recordsFile + "specialities: []\n"},
	{"role/specialism-unknown", map[string]string{"constituencies/records.yaml": recordsFile, "roles/coder.yaml": coderFile + "specialism: coding\n"}, "constituencies/records.yaml", recordsFile + "specialisms:\n  - id: 7\n    title: Coding\n"},
}

func TestQuietWhenBroken(t *testing.T) {
	for _, test := range quietWhenBroken {
		own := func(f finding.Finding) bool { return f.Rule.ID == test.rule }
		c := &testkit.Case{Rule: test.rule, Files: test.files}
		if found := judge(t, c); !slices.ContainsFunc(found, own) {
			t.Errorf("%s says nothing of the whole files:\n%s", test.rule, testkit.Render(found))
		}
		test.files[test.broken] = test.text
		found := judge(t, c)
		if len(found) == 0 || slices.ContainsFunc(found, own) {
			t.Errorf("%s beside a broken %s:\n%s", test.rule, test.broken, testkit.Render(found))
		}
	}
}
