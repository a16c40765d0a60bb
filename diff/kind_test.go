package diff_test

import (
	"slices"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
)

// TestKindsDeclareConsequences wants one of the consequences from every kind, a
// detail from those that are patches, and nothing that asks more of those that are
// not major.
func TestKindsDeclareConsequences(t *testing.T) {
	for _, k := range diff.Kinds() {
		switch known := slices.Contains(diff.Consequences(), k.Consequence); {
		case !known:
			t.Errorf("%s has the consequence %q", k.ID, k.Consequence)
		case (k.Consequence == diff.Detail) != (k.Impact <= diff.Patch):
			t.Errorf("%s is %s, and its consequence %q", k.ID, k.Impact, k.Consequence)
		case k.Consequence == diff.AsksMore && k.Impact != diff.Major:
			t.Errorf("%s asks more and is %s", k.ID, k.Impact)
		}
		for _, kind := range k.Subjects {
			if !slices.Contains(framework.Kinds(), kind) {
				t.Errorf("%s happens to a %q", k.ID, kind)
			}
		}
	}
}

// TestSubjects holds the kinds of entities of some kinds of change to the design.
func TestSubjects(t *testing.T) {
	for id, want := range map[string][]framework.Kind{
		"removed": nil, "retitled": nil, "locale-changed": {framework.KindFramework}, "label-changed": {framework.KindScale},
		"kind-changed": {framework.KindScale, framework.KindCompetency}, "qualification-added": {framework.KindLevel, framework.KindRole},
		"mapping-changed": {framework.KindLevel, framework.KindCompetency}, "function-removed": {framework.KindConstituency},
		"raised": {framework.KindRole}, "url-changed": {framework.KindResource},
	} {
		if got := diff.FindKind(id).Subjects; !slices.Equal(got, want) {
			t.Errorf("%s happens to %v, want %v", id, got, want)
		}
	}
}

// TestConsequence tells what changes mean by their kind and their impact.
func TestConsequence(t *testing.T) {
	for _, c := range []struct {
		kind   string
		impact diff.Impact
		want   diff.Consequence
	}{
		{"raised", diff.Major, diff.AsksMore}, {"lowered", diff.Major, diff.TakesAway}, {"removed", diff.Major, diff.TakesAway},
		{"removed", diff.Patch, diff.Detail}, {"alias-removed", diff.Minor, diff.TakesAway}, {"retired", diff.Major, diff.TakesAway},
		{"requirement-added", diff.Minor, diff.NewOrEasier}, {"requirement-removed", diff.Minor, diff.NewOrEasier},
		{"reworded", diff.Major, diff.AsksMore}, {"reworded", diff.Minor, diff.NewOrEasier}, {"reworded", diff.Patch, diff.Detail},
		{"id-changed", diff.Major, diff.Changes}, {"licence-changed", diff.Minor, diff.Changes}, {"added", diff.Minor, diff.NewOrEasier},
		{"deprecated", diff.Minor, diff.Changes}, {"added", diff.Patch, diff.Detail}, {"version-changed", diff.None, diff.Detail},
		{"notes-of-nobody", diff.Minor, diff.NewOrEasier},
	} {
		kind := diff.FindKind(c.kind)
		if kind == nil {
			kind = &diff.Kind{ID: c.kind}
		}
		if got := (&diff.Change{Kind: kind, Impact: c.impact}).Consequence(); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.impact, c.kind, got, c.want)
		}
	}
}
