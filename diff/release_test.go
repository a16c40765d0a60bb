package diff_test

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/testkit"
	"github.com/cadre-framework/cadre/source"
)

// byRules runs the rule that a case is about. Bundles, checksums and the changelog
// lie where they do in a framework, agreements in .cadre.yaml.
func byRules(t testing.TB, c *testkit.Case) []finding.Finding {
	fsys := fstest.MapFS{}
	for name, text := range c.Files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	options := check.Options{Stage: check.ReleaseOnly, Wanted: func(r *finding.Rule) bool { return r.ID == c.Rule }}
	file := func(name string) *source.File {
		if text, ok := c.Files[name]; ok {
			return &source.File{Path: name, Text: text}
		}
		return nil
	}
	options.History = diff.History{Sums: file("releases/SHA256SUMS"), Changelog: file("CHANGELOG.md")}
	for name := range c.Files {
		if path.Dir(name) == "releases" && strings.HasSuffix(name, ".json") {
			f := read(t, fsys, name)
			options.History.Releases = append(options.History.Releases, diff.Release{Version: f.Version, File: f.File(), Framework: f})
		}
	}
	slices.SortFunc(options.History.Releases, func(a, b diff.Release) int { return strings.Compare(a.File.Path, b.File.Path) })
	if config := file(".cadre.yaml"); config != nil {
		options.Diff.Accepted = accepted(t, config)
	}
	result, f, err := check.Run(t.Context(), fsys, options)
	if err != nil || !f.Whole {
		t.Fatalf("%v, %v", err, result.Findings)
	}
	return result.Findings
}

// read reads a bundle.
func read(t testing.TB, fsys fstest.MapFS, name string) *framework.Framework {
	layout := framework.BundleLayout(name)
	result, f, err := check.Run(t.Context(), fsys, check.Options{Stage: check.ValidateOnly, Layout: &layout})
	if err != nil || !f.Whole {
		t.Fatalf("%s: %v, %v", name, err, result.Findings)
	}
	return f
}

// accepted reads the agreements of a configuration.
func accepted(t testing.TB, file *source.File) []diff.Accepted {
	doc, faults := source.Parse(file, source.FileLimits)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var all []diff.Accepted
	for n := range doc.Lookup("/diff/accepted").Children() {
		text := func(key string) string { return n.Get(key).Str() }
		all = append(all, diff.Accepted{Change: text("change"), Subject: text("subject"), Reason: text("reason"), By: text("by"), Until: text("until"), At: n.Span()})
	}
	return all
}

func TestReleaseCases(t *testing.T) { testkit.Run(t, "testdata", byRules) }

func TestReleaseRules(t *testing.T) { testkit.CheckRules(t, "testdata", diff.Rules(), nil) }

// TestNewest finds the highest version, whatever the order of the bundles.
func TestNewest(t *testing.T) {
	if r := (diff.History{}).Newest(); r != nil {
		t.Errorf("the newest of no releases is %+v", r)
	}
	var h diff.History
	for _, v := range []string{"1.9.0", "1.10.0-dev", "0.2.0", "1.10.0", "1.2.0"} {
		h.Releases = append(h.Releases, diff.Release{Version: v, Framework: &framework.Framework{Version: v}})
	}
	if r := h.Newest(); r.Version != "1.10.0" {
		t.Errorf("the newest is %s", r.Version)
	}
}
