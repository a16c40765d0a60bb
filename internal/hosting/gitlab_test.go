package hosting

import (
	"maps"
	"testing"
)

// TestGitLabVariables resolves what a job sees as GitLab does: those of the template
// give way to those of whoever includes it, and both to those of the job.
func TestGitLabVariables(t *testing.T) {
	type file struct {
		Variables map[string]string `yaml:"variables"`
		Cadre     struct {
			Variables map[string]string `yaml:"variables"`
		} `yaml:"cadre"`
	}
	template := parse[file](t, "template", read(t, "docs/ci/cadre.gitlab-ci.yml"))
	includer := map[string]string{"CADRE_PATH": "elsewhere", "CADRE_VERSION": "v9.9.9"}
	seen := maps.Clone(template.Variables)
	if seen == nil || seen["CADRE_PATH"] != "." || seen["CADRE_VERSION"] == "" {
		t.Fatalf("the template has the defaults %v", seen)
	}
	maps.Copy(seen, includer)
	maps.Copy(seen, template.Cadre.Variables)
	for name, want := range includer {
		if seen[name] != want {
			t.Errorf("the job sees %s=%q, and whoever includes it set %q", name, seen[name], want)
		}
	}
	recipe := parse[file](t, "recipe", fenced(read(t, "docs/ci.md"), "yaml")[".gitlab-ci.yml"])
	for name := range recipe.Variables {
		if _, ok := template.Variables[name]; !ok {
			t.Errorf("the recipe sets %s, for which the template has no default", name)
		}
	}
}
