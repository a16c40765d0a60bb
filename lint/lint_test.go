package lint_test

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
	"github.com/cadre-framework/cadre/lint"
)

// judge runs the rule that a case is about, and what comes before it.
func judge(t testing.TB, c *testkit.Case) []finding.Finding {
	fsys := fstest.MapFS{}
	for name, text := range c.Files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	earlier := []string{"syntax", "schema"}
	wanted := func(r *finding.Rule) bool { return r.ID == c.Rule || slices.Contains(earlier, r.Category()) }
	result, _, err := check.Run(context.Background(), fsys, check.Options{Wanted: wanted})
	if err != nil {
		t.Fatal(err)
	}
	return result.Findings
}

func TestCases(t *testing.T) { testkit.Run(t, "testdata", judge) }

func TestRules(t *testing.T) { testkit.CheckRules(t, "testdata", lint.Rules(), nil) }
