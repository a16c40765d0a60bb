package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/diff"
)

// TestListedAgain shows what is told of items of one key, and of several that came
// together or apart: what asks most counts.
func TestListedAgain(t *testing.T) {
	role := func(field, list string) map[string]string {
		return roles("id: r, title: R, constituency: records, " + field + ": [" + list + "]")
	}
	with := func(competencies string, files map[string]string) map[string]string {
		files["competencies/all.yaml"] = competencies
		return files
	}
	mapped := func(list string) map[string]string {
		return map[string]string{"competencies/all.yaml": "- {id: a, title: A, mappings: [" + list + "]}\n"}
	}
	const needs, steps = "competencies", "progression"
	const ab, z = "- {id: a, title: A}\n- {id: b, title: A}\n", "- {id: z, title: A, replaces: [a, b]}\n"
	for _, c := range []struct {
		name     string
		old, new map[string]string
		want     []string
	}{
		{"twice", role(needs, "{ref: a}"), role(needs, "{ref: a}, {ref: a}"), []string{"patch detail-changed role/r competencies[a]", "bump: required patch"}},
		{"once", role(needs, "{ref: a}, {ref: a}"), role(needs, "{ref: a}"), []string{"patch detail-changed role/r competencies[a]", "bump: required patch"}},
		{"in another order", role(needs, "{ref: a}, {ref: a, need: optional}"), role(needs, "{ref: a, need: optional}, {ref: a}"), []string{"bump: required none"}},
		{"an option listed again as core", role(needs, "{ref: a, need: optional}"), role(needs, "{ref: a, need: optional}, {ref: a}"),
			[]string{"major made-core role/r competencies[a].need", "patch detail-changed role/r competencies[a]", "bump: required major"}},
		{"the lesser of two", role(needs, "{ref: a, proficiency: 3}, {ref: a, proficiency: 1}"), role(needs, "{ref: a, proficiency: 3}, {ref: a, proficiency: 2}"),
			[]string{"patch detail-changed role/r competencies[a]", "bump: required patch"}},
		{"gone altogether", role(needs, "{ref: a}, {ref: a}"), role(needs, ""), []string{"minor requirement-removed role/r competencies[a]", "bump: required minor"}},
		{"steps in another order", role(steps, "{to: a, kind: lateral}, {to: a, kind: upward}"), role(steps, "{to: a, kind: upward}, {to: a, kind: lateral}"), []string{"bump: required none"}},
		{"one of two steps", role(steps, "{to: a, kind: lateral}, {to: a, kind: upward}"), role(steps, "{to: a, kind: upward}"), []string{"patch detail-changed role/r progression[a]", "bump: required patch"}},
		{"merged into the strictest", with(ab, role(needs, "{ref: a, proficiency: 3}, {ref: b, need: optional, proficiency: 1}")), with(z, role(needs, "{ref: z, proficiency: 3}")),
			[]string{"major merged competency/z -> r", "bump: required major"}},
		{"merged into less", with(ab, role(needs, "{ref: a, proficiency: 3}, {ref: b, need: optional, proficiency: 4}")), with(z, role(needs, "{ref: z, need: optional, proficiency: 2}")),
			[]string{"major merged competency/z -> r", "minor made-optional role/r competencies[z].need", "minor requirement-lowered role/r competencies[z].proficiency", "bump: required major"}},
		{"split into one that was there", with(ab, role(needs, "{ref: a}, {ref: b, need: optional}")),
			with("- {id: b, title: A, replaces: [a]}\n- {id: e, title: A, replaces: [a]}\n", role(needs, "{ref: e}, {ref: b, need: optional}")),
			[]string{"major split competency/a -> r", "bump: required major"}},
		{"mappings in another order", mapped("{scale: x, code: G}, {scale: y, code: G, rank: 2}"), mapped("{scale: y, code: G, rank: 2}, {scale: x, code: G}"),
			[]string{"patch reordered competency/a mappings", "bump: required patch"}},
		{"one of two mappings", mapped("{scale: x, code: G}, {scale: y, code: G, rank: 2}"), mapped("{scale: y, code: G, rank: 3}"),
			[]string{"minor mapping-changed competency/a mappings[G]", "minor mapping-changed competency/a mappings[G]", "bump: required minor"}},
		{"extensions stay with their mapping", mapped("{scale: x, code: G, x-a: 1}, {scale: y, code: G, x-a: 2}"), mapped("{scale: y, code: G, x-a: 2}"),
			[]string{"minor mapping-changed competency/a mappings[G]", "bump: required minor"}},
	} {
		if diff := cmp.Diff(c.want, compared(t, c.old, c.new, diff.Options{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
