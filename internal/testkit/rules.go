package testkit

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

// CheckRules proves that every rule is declared whole and shown by cases: one
// that fires, one that is silent, and for a fixable rule one that is repaired; and
// that no folder of cases is without its rule. A rule that no text can show stands
// in elsewhere, with the name of the test that shows it.
func CheckRules(t testing.TB, dir string, rules []*finding.Rule, elsewhere map[string]string) {
	t.Helper()
	for _, err := range finding.Validate(rules) {
		t.Error(err)
	}
	shown := map[string][]*Case{}
	for _, path := range Paths(t, dir) {
		c := readCase(t, path)
		shown[c.Rule] = append(shown[c.Rule], c)
	}
	for _, rule := range rules {
		if test, ok := elsewhere[rule.ID]; ok {
			if test == "" || len(shown[rule.ID]) > 0 {
				t.Errorf("%s: shown elsewhere by %q and by %d cases", rule.ID, test, len(shown[rule.ID]))
			}
		} else {
			checkShown(t, rule, shown[rule.ID])
		}
		delete(shown, rule.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(shown)) {
		t.Errorf("the folder %s has no rule", filepath.Join(dir, filepath.FromSlash(id)))
	}
}

func checkShown(t testing.TB, rule *finding.Rule, cases []*Case) {
	t.Helper()
	silent := slices.ContainsFunc(cases, (*Case).Silent)
	fires := slices.ContainsFunc(cases, func(c *Case) bool { return !c.Silent() })
	repaired := slices.ContainsFunc(cases, func(c *Case) bool { return len(c.fixed) > 0 })
	if !silent || !fires {
		t.Errorf("%s: a case that fires: %v; one that is silent: %v", rule.ID, fires, silent)
	}
	if rule.Fixable != repaired {
		t.Errorf("%s: fixable: %v; a case with want/fixed: %v", rule.ID, rule.Fixable, repaired)
	}
}
