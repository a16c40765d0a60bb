package testkit

import (
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what the cases want to what was found")

// Update reports whether the test was asked to rewrite what it wants.
func Update() bool { return *update }

// Judge returns the findings of a case's files, in any order. It must be a
// function of the case alone: it is called again with the files repaired.
type Judge func(t testing.TB, c *Case) []finding.Finding

// Run runs every case below a folder as a subtest: the findings are those that
// the case wants, a case that is not silent has one of its own rule, and the
// fixes of its rule lead to the files it wants, where none is left to apply.
func Run(t *testing.T, dir string, judge Judge) {
	t.Helper()
	for _, path := range Paths(t, dir) {
		name, err := filepath.Rel(dir, strings.TrimSuffix(path, ".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.ToSlash(name), func(t *testing.T) { run(t, readCase(t, path), judge) })
	}
}

// Paths returns the cases below a folder; it fails the test when there is none.
func Paths(t testing.TB, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases below %s: %v", dir, err)
	}
	return paths
}

// Files returns the data files of every case below a folder: seeds for fuzzing.
func Files(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, path := range Paths(t, dir) {
		for name, text := range readCase(t, path).Files {
			files[filepath.ToSlash(path)+"/"+name] = text
		}
	}
	return files
}

func run(t testing.TB, c *Case, judge Judge) {
	t.Helper()
	found := judge(t, c)
	got := Render(found)
	changed := repair(t, c, found)
	fixed := c.entries(changed)
	if *update {
		c.write(t, got, fixed)
	} else {
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: the findings differ from what is wanted (-want +got):\n%s", c.Note, diff)
		}
		if diff := cmp.Diff(format("", c.fixed), format("", fixed)); diff != "" {
			t.Errorf("%s: the repaired files differ from what is wanted (-want +got):\n%s", c.Note, diff)
		}
	}
	own := func(f finding.Finding) bool { return f.Rule.ID == c.Rule }
	if c.Silent() && len(found) > 0 {
		t.Errorf("the case wants silence and has findings:\n%s", got)
	}
	if !c.Silent() && !slices.ContainsFunc(found, own) {
		t.Errorf("the case shows no finding of %s:\n%s", c.Rule, got)
	}
	if len(changed) > 0 {
		checkRepair(t, c, found, judge(t, c.with(changed)))
	}
}

// checkRepair proves that fixes of the case's rule left nothing to fix and
// brought nothing new.
func checkRepair(t testing.TB, c *Case, before, after []finding.Finding) {
	t.Helper()
	left := map[string]int{}
	for _, f := range before {
		left[f.Rule.ID+" "+f.Message]++
	}
	for _, f := range after {
		if f.Rule.ID == c.Rule && len(f.Fixes) > 0 {
			t.Errorf("after the fix there is still something to fix:\n%s", Render([]finding.Finding{f}))
		}
		if left[f.Rule.ID+" "+f.Message]--; left[f.Rule.ID+" "+f.Message] < 0 {
			t.Errorf("the fix brought a new finding:\n%s", Render([]finding.Finding{f}))
		}
	}
}

// Render writes findings as cases want them: sorted, one line each, help and
// related places indented below.
func Render(findings []finding.Finding) string {
	sorted := slices.Clone(findings)
	finding.Sort(sorted)
	var b strings.Builder
	for _, f := range sorted {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", place(f.Span), f.Severity, oneLine(f.Message), f.Rule.ID)
		if f.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", oneLine(f.Help))
		}
		for _, r := range f.Related {
			fmt.Fprintf(&b, "  %s: %s\n", place(r.Span), oneLine(r.Message))
		}
	}
	return b.String()
}
