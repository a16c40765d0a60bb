package diff

import "testing"

func TestNewBump(t *testing.T) {
	for _, c := range []struct {
		old, new string
		required Impact
		declared string
		ok       bool
	}{
		// the same version
		{"1.0.0", "1.0.0", None, "none", true},
		{"1.0.0", "1.0.0", Patch, "none", false},
		{"1.0.0", "1.0.0", Major, "none", false},
		{"1.0.0", "1.0.0+build.7", None, "none", true},
		{"1.0.0+a", "1.0.0+b", Patch, "none", false},
		{"1.1.0-dev", "1.1.0-dev", None, "none", true},
		{"1.1.0-dev", "1.1.0-dev", Patch, "none", true},
		{"1.1.0-dev", "1.1.0-dev", Major, "none", true},
		{"1.1.0-dev+a", "1.1.0-dev+b", Major, "none", true},
		{"0.1.0-dev", "0.1.0-dev", Major, "none", true},
		// from a release to a release
		{"1.0.0", "1.0.1", None, "patch", true},
		{"1.0.0", "1.0.1", Patch, "patch", true},
		{"1.0.0", "1.0.1", Minor, "patch", false},
		{"1.0.0", "1.0.1", Major, "patch", false},
		{"1.0.9", "1.1.0", Patch, "minor", true},
		{"1.0.0", "1.1.0", Minor, "minor", true},
		{"1.0.0", "1.1.0", Major, "minor", false},
		{"1.0.0", "1.2.5", Minor, "minor", true},
		{"1.9.9", "2.0.0", Major, "major", true},
		{"1.0.0", "3.1.4", Major, "major", true},
		{"1.0.0", "2.0.0", None, "major", true},
		{"1.9.0", "1.10.0", Minor, "minor", true},
		{"99999999999999999999.0.0", "100000000000000000000.0.0", Major, "major", true},
		// under 1.0.0 major counts as minor
		{"0.1.0", "0.1.1", Patch, "patch", true},
		{"0.1.0", "0.1.1", Minor, "patch", false},
		{"0.1.0", "0.1.1", Major, "patch", false},
		{"0.1.0", "0.2.0", Minor, "minor", true},
		{"0.1.0", "0.2.0", Major, "minor", true},
		{"0.0.1", "0.1.0", Major, "minor", true},
		{"0.9.0", "1.0.0", Major, "major", true},
		{"0.9.0", "1.0.0-rc.1", Major, "major", true},
		{"1.0.0", "1.1.0", Major, "minor", false},
		// to a pre-release: its core counts
		{"1.0.0", "1.1.0-dev", Minor, "minor", true},
		{"1.0.0", "1.1.0-dev", Major, "minor", false},
		{"1.0.0", "2.0.0-alpha", Major, "major", true},
		{"1.0.0", "1.0.1-dev", Minor, "patch", false},
		// from a pre-release: it promised nothing of its core
		{"1.1.0-dev", "1.1.0", Major, "none", true},
		{"1.1.0-alpha", "1.1.0-beta", Major, "none", true},
		{"1.1.0-rc.2", "1.1.0-rc.10", Minor, "none", true},
		{"1.0.0-dev", "1.0.0", Major, "none", true},
		{"1.1.0-dev", "1.2.0", Minor, "minor", true},
		{"1.1.0-dev", "1.2.0", Major, "minor", false},
		{"1.0.0-dev", "1.1.0", Major, "minor", false},
		// back
		{"1.0.0", "0.9.9", None, "backward", false},
		{"1.0.0", "1.0.0-dev", None, "backward", false},
		{"1.1.0-beta", "1.1.0-alpha", Patch, "backward", false},
		{"1.10.0", "1.9.0", Minor, "backward", false},
		{"2.0.0", "1.9.9", Major, "backward", false},
		// no versions
		{"", "", None, "none", true},
		{"one", "1.0.0", None, "none", false},
		{"1.0.0", "v1.1.0", None, "none", false},
	} {
		got := NewBump(c.old, c.new, c.required)
		want := Bump{Old: c.old, New: c.new, Declared: c.declared, Required: c.required, OK: c.ok}
		if got != want {
			t.Errorf("from %s to %s with %s: %+v, want %+v", c.old, c.new, c.required, got, want)
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		old      string
		required Impact
		want     string
	}{
		{"1.2.3", None, "1.2.3"},
		{"1.2.3", Patch, "1.2.4"},
		{"1.2.3", Minor, "1.3.0"},
		{"1.2.3", Major, "2.0.0"},
		{"1.2.3+build", Minor, "1.3.0"},
		{"0.1.2", None, "0.1.2"},
		{"0.1.2", Patch, "0.1.3"},
		{"0.1.2", Minor, "0.2.0"},
		{"0.1.2", Major, "0.2.0"},
		{"1.1.0-dev", None, "1.1.0"},
		{"1.1.0-dev", Major, "1.1.0"},
		{"1.99999999999999999999.0", Minor, "1.100000000000000000000.0"},
		{"one", Major, ""},
	} {
		got := Next(c.old, c.required)
		if got != c.want {
			t.Errorf("after %s with %s: %s, want %s", c.old, c.required, got, c.want)
		}
		if b := NewBump(c.old, got, c.required); got != "" && !b.OK {
			t.Errorf("%s is not enough after %s: %+v", got, c.old, b)
		}
	}
}
