package check_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/source"
)

// lines writes findings as "path:line:col severity rule".
func lines(r *finding.Result) []string {
	var all []string
	for _, f := range r.Findings {
		p := f.Span.Position()
		all = append(all, fmt.Sprintf("%s:%d:%d %s %s", f.Span.File.Path, p.Line, p.Column, f.Severity, f.Rule.ID))
	}
	return all
}

func run(t *testing.T, fsys fs.FS, o check.Options) *finding.Result {
	t.Helper()
	result, _, err := check.Run(t.Context(), fsys, o)
	if err != nil || !result.Complete {
		t.Fatalf("Run: %v, complete: %v", err, result.Complete)
	}
	return result
}

// TestShippedFramework holds the data of this repository to its own rules. Infos
// are facts about it, such as codes that its sources do not give.
func TestShippedFramework(t *testing.T) {
	result := run(t, frameworkdata.FS, check.Options{})
	if result.Worst() > finding.Info || result.Entities < 200 {
		t.Errorf("%d entities, findings:\n%s", result.Entities, strings.Join(lines(result), "\n"))
	}
}

// broken is the shipped framework with a few defects, as files by path.
func broken(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(frameworkdata.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if kind, _ := framework.DefaultLayout.Place(path); err == nil && framework.IsData(path) && kind != "" {
			data, readErr := fs.ReadFile(frameworkdata.FS, path)
			all[path], err = string(data), readErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	change := func(path, old, new string) {
		if !strings.Contains(all[path], old) {
			t.Fatalf("%s does not hold %q", path, old)
		}
		all[path] = strings.Replace(all[path], old, new, 1)
	}
	const coder = "roles/information-management/clinical-coder.yaml"
	change(coder, "level: 4", "level: 12")
	change(coder, "ref: assign-clinical-codes", "ref: assign-clinical-coeds")
	change(coder, "\nsummary:", "\nsumary:")
	change("competencies/assure-data-quality.yaml", "\ntitle:", "\nx-title:")
	change("levels/level-3.yaml", "rank: 3", "rank: 4")
	change("roles/knowledge-management/library-assistant.yaml", "- to: ", "- to: x-")
	return all
}

func mapFS(all map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for path, text := range all {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// asJSON turns YAML files into JSON files.
func asJSON(t *testing.T, all map[string]string) map[string]string {
	t.Helper()
	converted := map[string]string{}
	for path, text := range all {
		doc, faults := source.Parse(&source.File{Path: path, Text: text}, source.FileLimits)
		data, err := json.MarshalIndent(doc.Root().Value(), "", "  ")
		if err != nil || len(faults) > 0 {
			t.Fatal(path, err, faults)
		}
		converted[strings.TrimSuffix(path, filepath.Ext(path))+".json"] = string(data)
	}
	return converted
}

// asBundle turns JSON files into one.
func asBundle(t *testing.T, all map[string]string) string {
	t.Helper()
	bundle := map[string]any{}
	for _, path := range slices.Sorted(maps.Keys(all)) {
		text := all[path]
		kind, _ := framework.DefaultLayout.Place(path)
		if key := kind.BundleKey(); kind == framework.KindFramework {
			bundle[key] = json.RawMessage(text)
		} else {
			list, _ := bundle[key].([]json.RawMessage)
			bundle[key] = append(list, json.RawMessage(text))
		}
	}
	data, err := json.Marshal(bundle)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestNotationDoesNotMatter wants the same findings from the same framework as
// folder of YAML files, as JSON files and as one bundle.
func TestNotationDoesNotMatter(t *testing.T) {
	identities := func(r *finding.Result) []string {
		var all []string
		for _, f := range r.Findings {
			all = append(all, fmt.Sprint(f.Fingerprint, " ", f.Rule.ID, " ", f.Severity, " ", f.Subject, " ", f.Message))
		}
		slices.Sort(all)
		return all
	}
	yaml := broken(t)
	json := asJSON(t, yaml)
	layout := framework.BundleLayout("b.json")
	want := identities(run(t, mapFS(yaml), check.Options{}))
	if len(want) != 6 {
		t.Errorf("%d findings, want 6:\n%s", len(want), strings.Join(want, "\n"))
	}
	if diff := cmp.Diff(want, identities(run(t, mapFS(json), check.Options{}))); diff != "" {
		t.Errorf("as JSON files (-yaml +json)\n%s", diff)
	}
	bundle := fstest.MapFS{"b.json": {Data: []byte(asBundle(t, json))}}
	if diff := cmp.Diff(want, identities(run(t, bundle, check.Options{Layout: &layout}))); diff != "" {
		t.Errorf("as a bundle (-yaml +bundle)\n%s", diff)
	}
}

// TestNothingButTheFilesMatters repeats a run with other numbers of workers.
func TestNothingButTheFilesMatters(t *testing.T) {
	fsys := mapFS(broken(t))
	want := lines(run(t, fsys, check.Options{Jobs: 1}))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for i := range 50 / sample {
		runtime.GOMAXPROCS(i%2 + 1)
		if got := lines(run(t, fsys, check.Options{Jobs: i % 5})); !slices.Equal(got, want) {
			t.Fatalf("run %d differs:\n%s", i, cmp.Diff(want, got))
		}
	}
}

// TestLimits ends runs that would read too much, and says which limit it was.
func TestLimits(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 20 {
		fsys[fmt.Sprintf("roles/r%d.yaml", i)] = &fstest.MapFile{Data: bytes.Repeat([]byte(" "), 100)}
	}
	for want, limits := range map[string]check.Limits{
		"number of files":    {File: source.FileLimits, Files: 19, Total: 1 << 20},
		"bytes of all files": {File: source.FileLimits, Files: 20, Total: 1900},
	} {
		result, f, err := check.Run(t.Context(), fsys, check.Options{Limits: &limits})
		var limit *check.LimitError
		if !errors.As(err, &limit) || limit.Name != want || result.Complete || f != nil {
			t.Errorf("%s: %v, complete: %v", want, err, result.Complete)
		}
	}
}

// unreadable is a file system in which one file cannot be opened.
type unreadable struct{ fstest.MapFS }

func (u unreadable) Open(name string) (fs.File, error) {
	if name == "roles/locked.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.Open(name)
}

// TestUnreadable never lets a run that missed a file look complete.
func TestUnreadable(t *testing.T) {
	fsys := unreadable{fstest.MapFS{"roles/locked.yaml": {}, "roles/bad.yaml": {Data: []byte("a: b: c")}}}
	result, _, err := check.Run(t.Context(), fsys, check.Options{})
	if err == nil || !strings.Contains(err.Error(), "reading roles/locked.yaml: permission denied") || result.Complete {
		t.Errorf("error %v, complete: %v", err, result.Complete)
	}
	if got := lines(result); len(got) != 1 || !strings.Contains(got[0], "roles/bad.yaml") {
		t.Errorf("what could be read is not told: %v", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if result, _, err := check.Run(ctx, fsys, check.Options{}); !errors.Is(err, context.Canceled) || result.Complete {
		t.Errorf("after the context ended: %v", err)
	}
}

// TestOptions chooses what is judged.
func TestOptions(t *testing.T) {
	fsys := mapFS(broken(t))
	only := func(ids ...string) func(*finding.Rule) bool {
		return func(r *finding.Rule) bool { return slices.Contains(ids, r.ID) }
	}
	rules := func(r *finding.Result) (all []string) {
		for _, f := range r.Findings {
			all = append(all, f.Rule.Category()+":"+f.Severity.String())
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	fsys["roles/bad.yaml"] = &fstest.MapFile{Data: []byte("a: b: c")}
	for _, test := range []struct {
		name    string
		options check.Options
		want    string
	}{
		{"validate", check.Options{Stage: check.ValidateOnly}, "schema:error syntax:error"},
		{"lint", check.Options{Stage: check.LintOnly, Wanted: only("reference/unknown")}, "reference:error schema:error syntax:error"},
		{"one rule", check.Options{Wanted: only("reference/unknown")}, "reference:error syntax:error"},
		{"milder", check.Options{Wanted: only("role/level-out-of-scale"), Severity: map[string]finding.Severity{"role/level-out-of-scale": finding.Info}}, "role:info syntax:error"},
		{"off", check.Options{Wanted: only("role/level-out-of-scale"), Severity: map[string]finding.Severity{"role/level-out-of-scale": finding.Off}}, "syntax:error"},
		{"part", check.Options{Part: func(path string) bool { return path == "levels/level-4.yaml" }}, "level:error"},
	} {
		result := run(t, fsys, test.options)
		if got := strings.Join(rules(result), " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if test.name == "part" && (result.Files != 1 || result.Entities != 1 || result.Elsewhere != 6) {
			t.Errorf("part: %d files, %d entities, %d elsewhere", result.Files, result.Entities, result.Elsewhere)
		}
	}
}
