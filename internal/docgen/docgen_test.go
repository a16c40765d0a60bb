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
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/testkit"
)

const root = "../.."

// TestPages holds docs/rules to the rules and docs/changes to the kinds of change,
// and both to their cases; -update writes them.
func TestPages(t *testing.T) {
	rules, err := Pages(check.Rules(), os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	holdPages(t, "rules", rules)
	changes, err := ChangePages(diff.Kinds(), os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	holdPages(t, "changes", changes)
}

// holdPages compares a folder of docs with what it should hold, or writes it.
func holdPages(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	dir := filepath.Join(root, "docs", folder)
	got := pagesIn(t, dir)
	for name, text := range want {
		if testkit.Update() {
			write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
		} else if diff := cmp.Diff(text, got[name]); diff != "" {
			t.Errorf("docs/%s/%s is old: go test ./internal/docgen -update writes it (-want +got)\n%s", folder, name, diff)
		}
	}
	for name := range got {
		if _, wanted := want[name]; wanted {
			continue
		}
		if !testkit.Update() {
			t.Errorf("docs/%s/%s is the page of nothing that there is", folder, name)
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
		"## Why, and what to do\n\nWhy.\n\nHow.\n\n## Options\n\n- `longest` (3): how many\n\nThey are set in `.cadre.yaml`:\n\n```yaml\nversion: 1\nrules:\n  title/slash:\n    longest: 3\n```\n\n" +
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

// A page of a change shows what differs between the two sides of a case, and needs
// no case.
func TestChangeExample(t *testing.T) {
	kind := &diff.Kind{ID: "raised", Title: "A role went up", Doc: "Why.", Impact: diff.Major, Audience: []string{diff.Managers, diff.Authors}, Since: "0.2.0"}
	const top, role = "schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n", "id: a\ntitle: A\nconstituency: c\n"
	fsys := fstest.MapFS{
		"diff/testdata/raised/a-long.txtar": {Data: []byte("Long.\n\n-- new/a.yaml --\n" + strings.Repeat("x\n", shown))},
		"diff/testdata/raised/b.txtar":      {Data: []byte("Short.\n\n-- old/framework.yaml --\n" + top + "-- old/roles/a.yaml --\n" + role + "level: 3\n-- new/framework.yaml --\n" + top + "-- new/roles/a.yaml --\n" + role + "level: 4\n-- new/roles/b.yaml --\nid: b\ntitle: B\nstatus: draft\n-- want --\nbad\n")},
		"diff/testdata/other/a.txtar":       {Data: []byte("Other.\n-- want --\nno\n")},
	}
	pages, err := ChangePages([]*diff.Kind{kind}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	want := "# A role went up\n\n`diff/raised` · major · happens to everything · since 0.2.0\n\n## What it means\n\nWhy.\n\n" +
		"## Example\n\nShort.\n\nBefore:\n\n`roles/a.yaml`\n\n```yaml\n" + role + "level: 3\n```\n\nAfter:\n\n`roles/a.yaml`\n\n```yaml\n" + role + "level: 4\n```\n\n`roles/b.yaml`\n\n```yaml\nid: b\ntitle: B\nstatus: draft\n```\n\n" +
		"With the two in the folders `old` and `new`, `cadre diff old new` says:\n\n```text\nrole: "
	if got := pages["raised.md"]; !strings.HasPrefix(got, want) {
		t.Error(cmp.Diff(want, got))
	}
	for _, part := range []string{" [diff/raised]\n", "\n         new/roles/a.yaml:4:8\n", "\nold → new: ", "```yaml\nversion: 1\ndiff:\n  accepted:", "```yaml\nversion: 1\ndiff:\n  impact:"} {
		if !strings.Contains(pages["raised.md"], part) {
			t.Errorf("the page lacks %q:\n%s", part, pages["raised.md"])
		}
	}
	fsys["diff/testdata/raised/b.txtar"] = &fstest.MapFile{Data: []byte("Broken.\n\n-- old/framework.yaml --\nid: [\n")}
	if _, err := ChangePages([]*diff.Kind{kind}, fsys); err == nil || !strings.Contains(err.Error(), "raised: reading the old side") {
		t.Errorf("a broken case makes a page: %v", err)
	}
	if !strings.Contains(pages["README.md"], "| [raised](raised.md) | major | everything | A role went up | managers, authors |") {
		t.Errorf("the index does not lead to the page:\n%s", pages["README.md"])
	}
	bare, err := ChangePages([]*diff.Kind{{ID: "moved", Title: "X", Doc: "Y.", AsText: true, Since: "0.1.0"}}, fsys)
	if err != nil || !strings.Contains(bare["moved.md"], "no short example") || !strings.Contains(bare["moved.md"], "· by what the words say ·") {
		t.Errorf("a kind without cases: %v\n%s", err, bare["moved.md"])
	}
}
