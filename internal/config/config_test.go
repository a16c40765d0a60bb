package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// write stores files below a folder.
func write(t testing.TB, dir string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func load(t testing.TB, text string) (*config.Config, error) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, map[string]string{".git/HEAD": "", config.Name: text})
	return config.Load(filepath.Join(dir, config.Name), config.Name)
}

// TestExamples reads the examples of the schemas as they stand there.
func TestExamples(t *testing.T) {
	for _, name := range []string{"config", "baseline"} {
		text, _ := schema.Text(name)
		doc, faults := source.Parse(&source.File{Path: name + ".json", Text: text}, source.FileLimits)
		example := doc.Lookup("/examples/0")
		if !example.Exists() || len(faults) > 0 {
			t.Fatalf("the schema %s has no example: %v", name, faults)
		}
		if found, err := schema.Check(name, example.Value()); err != nil || len(found) > 0 {
			t.Errorf("the example of %s breaks its schema: %v, %v", name, found, err)
		}
	}
}

// TestPrecedence puts a rule before its category, wherever each stands, and what
// the options say already before both.
func TestPrecedence(t *testing.T) {
	c, err := load(t, `version: 1
x-note: ours
rules:
  reference/unknown: { severity: info, ignore: ["roles/a/**"] }
  reference: { severity: warning, ignore: ["**/*.json"], x-why: agreed }
  identity/duplicate-id: off
`)
	if err != nil {
		t.Fatal(err)
	}
	o := check.Options{Severity: map[string]finding.Severity{"reference/self": finding.Error}}
	c.Apply(&o)
	for id, want := range map[string]finding.Severity{
		"reference/unknown": finding.Info, "reference/wrong-kind": finding.Warning, "reference/self": finding.Error, "identity/duplicate-id": finding.Off,
	} {
		if got, set := o.Severity[id]; got != want || !set {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if _, set := o.Severity["level/rank-duplicate"]; set {
		t.Error("a rule that nobody names has a severity")
	}
	for _, c := range []struct {
		rule, path string
		want       bool
	}{
		{"reference/unknown", "roles/a/b/c.yaml", true}, {"reference/unknown", "roles/x.json", false},
		{"reference/wrong-kind", "roles/x.json", true}, {"reference/wrong-kind", "roles/a/b.yaml", false}, {"level/rank-duplicate", "x.json", false},
	} {
		for _, r := range check.Rules() {
			if r.ID == c.rule && o.Exempt(r, c.path) != c.want {
				t.Errorf("%s is exempt at %s: %v", c.rule, c.path, !c.want)
			}
		}
	}
}

// TestMistakesAreBounded tells the first mistakes, in the order of the file, and
// how many more there are.
func TestMistakesAreBounded(t *testing.T) {
	_, err := load(t, "version: 1\nrules:\n"+strings.Repeat(" ", 2)+strings.Join(strings.Fields(strings.Repeat("x ", 1)), "")+": off\n  syntax: off\n"+numbered(40))
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if !strings.Contains(lines[1], ".cadre.yaml:3:3: there is no rule") || !strings.Contains(lines[3], ":4:11: rules of syntax cannot") || lines[len(lines)-1] != "and 22 more" {
		t.Errorf("got\n%s", err)
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("  y" + strings.Repeat("z", i) + ": off\n")
	}
	return b.String()
}

// TestHostile refuses what leads outside, cannot be read, or is too much.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"a parent":          "version: 1\nframework: ../x\n",
		"a hidden parent":   "version: 1\nbaseline: a/../../x.json\n",
		"an absolute path":  "version: 1\nbaseline: /etc/passwd\n",
		"a Windows path":    "version: 1\nbaseline: 'C:\\x.json'\n",
		"backslashes":       "version: 1\nframework: '..\\x'\n",
		"a command":         "version: 1\nrun: rm -rf /\n",
		"a limit":           "version: 1\nlimits: large\n",
		"aliases":           "version: 1\nrules: &a { reference: off }\nx-b: *a\n",
		"a second document": "version: 1\n---\nversion: 1\n",
		"nothing":           "# nothing\n",
		"a list":            "- version: 1\n",
		"too many values":   "version: 1\nx-list: [" + strings.Repeat("1,", 10_001) + "1]\n",
		"too many globs":    "version: 1\nrules: { level: { ignore: [" + strings.Repeat("a,", 100) + "a] } }\n",
		"too large":         "version: 1\n#" + strings.Repeat("x", 256<<10) + "\n",
		"too deep":          "version: 1\nx-deep: " + strings.Repeat("[", 20) + strings.Repeat("]", 20) + "\n",
	} {
		if _, err := load(t, text); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := load(t, "version: 1\n"); err != nil {
		t.Errorf("the least configuration: %v", err)
	}
}

// TestFind looks up to the root of the repository and no further.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		config.Name: "", "repo/.git/HEAD": "", "repo/a/b/x": "", "repo/a/" + config.Name: "", "repo/c/x": "",
	})
	for from, want := range map[string]string{
		".": ".", "repo": "", "repo/c": "", "repo/a": "repo/a", "repo/a/b": "repo/a",
	} {
		got, err := config.Find(filepath.Join(dir, filepath.FromSlash(from)))
		if want != "" {
			want = filepath.Join(dir, filepath.FromSlash(want))
		}
		if err != nil || got != want {
			t.Errorf("from %s: %q, %v, want %q", from, got, err, want)
		}
	}
	write(t, dir, map[string]string{"plain/x": ""})
	if got, err := config.Find(filepath.Join(dir, "plain")); got != "" || err != nil {
		t.Errorf("outside a repository the folder above is looked at: %q, %v", got, err)
	}
}

// FuzzLoad reads anything without a panic; what is accepted stays inside.
func FuzzLoad(f *testing.F) {
	f.Add("version: 1\nframework: a\nbaseline: .cadre/baseline.json\nrules:\n  reference: { severity: off, ignore: ['**'] }\n  metadata: info\n")
	f.Add("version: 1\nrules: { syntax: off }\n")
	f.Add("version: 1\ndiff:\n  impact: { raised: minor, rased: none }\n  accepted:\n    - { change: raised, subject: role/clerk, reason: agreed, by: us, until: 1.0.0 }\n")
	f.Add("version: 1\nbaseline: a/../..\n")
	dir := f.TempDir()
	write(f, dir, map[string]string{".git/HEAD": "", "a/framework.yaml": ""})
	file := filepath.Join(dir, config.Name)
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		c, err := config.Load(file, config.Name)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if c.Framework != "" && c.Framework != dir && !strings.HasPrefix(c.Framework, dir+string(filepath.Separator)) {
			t.Errorf("the framework %q lies outside", c.Framework)
		}
		if d := c.Diff(); len(d.Impact) != len(c.Impacts) || len(d.Accepted) != len(c.Accepted) {
			t.Errorf("of %v and %v is left %v", c.Impacts, c.Accepted, d)
		}
		var o check.Options
		c.Apply(&o)
		for _, s := range c.Settings {
			if s.Rule.Category() == "syntax" && (s.Name != "severity" || s.Severity < s.Rule.Severity) {
				t.Errorf("%s is made milder", s.Rule.ID)
			}
		}
	})
}

// TestDiff reads what is said of changes, with places.
func TestDiff(t *testing.T) {
	c, err := load(t, `version: 1
diff:
  x-note: ours
  impact: { retitled: patch, added: none, x-why: agreed }
  accepted:
    - { change: raised, subject: role/clerk, reason: agreed, by: the board, until: 2.0.0-dev }
    - { change: raised, subject: clerk, reason: agreed again, x-vote: 3 }
    - { change: removed, subject: clerk, reason: of no use }
`)
	if err != nil {
		t.Fatal(err)
	}
	o := c.Diff()
	if len(o.Impact) != 2 || o.Impact["retitled"] != diff.Patch || o.Impact["added"] != diff.None {
		t.Errorf("impacts are %v", o.Impact)
	}
	if c.Impacts[0].Kind.ID != "added" || c.Impacts[1].At.Position() != (source.Position{Line: 4, Column: 23, Offset: c.Impacts[1].At.Start}) {
		t.Errorf("the impacts in order: %v", c.Impacts)
	}
	if len(o.Accepted) != 3 {
		t.Fatalf("accepted are %v", o.Accepted)
	}
	first := o.Accepted[0]
	if p := first.At.Position(); p.Line != 6 || p.Column != 7 {
		t.Errorf("the first stands at %v", p)
	}
	first.At = source.Span{}
	if want := (diff.Accepted{Change: "raised", Subject: "role/clerk", Reason: "agreed", By: "the board", Until: "2.0.0-dev"}); first != want {
		t.Errorf("the first is %v", first)
	}
	o.Accepted[0].Reason = "changed"
	if c.Diff().Accepted[0].Reason != "agreed" {
		t.Error("the configuration can be changed from outside")
	}
	if none := (&config.Config{}).Diff(); len(none.Impact)+len(none.Accepted) != 0 {
		t.Errorf("no configuration says %v", none)
	}
}

// TestImpactOfVersion refuses an impact of the version itself, which would make
// every bump require another.
func TestImpactOfVersion(t *testing.T) {
	_, err := load(t, "version: 1\ndiff:\n  impact: { version-changed: none, raised: minor }\n")
	if err == nil || !strings.Contains(err.Error(), `:3:13: "version-changed" has no impact, because the version is judged by the other changes`) {
		t.Errorf("the mistake is %v", err)
	}
}

// TestEarlier reads an earlier state and nothing else, upward from the framework,
// and never writes there.
func TestEarlier(t *testing.T) {
	earlier := func(framework string, names ...string) config.Earlier {
		fsys := fstest.MapFS{}
		for _, name := range names {
			text := "version: 1\n"
			if strings.HasSuffix(name, ".json") {
				text = `{"version": 1, "findings": []}`
			}
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		return config.Earlier{FS: fsys, Framework: framework, Call: func(name string) string { return "git:v1:" + name }}
	}
	for _, test := range []struct {
		e                config.Earlier
		config, baseline string
		exists           bool
	}{
		{earlier("a/fw", ".cadre.yaml", "b/.cadre.yaml"), "git:v1:.cadre.yaml", "git:v1:.cadre/baseline.json", false},
		{earlier("a/fw", ".cadre.yaml", "a/.cadre.yaml", "a/.cadre/baseline.json"), "git:v1:a/.cadre.yaml", "git:v1:a/.cadre/baseline.json", true},
		{earlier("a/fw", ".cadre.yaml", "a/fw/.cadre/baseline.json"), "git:v1:.cadre.yaml", "git:v1:a/fw/.cadre/baseline.json", true},
		{earlier("a/fw", "a/fw/.cadre.yaml"), "git:v1:a/fw/.cadre.yaml", "git:v1:a/fw/.cadre/baseline.json", false},
		{earlier(".", ".cadre.yaml"), "git:v1:.cadre.yaml", "git:v1:.cadre/baseline.json", false},
		{earlier("a/fw"), "", "git:v1:a/fw/.cadre/baseline.json", false},
	} {
		c, err := test.e.Load()
		if err != nil {
			t.Fatal(err)
		}
		file, err := test.e.Baseline(c)
		if err != nil || c.Path != test.config || file.Shown() != test.baseline || file.Exists != test.exists {
			t.Errorf("%v: configuration %q, baseline %v, %v", test, c.Path, file, err)
		}
		if err := file.Write(check.NewBaseline(entries(1))); err == nil || !strings.Contains(err.Error(), "only read") {
			t.Error("a baseline is written into an earlier state:", err)
		}
	}
	outside := earlier("fw")
	outside.FS.(fstest.MapFS)[config.Name] = &fstest.MapFile{Data: []byte("version: 1\nbaseline: ../x.json\n")}
	if _, err := outside.Load(); err == nil || !strings.Contains(err.Error(), "git:v1:.cadre.yaml:2:11: the baseline lies outside") {
		t.Errorf("a baseline outside: %v", err)
	}
}
