package hosting

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// job and workflow are what the tests look at.
type (
	step struct {
		Uses  string            `yaml:"uses"`
		Run   string            `yaml:"run"`
		Shell string            `yaml:"shell"`
		Env   map[string]string `yaml:"env"`
		With  map[string]any    `yaml:"with"`
	}
	job struct {
		Permissions map[string]string `yaml:"permissions"`
		Steps       []step            `yaml:"steps"`
	}
	workflow struct {
		Name        string            `yaml:"name"`
		On          any               `yaml:"on"`
		Permissions map[string]string `yaml:"permissions"`
		Jobs        map[string]job    `yaml:"jobs"`
		Inputs      map[string]any    `yaml:"inputs"`
		Outputs     map[string]struct {
			Value string `yaml:"value"`
		} `yaml:"outputs"`
		Runs job `yaml:"runs"`
	}
)

var (
	uses = regexp.MustCompile(`(?m)^\s*(?:- )?uses: (\S+)(.*)$`)
	pin  = regexp.MustCompile(`^([\w./-]+)@([0-9a-f]{40})$`)
)

// TestPins holds every action to one commit, with its version beside it.
func TestPins(t *testing.T) {
	seen := map[string]string{}
	for _, name := range append(workflows(t), action) {
		for _, m := range uses.FindAllStringSubmatch(read(t, name), -1) {
			if strings.HasPrefix(m[1], "./") {
				continue
			}
			which := pin.FindStringSubmatch(m[1])
			if which == nil || !regexp.MustCompile(`^ # v\d+\.\d+\.\d+$`).MatchString(m[2]) {
				t.Errorf("%s: %q is not pinned to a commit with its version beside it", name, m[0])
				continue
			}
			if before, ok := seen[which[1]]; ok && before != m[1]+m[2] {
				t.Errorf("%s: %s%s, elsewhere %s", name, m[1], m[2], before)
			}
			seen[which[1]] = m[1] + m[2]
		}
	}
	if len(seen) < 4 {
		t.Errorf("found only the actions %v", seen)
	}
}

// TestScripts lets no expression into a script: what it stands for could be a command.
func TestScripts(t *testing.T) {
	for _, name := range append(workflows(t), action) {
		w := parse[workflow](t, name, read(t, name))
		jobs := slices.Collect(maps.Values(w.Jobs))
		for _, j := range append(jobs, w.Runs) {
			for _, s := range j.Steps {
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s: a script holds an expression: %s", name, s.Run)
				}
			}
		}
	}
}

// TestPermissions gives each workflow nothing but reading, and each right to write to
// the one job that needs it.
func TestPermissions(t *testing.T) {
	want := map[string]string{
		".github/workflows/comment.yml comment":               "pull-requests",
		".github/workflows/framework.yml sarif":               "security-events",
		".github/workflows/framework-data.yml framework-data": "security-events",
		".github/workflows/release.yml publish":               "attestations contents id-token",
	}
	for _, name := range workflows(t) {
		w := parse[workflow](t, name, read(t, name))
		if w.Permissions == nil {
			t.Errorf("%s: permissions are missing, so it has those of the repository", name)
		}
		if got := writing(w.Permissions); got != "" {
			t.Errorf("%s: every job may write %s", name, got)
		}
		for id, j := range w.Jobs {
			if got := writing(j.Permissions); got != want[name+" "+id] {
				t.Errorf("%s: the job %s may write %q, want %q", name, id, got, want[name+" "+id])
			}
		}
	}
}

func writing(permissions map[string]string) string {
	var all []string
	for what, right := range permissions {
		if right != "read" && right != "none" {
			all = append(all, what)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// TestCredentials lets no checkout leave its token behind.
func TestCredentials(t *testing.T) {
	for _, name := range workflows(t) {
		for id, j := range parse[workflow](t, name, read(t, name)).Jobs {
			for _, s := range j.Steps {
				if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["persist-credentials"] != false {
					t.Errorf("%s: the checkout of %s keeps its token", name, id)
				}
			}
		}
	}
}

// TestComment holds the workflow with the right to write to what makes it safe: it
// follows the workflow that there is, and takes code from the default branch alone.
func TestComment(t *testing.T) {
	w := parse[workflow](t, "comment", read(t, ".github/workflows/comment.yml"))
	caller := parse[workflow](t, "caller", read(t, ".github/workflows/framework-data.yml"))
	on, _ := w.On.(map[string]any)
	run, ok := on["workflow_run"].(map[string]any)
	if !ok || len(on) != 1 || len(run["workflows"].([]any)) != 1 || run["workflows"].([]any)[0] != caller.Name {
		t.Errorf("it runs on %v, and the workflow is called %q", w.On, caller.Name)
	}
	for _, s := range w.Jobs["comment"].Steps {
		if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["ref"] != "${{ github.event.repository.default_branch }}" {
			t.Errorf("it runs code of %v", s.With["ref"])
		}
	}
}

// TestAction holds the inputs and outputs of the action to its script and its page.
func TestAction(t *testing.T) {
	a := parse[workflow](t, action, read(t, action))
	script, page := read(t, ".github/actions/check/run.sh"), read(t, "docs/ci.md")
	passed := map[string]bool{}
	for _, s := range a.Runs.Steps {
		for name, value := range s.Env {
			passed[strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")] = true
			if !strings.Contains(script, "${"+name+":-") {
				t.Errorf("the script does not read %s", name)
			}
		}
	}
	for name := range a.Inputs {
		if !passed[name] || !strings.Contains(page, "| `"+name+"` |") {
			t.Errorf("the input %s reaches no script, or docs/ci.md lacks it", name)
		}
	}
	for name, output := range a.Outputs {
		set := strings.Contains(script, "output "+name+" ") ||
			strings.HasSuffix(name, "-exit-code") && strings.Contains(script, "judge "+strings.TrimSuffix(name, "-exit-code")+" ") ||
			strings.HasSuffix(name, "-bump") && strings.Contains(script, `output "$word-bump"`)
		if !set || !strings.Contains(page, "`"+name+"`") || output.Value != "${{ steps.outcome.outputs."+name+" }}" {
			t.Errorf("the output %s is never set, or docs/ci.md lacks it", name)
		}
	}
	recipe := parse[workflow](t, "recipe", fenced(page, "yaml")[".github/workflows/framework.yml"])
	for _, s := range recipe.Jobs["framework"].Steps {
		for input := range s.With {
			if strings.HasPrefix(s.Uses, "cadre-framework/") && a.Inputs[input] == nil {
				t.Errorf("the recipe has the input %s, which the action lacks", input)
			}
		}
	}
}
