package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/config"
)

func entries(n int) []check.Accepted {
	var all []check.Accepted
	for i := range n {
		all = append(all, check.Accepted{Fingerprint: strings.Repeat(string(rune('a'+i)), 32), Rule: "reference/unknown", Subject: "role \"clerk\"\u2028<&>"})
	}
	return all
}

// TestBaselineRoundTrip writes what it reads, and the same bytes whatever the
// order in which findings came.
func TestBaselineRoundTrip(t *testing.T) {
	dir := t.TempDir()
	file, err := config.NamedBaseline(filepath.Join(dir, "b.json"), "b.json")
	if err != nil || file.Exists || !file.Named {
		t.Fatal(file, err)
	}
	for _, n := range []int{0, 1, 5} {
		all := entries(n)
		if err := file.Write(check.NewBaseline(all)); err != nil {
			t.Fatal(err)
		}
		first, err := os.ReadFile(filepath.Join(dir, "b.json"))
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(first), "fingerprint"); lines != n || n > 0 && strings.Count(string(first), "\n") != n+5 {
			t.Errorf("%d entries are not a line each:\n%s", n, first)
		}
		back, err := file.Read()
		if err != nil || !slices.Equal(back.Entries(), check.NewBaseline(all).Entries()) {
			t.Fatalf("%d entries: %v, %v", n, back.Entries(), err)
		}
		slices.Reverse(all)
		if err := file.Write(check.NewBaseline(append(all, all...))); err != nil {
			t.Fatal(err)
		}
		if again, err := os.ReadFile(filepath.Join(dir, "b.json")); err != nil || string(again) != string(first) {
			t.Errorf("written in another order:\n%s\n%v", again, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}

// TestBaselineMustBeRight refuses what is no baseline.
func TestBaselineMustBeRight(t *testing.T) {
	for _, text := range []string{
		"", "[]", "{}", `{"version": 2, "findings": []}`, `{"version": 1, "findings": [{"rule": "a/b", "subject": "x"}]}`,
		`{"version": 1, "findings": [{"rule": "a/b", "subject": "x", "fingerprint": "ABC"}]}`, `{"version": 1, "findings": [], "lines": []}`,
		`{"version": 1, "version": 1, "findings": []}`, `{"version": 1, "findings": []} {}`,
	} {
		dir := t.TempDir()
		write(t, dir, map[string]string{"b.json": text})
		file, err := config.NamedBaseline(filepath.Join(dir, "b.json"), "b.json")
		if err != nil || !file.Exists {
			t.Fatal(err)
		}
		if b, err := file.Read(); err == nil {
			t.Errorf("%s is read as %v", text, b.Entries())
		}
	}
}

// TestBaselineStaysInside opens no baseline outside the repository, be it by a
// link, for reading or for writing.
func TestBaselineStaysInside(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"outside/baseline.json": `{"version": 1, "findings": []}`, "repo/.git/HEAD": "",
		"repo/" + config.Name: "version: 1\nbaseline: linked/baseline.json\n",
	})
	if err := os.Symlink(filepath.Join(dir, "outside"), filepath.Join(dir, "repo", "linked")); err != nil {
		t.Skip("there are no links here: ", err)
	}
	c, err := config.Load(filepath.Join(dir, "repo", config.Name), config.Name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := c.Baseline(filepath.Join(dir, "repo"), ".")
	if err == nil {
		t.Errorf("it is found at %s", file.Shown())
	}
	if err := file.Write(check.NewBaseline(entries(1))); err == nil {
		t.Error("it is written")
	}
	if data, err := os.ReadFile(filepath.Join(dir, "outside", "baseline.json")); err != nil || strings.Contains(string(data), "fingerprint") {
		t.Errorf("outside lies %s, %v", data, err)
	}
}
