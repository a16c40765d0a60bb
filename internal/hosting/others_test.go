package hosting

import (
	"context"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/scaffold"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/schema"
)

// hook is one entry of pre-commit.
type hook struct {
	ID       string   `yaml:"id"`
	Language string   `yaml:"language"`
	Entry    string   `yaml:"entry"`
	Files    string   `yaml:"files"`
	Pass     *bool    `yaml:"pass_filenames"`
	Args     []string `yaml:"args"`
}

// TestHooks holds the hooks to each other: those that this repository offers, those
// that the recipe names, and the one that cadre init writes.
func TestHooks(t *testing.T) {
	type config struct {
		Repos []struct {
			Hooks []hook `yaml:"hooks"`
		} `yaml:"repos"`
	}
	offered := map[string]hook{}
	for _, h := range parse[[]hook](t, "hooks", read(t, ".pre-commit-hooks.yaml")) {
		offered[h.ID] = h
		if h.Pass == nil || *h.Pass {
			t.Errorf("%s is handed file names", h.ID)
		}
	}
	recipe := parse[config](t, "recipe", fenced(read(t, "docs/ci.md"), "yaml")[".pre-commit-config.yaml"])
	for _, h := range recipe.Repos[0].Hooks {
		if _, ok := offered[h.ID]; !ok {
			t.Errorf("the recipe names the hook %q, which there is not", h.ID)
		}
	}
	files, err := scaffold.Framework("demo", scaffold.Options{Dir: "careers", Checks: true})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(files, func(f scaffold.File) bool { return f.Path == ".pre-commit-config.yaml" })
	own := parse[config](t, "init", files[i].Text).Repos[0].Hooks[0]
	like := offered["cadre-check"]
	if own.Entry != like.Entry+" careers" || own.Language != like.Language || own.Files != like.Files || own.Pass == nil || *own.Pass {
		t.Errorf("cadre init writes %+v, and offered is %+v", own, like)
	}
}

// TestMatcher holds the problem matcher to what the text format prints: every error
// and warning with its place, and no other line.
func TestMatcher(t *testing.T) {
	type pattern struct {
		Regexp string `yaml:"regexp"`
	}
	own := parse[struct {
		Matcher []struct {
			Pattern []pattern `yaml:"pattern"`
		} `yaml:"problemMatcher"`
	}](t, "matcher", read(t, ".github/cadre-problem-matcher.json")).Matcher[0].Pattern[0].Regexp
	quoted, err := json.Marshal(own)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(read(t, "docs/editors.md"), string(quoted)) {
		t.Errorf("docs/editors.md has another expression than %s", quoted)
	}
	result, _, err := check.Run(context.Background(), fstest.MapFS{
		"framework.yaml": {Data: []byte("schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n")},
		"roles/a.yaml":   {Data: []byte("id: a\ntitle: A\ncompetencies:\n  - ref: b\n  - ref: c\n")},
	}, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := report.FromResult(result, report.Run{Operand: "f"})
	var want []string
	for _, f := range doc.Findings {
		if f.Severity != "info" {
			want = append(want, strings.Join([]string{f.Location.Path, f.Severity, f.Message, f.Rule}, "|"))
		}
	}
	for name, options := range map[string]report.Options{"as it is": {}, "quiet": {Quiet: true}, "verbose": {Verbose: true}} {
		var b strings.Builder
		if err := doc.Write(&b, "text", options); err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(b.String()) {
			if m := regexp.MustCompile(own).FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				got = append(got, strings.Join([]string{m[1], m[4], m[5], m[6]}, "|"))
			}
		}
		if len(want) < 3 || !slices.Equal(got, want) {
			t.Errorf("%s: matched %q, want %q", name, got, want)
		}
	}
}

// TestEditors holds the settings of editors to the kinds and folders that there are.
func TestEditors(t *testing.T) {
	page := read(t, "docs/editors.md")
	own := parse[struct {
		YAML map[string]string `yaml:"yaml.schemas"`
	}](t, "settings", read(t, ".vscode/settings.json")).YAML
	lies := map[framework.Kind]string{framework.KindFramework: "framework.yaml"}
	for _, folder := range framework.DefaultLayout.Folders {
		lies[folder.Kind] = folder.Name + "/**/*.yaml"
	}
	for _, kind := range framework.Kinds() {
		where, file := lies[kind], string(kind)+".schema.json"
		if got := own["./schema/"+file]; got != "framework-data/"+where {
			t.Errorf(".vscode/settings.json has %q for %s, want framework-data/%s", got, kind, where)
		}
		for _, line := range []string{`".cadre/schema/` + file + `": "` + where + `"`, "['.cadre/schema/" + file + "'] = '" + where + "'"} {
			if !strings.Contains(page, line) {
				t.Errorf("docs/editors.md lacks %s", line)
			}
		}
	}
	for file := range own {
		if _, ok := schema.Text(strings.TrimSuffix(path.Base(file), ".schema.json")); !ok {
			t.Errorf(".vscode/settings.json names the schema %s, which there is not", file)
		}
	}
}
