package config_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/internal/config"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern string
		yes, no []string
	}{
		{"roles/x/**", []string{"roles/x/a.yaml", "roles/x/b/c.yaml", "roles/x"}, []string{"roles/xy/a.yaml", "x/roles/x/a.yaml"}},
		{"**", []string{"a", "a/b/c"}, nil},
		{"**/*.json", []string{"a.json", "a/b/c.json"}, []string{"a.yaml", "a.json/b"}},
		{"roles/*/manager.yaml", []string{"roles/x/manager.yaml"}, []string{"roles/manager.yaml", "roles/x/y/manager.yaml"}},
		{"roles/**/[a-c]*.yaml", []string{"roles/a.yaml", "roles/x/y/cc.yaml"}, []string{"roles/x/d.yaml"}},
		{"a/**/b/**/c", []string{"a/b/c", "a/b/b/x/c", "a/x/b/c"}, []string{"a/c", "b/c", "a/b"}},
		{"roles/", nil, []string{"roles", "roles/a"}},
		{"Roles/*", nil, []string{"roles/a"}},
		{"[", nil, []string{"[", "a"}},
	} {
		for _, name := range c.yes {
			if !config.Match(c.pattern, name) {
				t.Errorf("%q does not match %q", c.pattern, name)
			}
		}
		for _, name := range c.no {
			if config.Match(c.pattern, name) {
				t.Errorf("%q matches %q", c.pattern, name)
			}
		}
	}
}

// naive is what the pattern means, by trying everything.
func naive(parts, names []string) bool {
	switch {
	case len(parts) == 0:
		return len(names) == 0
	case parts[0] == "**":
		return naive(parts[1:], names) || len(names) > 0 && naive(parts, names[1:])
	case len(names) == 0:
		return false
	}
	ok, err := path.Match(parts[0], names[0])
	return ok && err == nil && naive(parts[1:], names[1:])
}

// FuzzMatch compares the matcher with what patterns mean, on short ones, and
// matches long ones without delay.
func FuzzMatch(f *testing.F) {
	f.Add("a/**/b", "a/x/b")
	f.Add("**/[a-c]?/**", "x/ab/y/z")
	f.Add("[", "[")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		got := config.Match(pattern, name)
		parts, names := strings.Split(pattern, "/"), strings.Split(name, "/")
		if len(parts) < 8 && len(names) < 8 {
			if want := naive(parts, names); got != want {
				t.Errorf("Match(%q, %q) is %v", pattern, name, got)
			}
		}
		if slices.Contains(parts, "**") {
			return
		}
		if ok, err := path.Match(pattern, name); err == nil && ok != got && !strings.ContainsAny(pattern, `[\`) {
			t.Errorf("without ** Match(%q, %q) is %v and path.Match %v", pattern, name, got, ok)
		}
	})
}

// TestMatchGrows matches a pattern that trying everything would never end with.
func TestMatchGrows(t *testing.T) {
	if config.Match(strings.Repeat("**/a/", 2000)+"b", strings.Repeat("a/", 4000)+"c") {
		t.Error("it matches")
	}
}
