package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
)

func ofRelease(r *finding.Rule) bool { return r.Category() == "release" }

// TestReleaseStage runs the rules of releases in a stage of their own and in no
// other.
func TestReleaseStage(t *testing.T) {
	for stage, want := range map[check.Stage]bool{
		check.Everything: false, check.LintOnly: false, check.ValidateOnly: false, check.ReleaseOnly: true,
	} {
		result := run(t, mapFS(small("")), check.Options{Stage: stage})
		if got := slices.ContainsFunc(result.Rules, ofRelease); got != want {
			t.Errorf("stage %d: rules of release among those that ran: %v", stage, got)
		}
		spoke := slices.ContainsFunc(result.Findings, func(f finding.Finding) bool { return ofRelease(f.Rule) })
		if spoke != want {
			t.Errorf("stage %d: a missing changelog is told: %v", stage, spoke)
		}
	}
}

// TestReleaseBroken never reads as clean where nothing could be judged.
func TestReleaseBroken(t *testing.T) {
	only := func(r *finding.Rule) bool { return ofRelease(r) }
	result := run(t, mapFS(small("level: high\n")), check.Options{Stage: check.ReleaseOnly, Wanted: only})
	if got := lines(result); len(got) == 0 || !strings.Contains(got[0], "schema/") || slices.ContainsFunc(result.Findings, func(f finding.Finding) bool { return ofRelease(f.Rule) }) {
		t.Errorf("found: %v", got)
	}
}

// TestReleaseSuppressed excuses a finding where it stands, and lets a suppression
// alone while its rule does not run.
func TestReleaseSuppressed(t *testing.T) {
	files := small("")
	files["framework.yaml"] = strings.Replace(files["framework.yaml"], "version: 1.2.0", "version: 1.2.0 # cadre: ignore release/changelog-missing -- the first one", 1)
	if result := run(t, mapFS(files), check.Options{Stage: check.ReleaseOnly}); result.Suppressed != 1 || result.Worst() != finding.Off {
		t.Errorf("%d suppressed: %v", result.Suppressed, lines(result))
	}
	for _, f := range run(t, mapFS(files), check.Options{}).Findings {
		if f.Rule.Category() == "suppression" {
			t.Errorf("a check says: %s", f.Message)
		}
	}
}
