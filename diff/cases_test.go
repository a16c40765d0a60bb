package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/internal/testkit"
)

// TestCases compares the two sides of every case of a kind.
func TestCases(t *testing.T) {
	testkit.RunPairs(t, "testdata", func(t testing.TB, p *testkit.Pair) string {
		var b strings.Builder
		r := diff.Compare(model(t, p.Old), model(t, p.New), diff.Options{})
		shown := false
		for i := range r.Changes {
			c := &r.Changes[i]
			shown = shown || c.Kind.ID == p.Kind
			fmt.Fprintf(&b, "%s\n  %s\n", line(c), c.Message)
		}
		for _, n := range r.Notes {
			fmt.Fprintf(&b, "note %s/%s\n  %s\n  %s\n", n.Subject.Kind, n.Subject.ID, n.Message, n.Help)
		}
		fmt.Fprintf(&b, "bump: required %s\n", r.Bump.Required)
		if silent := strings.HasPrefix(p.Name, "ok-"); shown == silent {
			t.Errorf("the case shows a change of the kind: %v; and is one that wants none: %v", shown, silent)
		}
		return b.String()
	})
}

// TestEveryKindHasACase wants a case for every kind of change, and no folder
// without one.
func TestEveryKindHasACase(t *testing.T) {
	var ids []string
	for _, k := range diff.Kinds() {
		ids = append(ids, k.ID)
	}
	testkit.CheckPairs(t, "testdata", ids)
}
