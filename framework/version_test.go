package framework_test

import (
	"cmp"
	"testing"

	"github.com/cadre-framework/cadre/framework"
)

// TestVersionOrder walks a list in the order of semantic versions; the
// pre-releases of 1.0.0 are those of the specification's own example.
func TestVersionOrder(t *testing.T) {
	order := []string{
		"0.0.1", "0.0.9", "0.0.10", "0.2.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
		"1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "10.0.0", "99999999999999999999.0.0", "100000000000000000000.0.0",
	}
	for i, a := range order {
		for j, b := range order {
			v, okA := framework.ParseVersion(a)
			w, okB := framework.ParseVersion(b)
			if got := v.Compare(w); got != cmp.Compare(i, j) || !okA || !okB || v.String() != a {
				t.Errorf("%s against %s: %d, want %d", v, w, got, cmp.Compare(i, j))
			}
		}
	}
}

func TestVersionCore(t *testing.T) {
	for text, want := range map[string]string{"1.1.0-dev": "1.1.0", "1.1.0": "1.1.0", "2.0.0-rc.1+build.5": "2.0.0", "0.1.0+meta": "0.1.0"} {
		if v, ok := framework.ParseVersion(text); !ok || v.Core().String() != want {
			t.Errorf("the core of %s is %s, want %s", text, v.Core(), want)
		}
	}
	a, _ := framework.ParseVersion("1.0.0+a")
	if b, _ := framework.ParseVersion("1.0.0+b"); a.Compare(b) != 0 {
		t.Error("build metadata changes the order")
	}
}

func TestNoVersion(t *testing.T) {
	for _, text := range []string{"", "1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "1.0.0-a..b", "1.0.0 ", "1.0.0\n", "1.-1.0"} {
		if v, ok := framework.ParseVersion(text); ok || v.String() != "" {
			t.Errorf("%q is read as the version %s", text, v)
		}
	}
}
