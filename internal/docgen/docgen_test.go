package docgen

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
)

const root = "../.."

// TestPages holds docs/rules to the rules and their cases; -update writes it.
func TestPages(t *testing.T) {
	want, err := Pages(check.Rules(), os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "docs", "rules")
	got := pagesIn(t, dir)
	for name, text := range want {
		if testkit.Update() {
			write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
		} else if diff := cmp.Diff(text, got[name]); diff != "" {
			t.Errorf("docs/rules/%s is old: go test ./internal/docgen -update writes it (-want +got)\n%s", name, diff)
		}
	}
	for name := range got {
		if _, wanted := want[name]; wanted {
			continue
		}
		if !testkit.Update() {
			t.Errorf("docs/rules/%s is the page of no rule", name)
		} else if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}

func pagesIn(t *testing.T, dir string) map[string]string {
	pages := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		pages[name] = string(data)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return pages
}

func write(t *testing.T, path, text string) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A page takes its examples from the first case that fits, shows what the fix
// leads to, and needs none of it.
func TestExamples(t *testing.T) {
	rule := &finding.Rule{
		ID: "title/slash", Title: "A title names one thing", Doc: "Why.\n\nHow.", Severity: finding.Warning, Since: "0.2.0", Fixable: true,
		Options: []finding.Option{{Name: "longest", Doc: "how many", Default: 3}},
	}
	long := "Long.\n\n-- a.yaml --\n" + strings.Repeat("x\n", shown)
	fsys := fstest.MapFS{
		"lint/testdata/title/slash/a-long.txtar":  {Data: []byte(long)},
		"lint/testdata/title/slash/b.txtar":       {Data: []byte("Short\nnote.\n\n-- a.yaml.quoted --\na: \\x00\n```\n-- want --\nbad\n-- want/fixed/a.yaml --\na: b\n")},
		"lint/testdata/title/slash/c.txtar":       {Data: []byte("Last.\n-- want --\nno\n")},
		"lint/testdata/title/slash/ok-good.txtar": {Data: []byte("Good.\n\n-- a.json --\n{}")},
		"lint/testdata/title/other/a.txtar":       {Data: []byte("Other.\n-- want --\nno\n")},
	}
	pages, err := Pages([]*finding.Rule{rule}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	want := "# A title names one thing\n\n" +
		"`title/slash` · warning · since 0.2.0 · some findings carry a fix that cannot be wrong\n\n" +
		"## Why, and what to do\n\nWhy.\n\nHow.\n\n## Options\n\n- `longest` (3): how many\n\nThey are set in `.cadre.yaml`:\n\n```yaml\nrules:\n  title/slash:\n    longest: 3\n```\n\n" +
		"## Wrong\n\nShort note.\n\n`a.yaml`, with escapes for what cannot be seen\n\n````text\na: \\x00\n```\n````\n\n" +
		"Cadre says:\n\n```text\nbad\n```\n\nThe fix leads to:\n\n`a.yaml`\n\n```yaml\na: b\n```\n\n" +
		"## Right\n\nGood.\n\n`a.json`\n\n```json\n{}\n```\n\n## When to ignore it\n\n"
	if diff := cmp.Diff(want, pages["title/slash.md"][:min(len(want), len(pages["title/slash.md"]))]); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(pages["README.md"], "(title/slash.md)") {
		t.Errorf("the index does not lead to the page:\n%s", pages["README.md"])
	}
	bare, err := Pages([]*finding.Rule{{ID: "syntax/x", Title: "X", Doc: "Y.", Severity: finding.Error, Since: "0.1.0"}}, fsys)
	if err != nil || !strings.Contains(bare["syntax/x.md"], "There is no short example") || strings.Contains(bare["syntax/x.md"], "## Wrong") {
		t.Errorf("a rule without cases: %v\n%s", err, bare["syntax/x.md"])
	}
}
