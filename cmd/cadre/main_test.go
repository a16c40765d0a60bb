package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	frameworkdata "github.com/cadre-framework/cadre/framework-data"
	"github.com/cadre-framework/cadre/internal/testkit"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cadre": main})
}

// TestScripts runs the command as people do. The command "hicf DIR" of a script
// puts a copy of the shipped framework into a folder; $REPOSITORY is where the
// scripts of build hosts lie.
func TestScripts(t *testing.T) {
	repository, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{".github/actions/check/run.sh", ".github/scripts/comment.sh"} {
		// Reading them tells go test that an earlier pass says nothing once they changed.
		if _, err := os.ReadFile(filepath.Join(repository, script)); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{
		Files:               scripts(t),
		UpdateScripts:       testkit.Update(),
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("REPOSITORY", repository)
			return nil
		},
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"hicf": copyFramework},
		Condition: installed,
	})
}

// always are the scripts that are run whatever the sample: those that do most at once.
var always = []string{"base_compare", "check_clean", "diff_sides", "git_revisions"}

// scripts returns the scripts to run, by name: every nth, and those that are
// always run.
func scripts(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(all) == 0 {
		t.Fatalf("%d scripts: %v", len(all), err)
	}
	for _, name := range always {
		if !slices.Contains(all, filepath.Join("testdata", "script", name+".txtar")) {
			t.Errorf("there is no script %s", name)
		}
	}
	var taken []string
	for i, file := range all {
		if i%everyNth == 0 || slices.Contains(always, strings.TrimSuffix(filepath.Base(file), ".txtar")) {
			taken = append(taken, file)
		}
	}
	return taken
}

// installed is the condition that a program of some name is there.
func installed(name string) (bool, error) {
	_, err := exec.LookPath(name)
	return err == nil, nil
}

func copyFramework(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hicf DIR")
	}
	ts.Check(fs.WalkDir(frameworkdata.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(ts.MkAbs(args[0]), filepath.FromSlash(path))
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		data, err := fs.ReadFile(frameworkdata.FS, path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o666)
	}))
}
