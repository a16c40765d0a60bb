package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v4"
)

// recipe is a fenced text of a page that a shell can run.
var recipe = regexp.MustCompile("(?ms)^```sh\n(.*?)^```$")

// TestRecipes runs every recipe of docs/ci.md for a shell, and the job for GitLab, in
// a repository whose topic branch asks more of people and breaks nothing.
func TestRecipes(t *testing.T) {
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{}
	for i, m := range recipe.FindAllStringSubmatch(string(page), -1) {
		scripts[fmt.Sprintf("shell_%d", i+1)] = m[1]
	}
	if len(scripts) < 6 {
		t.Fatalf("docs/ci.md has %d recipes for a shell", len(scripts))
	}
	scripts["gitlab"] = gitlabJob(t)
	repository, err := os.ReadFile(filepath.Join("testdata", "recipes.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, script := range scripts {
		text := string(repository) + "-- recipe.sh --\n" + script
		if err := os.WriteFile(filepath.Join(dir, name+".txtar"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{Dir: dir, RequireExplicitExec: true, Condition: installed})
}

// gitlabJob returns the script of the template, with the variables that GitLab sets.
func gitlabJob(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/ci/cadre.gitlab-ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	var template map[string]struct {
		Script []string `yaml:"script"`
	}
	if err := yaml.Unmarshal(data, &template); err != nil {
		t.Fatal(err)
	}
	job := strings.Join(template["cadre"].Script, "\n")
	if job == "" {
		t.Fatal("the template has no script")
	}
	return "CADRE_PATH=careers\n" + job + "CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse origin/main)\n" + job +
		"CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git commit-tree -m none \"$(git mktree </dev/null)\")\n" + job +
		"test -s cadre-code-quality.json\n"
}
