package check_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/lint"
)

// mutation spoils the shipped framework so that one rule speaks, and besides it
// only what truly follows.
type mutation struct {
	rule    string
	edits   []edit
	follows []string // ids of other rules that must speak too, and why they are right
}

// edit replaces a text that stands once in a file. Without old the file is added;
// a file that is left empty is gone.
type edit struct{ path, old, new string }

// whole stands for all that a file holds.
const whole = "(all of it)"

// done is an edit that was made, and where in the file.
type done struct {
	edit
	at int
}

// apply returns the files after the edits, and what was done to them.
func apply(t *testing.T, files map[string]string, edits []edit) (map[string]string, []done) {
	t.Helper()
	spoilt, log := maps.Clone(files), []done(nil)
	for _, e := range edits {
		text, exists := spoilt[e.path]
		if e.old == whole {
			e.old = text
		}
		if n := strings.Count(text, e.old); exists == (e.old == "") || e.old != "" && n != 1 {
			t.Fatalf("%s holds %d times what is to be replaced: %q", e.path, n, e.old)
		}
		log = append(log, done{e, strings.Index(text, e.old)})
		set(spoilt, e.path, strings.Replace(text, e.old, e.new, 1))
	}
	return spoilt, log
}

// undo returns the files as they were before the edits.
func undo(spoilt map[string]string, log []done) map[string]string {
	mended := maps.Clone(spoilt)
	for _, d := range slices.Backward(log) {
		text := mended[d.path]
		set(mended, d.path, text[:d.at]+d.old+text[d.at+len(d.new):])
	}
	return mended
}

func set(files map[string]string, path, text string) {
	if files[path] = text; text == "" {
		delete(files, path)
	}
}

// shipped returns the data files of the shipped framework by path.
func shipped(t testing.TB) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(frameworkdata.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if kind, _ := framework.DefaultLayout.Place(path); err == nil && kind != "" {
			data, readErr := fs.ReadFile(frameworkdata.FS, path)
			files[path], err = string(data), readErr
		}
		return err
	})
	if err != nil || len(files) < 200 {
		t.Fatal(len(files), err)
	}
	return files
}

// newly returns the findings of spoilt that were not there before, by fingerprint.
func newly(before, after *finding.Result) (all []finding.Finding) {
	known := map[string]bool{}
	for _, f := range before.Findings {
		known[f.Fingerprint] = true
	}
	for _, f := range after.Findings {
		if !known[f.Fingerprint] {
			all = append(all, f)
		}
	}
	return all
}

// TestMutations spoils the shipped framework once for every row.
func TestMutations(t *testing.T) {
	files := shipped(t)
	sound := run(t, mapFS(files), check.Options{})
	for i, m := range mutations {
		if i%sample != 0 {
			continue
		}
		t.Run(m.rule, func(t *testing.T) {
			t.Parallel()
			spoilt, log := apply(t, files, m.edits)
			var got []string
			result := run(t, mapFS(spoilt), check.Options{})
			for _, f := range newly(sound, result) {
				got = append(got, f.Rule.ID)
			}
			slices.Sort(got)
			want := append([]string{m.rule}, m.follows...)
			slices.Sort(want)
			if diff := cmp.Diff(want, slices.Compact(got)); diff != "" {
				t.Errorf("rules that speak (-want +got):\n%s\n%s", diff, strings.Join(lines(result), "\n"))
			}
			if !maps.Equal(undo(spoilt, log), files) {
				t.Error("undoing the edits does not lead back to what is silent")
			}
		})
	}
}

// TestEveryRuleHasAMutation wants a row for every consistency rule, and none else.
func TestEveryRuleHasAMutation(t *testing.T) {
	var rules, rows []string
	for _, r := range lint.Rules() {
		rules = append(rules, r.ID)
	}
	for _, m := range mutations {
		rows = append(rows, m.rule)
	}
	slices.Sort(rows)
	if diff := cmp.Diff(rules, rows); diff != "" {
		t.Errorf("rules without a row, and rows without a rule (-rules +rows):\n%s", diff)
	}
}
