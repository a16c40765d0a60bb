package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/testkit"
)

// excusable are the rules that cases excuse, beside their own and what comes
// before every rule.
var excusable = []string{"reference/unknown", "role/level-out-of-scale", "role/duplicate-requirement"}

func ownRules() []*finding.Rule {
	return slices.DeleteFunc(check.Rules(), func(r *finding.Rule) bool { return r.Category() != "suppression" })
}

// judgeCase runs the rule of a case, and returns what is not excused.
func judgeCase(t testing.TB, c *testkit.Case) []finding.Finding {
	wanted := func(r *finding.Rule) bool {
		return r.ID == c.Rule || r.Category() == "schema" || slices.Contains(excusable, r.ID)
	}
	result, _, err := check.Run(t.Context(), mapFS(c.Files), check.Options{Wanted: wanted})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(result.Findings, func(f finding.Finding) bool { return !f.Judged() })
}

func TestSuppressionCases(t *testing.T) { testkit.Run(t, "testdata", judgeCase) }

func TestSuppressionRules(t *testing.T) { testkit.CheckRules(t, "testdata", ownRules(), nil) }

// small is a framework with one role, whose last lines are given.
func small(tail string) map[string]string {
	return map[string]string{
		"framework.yaml":              "schemaVersion: 1\nid: f\ntitle: F\nversion: 1.2.0\nlocale: en-GB\n",
		"constituencies/records.yaml": "id: records\ntitle: Records\n",
		"roles/records/clerk.yaml":    "id: clerk\ntitle: Clerk\nconstituency: records\n" + tail,
	}
}

// only wants some rules.
func only(ids ...string) func(*finding.Rule) bool {
	return func(r *finding.Rule) bool { return slices.Contains(ids, r.ID) || r.Category() == "schema" }
}

// TestSuppressedStays keeps what is excused in the result, and counts it, in the
// part that is asked for only.
func TestSuppressedStays(t *testing.T) {
	fsys := mapFS(small("competencies: [{ ref: nothing }] # cadre: ignore reference/unknown -- agreed\n"))
	result := run(t, fsys, check.Options{Wanted: only("reference/unknown")})
	if len(result.Findings) != 1 || result.Findings[0].Status != finding.Suppressed || result.Suppressed != 1 || result.Worst() != finding.Off {
		t.Errorf("%d suppressed, findings %+v", result.Suppressed, result.Findings)
	}
	result = run(t, fsys, check.Options{Wanted: only("reference/unknown"), Part: func(path string) bool { return path == "framework.yaml" }})
	if len(result.Findings) != 0 || result.Suppressed != 0 || result.Elsewhere != 0 {
		t.Errorf("outside the part: %+v", result)
	}
}

// TestUnusedNeedsItsRule is silent about suppressions of rules that did not look.
func TestUnusedNeedsItsRule(t *testing.T) {
	const idle = "aliases: [Filing Clerk] # cadre: ignore reference/unknown -- agreed\n"
	broken := small(idle)
	broken["levels/one.yaml"] = "id: one\n"
	off := map[string]finding.Severity{"reference/unknown": finding.Off}
	for name, c := range map[string]struct {
		files   map[string]string
		options check.Options
		want    int
	}{
		"it ran":           {small(idle), check.Options{Wanted: only("suppression/unused", "reference/unknown")}, 1},
		"not selected":     {small(idle), check.Options{Wanted: only("suppression/unused")}, 0},
		"switched off":     {small(idle), check.Options{Wanted: only("suppression/unused", "reference/unknown"), Severity: off}, 0},
		"not for the file": {small(idle), check.Options{Wanted: only("suppression/unused", "reference/unknown"), Exempt: func(r *finding.Rule, _ string) bool { return r.ID == "reference/unknown" }}, 0},
		"a broken file":    {broken, check.Options{Wanted: only("suppression/unused", "reference/unknown")}, 0},
		"another stage":    {small(idle), check.Options{Wanted: only("suppression/unused", "reference/unknown"), Stage: check.ValidateOnly}, 0},
	} {
		result := run(t, mapFS(c.files), c.options)
		got := 0
		for _, f := range result.Findings {
			if f.Rule.ID == "suppression/unused" {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d findings, want %d: %v", name, got, c.want, lines(result))
		}
		if noted := strings.Contains(strings.Join(result.Notes, " "), "suppression/unused"); noted != (name == "a broken file") {
			t.Errorf("%s: the notes are %q", name, result.Notes)
		}
	}
}

// TestSyntaxIsNeverExcused tries every way to excuse a file that cannot be read.
func TestSyntaxIsNeverExcused(t *testing.T) {
	fsys := mapFS(small("# cadre: ignore syntax/duplicate-key -- no\nid: clerk\n"))
	open := run(t, fsys, check.Options{Wanted: only()})
	var entries []check.Accepted
	for _, f := range open.Findings {
		entries = append(entries, check.Accepted{Fingerprint: f.Fingerprint, Rule: f.Rule.ID})
	}
	result := run(t, fsys, check.Options{
		Wanted: only(), Baseline: check.NewBaseline(entries), Exempt: func(*finding.Rule, string) bool { return true },
		Severity: map[string]finding.Severity{},
	})
	if got := lines(result); len(got) != 1 || !strings.Contains(got[0], "error syntax/duplicate-key") || result.Worst() != finding.Error {
		t.Errorf("left: %v", got)
	}
	if b := check.Accept(open); len(b.Entries()) != 0 {
		t.Errorf("a baseline accepts %v", b.Entries())
	}
}

// TestSuppressionsGrow holds the cost of many suppressions to their number:
// comments that stand above each other, and a list in which every entry excuses
// something. Cost is what the run allocates.
func TestSuppressionsGrow(t *testing.T) {
	stacked := func(n int) fstest.MapFS {
		return mapFS(small(strings.Repeat("# cadre: ignore reference/unknown -- agreed\n", n) + "competencies: [{ ref: nothing }]\n"))
	}
	bundle := func(n int) fstest.MapFS {
		var b strings.Builder
		b.WriteString(`{"framework": {"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en-GB"}, "constituencies": [{"id": "c", "title": "C"}], "roles": [`)
		for i := range n {
			if i > 0 {
				b.WriteString(",\n")
			}
			fmt.Fprintf(&b, `{"id": "r%d", "title": "R%d", "constituency": "c", "competencies": [{"ref": "x%d"}], "x-cadre-ignore": {"reference/unknown": "agreed"}}`, i, i, i)
		}
		b.WriteString("]}")
		return fstest.MapFS{"b.json": {Data: []byte(b.String())}}
	}
	layout := framework.BundleLayout("b.json")
	for name, c := range map[string]struct {
		make   func(int) fstest.MapFS
		layout *framework.Layout
	}{"stacked": {stacked, nil}, "bundle": {bundle, &layout}} {
		cost := func(n int) float64 {
			fsys := c.make(n)
			return testing.AllocsPerRun(1, func() {
				result := run(t, fsys, check.Options{Wanted: only("reference/unknown", "suppression/unused"), Layout: c.layout, Jobs: 1})
				if c.layout != nil && result.Suppressed != n || c.layout == nil && result.Suppressed != 1 {
					t.Fatalf("%s: %d suppressed of %d", name, result.Suppressed, n)
				}
			})
		}
		if small, large := cost(1000), cost(2000); large > 2.5*small {
			t.Errorf("%s: 1,000 take %v allocations, 2,000 take %v", name, small, large)
		}
	}
}
