package check_test

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
)

const wanting = "competencies:\n  - ref: filing\n  - ref: binding\n"

var referencesOnly = check.Options{Wanted: only("reference/unknown", "suppression/unused")}

// statuses counts the findings of a result by status.
func statuses(r *finding.Result) map[finding.Status]int {
	n := map[finding.Status]int{}
	for _, f := range r.Findings {
		n[f.Status]++
	}
	return n
}

// TestBaselineAccepts marks what was accepted, wherever it moved, and nothing
// else.
func TestBaselineAccepts(t *testing.T) {
	o := referencesOnly
	o.Baseline = check.Accept(run(t, mapFS(small(wanting)), o))
	if n := len(o.Baseline.Entries()); n != 2 {
		t.Fatalf("%d accepted", n)
	}
	moved := run(t, mapFS(small("\n# moved\n"+strings.Replace(wanting, "filing", "sorting", 1))), o)
	if n := statuses(moved); n[finding.Baselined] != 1 || n[""] != 1 || moved.Baselined != 1 || moved.Worst() != finding.Error {
		t.Errorf("statuses %v, %d baselined", n, moved.Baselined)
	}
}

// TestPrune takes out what is gone, keeps what nobody looked for, and adds
// nothing.
func TestPrune(t *testing.T) {
	o := referencesOnly
	first, f, err := check.Run(t.Context(), mapFS(small(wanting)), o)
	if err != nil {
		t.Fatal(err)
	}
	full := check.Accept(first)
	other := append(full.Entries(), check.Accepted{Fingerprint: "1", Rule: "level/rank-duplicate"}, check.Accepted{Fingerprint: "2", Rule: "level/no-such-rule"})
	if kept, removed := check.NewBaseline(other).Prune(first, f); len(removed) != 1 || removed[0].Fingerprint != "2" || len(kept.Entries()) != 3 {
		t.Errorf("of a rule that did not run, and of none: removed %v", removed)
	}
	for name, c := range map[string]struct {
		files map[string]string
		gone  int
	}{
		"as it was":       {small(wanting), 0},
		"mended":          {small("competencies:\n  - ref: binding\n  - ref: sorting\n"), 1},
		"excused":         {small(strings.Replace(wanting, "filing", "filing # cadre: ignore reference/unknown -- agreed", 1)), 0},
		"cannot be read":  {small("competencies: [\n"), 0},
		"breaks a schema": {small("levle: 3\n"), 0},
	} {
		result, f, err := check.Run(t.Context(), mapFS(c.files), o)
		if err != nil {
			t.Fatal(err)
		}
		kept, removed := full.Prune(result, f)
		if len(removed) != c.gone || len(kept.Entries()) != 2-c.gone {
			t.Errorf("%s: removed %v, kept %v", name, removed, kept.Entries())
		}
	}
}

// TestBase compares with an earlier state: all of it, a part, and only what is
// new.
func TestBase(t *testing.T) {
	o := referencesOnly
	before := mapFS(small(wanting))
	o.Base = run(t, before, o)
	after := mapFS(small("competencies:\n  - ref: binding\n  - ref: sorting\n"))
	all := run(t, after, o)
	if n := statuses(all); n[finding.Introduced] != 1 || n[finding.Unchanged] != 1 || n[finding.Fixed] != 1 || len(n) != 3 || all.Worst() != finding.Error {
		t.Errorf("all: %v", n)
	}
	o.NewOnly = true
	fresh := run(t, after, o)
	if n := statuses(fresh); n[finding.Introduced] != 1 || n[finding.Fixed] != 1 || len(n) != 2 || fresh.Unchanged != 1 {
		t.Errorf("only what is new: %v, %d unchanged", n, fresh.Unchanged)
	}
	if same := run(t, before, o); same.Worst() != finding.Off || same.Unchanged != 2 || len(same.Findings) != 0 {
		t.Errorf("the same once more: %v", lines(same))
	}
	o.Part = func(path string) bool { return path == "framework.yaml" }
	if part := run(t, after, o); len(part.Findings) != 0 || part.Elsewhere != 1 {
		t.Errorf("a part: %v, %d elsewhere", lines(part), part.Elsewhere)
	}
}

// TestBaseExcuses tells what was excused in the base, and is not any more, as new.
func TestBaseExcuses(t *testing.T) {
	o := referencesOnly
	excused := mapFS(small(strings.ReplaceAll(wanting, "ing\n", "ing # cadre: ignore reference/unknown -- agreed\n")))
	plain := mapFS(small(wanting))
	o.Base = run(t, excused, o)
	if n := statuses(run(t, plain, o)); n[finding.Introduced] != 2 || len(n) != 1 {
		t.Errorf("no longer excused: %v", n)
	}
	if n := statuses(run(t, mapFS(small("")), o)); len(n) != 0 {
		t.Errorf("excused, then mended: %v", n)
	}
	o.Base = nil
	o.Base = run(t, plain, o)
	if n := statuses(run(t, excused, o)); n[finding.Suppressed] != 2 || len(n) != 1 {
		t.Errorf("excused now: %v", n)
	}
}
