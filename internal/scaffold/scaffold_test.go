package scaffold

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/format"
	"github.com/cadre-framework/cadre/source"
)

// checkedFiles checks files as a framework folder, by every rule or by form alone.
func checkedFiles(t testing.TB, files []File, stage check.Stage) (*framework.Framework, []string) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	result, f, err := check.Run(context.Background(), fsys, check.Options{Stage: stage})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range result.Findings {
		found = append(found, f.Span.File.Path+": "+f.Message+" ["+f.Rule.ID+"]")
	}
	return f, found
}

func start(t testing.TB) []File {
	t.Helper()
	files, err := Framework("demo", Options{Dir: "."})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestEveryKind makes one of everything, some of it twice, and finds the form of
// all of it right.
func TestEveryKind(t *testing.T) {
	files := start(t)
	for _, f := range files {
		if f.Text == "" {
			t.Errorf("%s is empty", f.Path)
		}
	}
	f, found := checkedFiles(t, files, check.ValidateOnly)
	if len(found) > 0 || f.LevelScale == "" || f.Scale(f.LevelScale) == nil || f.Scale(f.ProficiencyScale) == nil {
		t.Fatalf("a new framework is not right: %v", found)
	}
	for _, e := range []Entity{
		{Kind: framework.KindScale, ID: "pay-bands"},
		{Kind: framework.KindConstituency, ID: "records", Title: "Records: yes & no"},
		{Kind: framework.KindLevel, ID: "level-3"},
		{Kind: framework.KindLevel, ID: "first"},
		{Kind: framework.KindCompetency, ID: "find-records"},
		{Kind: framework.KindRole, ID: "clerk-of-works", Constituency: "records"},
		{Kind: framework.KindRole, ID: "keeper"},
		{Kind: framework.KindResource, ID: "guide", Title: "no"},
	} {
		file, err := e.File(f, framework.DefaultLayout)
		if err != nil {
			t.Fatal(e, err)
		}
		files = append(files, file)
		if f, found = checkedFiles(t, files, check.ValidateOnly); len(found) > 0 {
			t.Errorf("%s:\n%s\n%v", file.Path, file.Text, found)
		}
		if !f.Defines(framework.Ref{Kind: e.Kind, ID: e.ID}) {
			t.Errorf("%s defines no %s %s", file.Path, e.Kind, e.ID)
		}
	}
	for _, f := range files {
		if kind, _ := framework.DefaultLayout.Place(f.Path); kind == "" || strings.HasPrefix(f.Path, ".") {
			continue
		}
		text, faults, err := format.Text(&source.File{Path: f.Path, Text: f.Text}, framework.DefaultLayout)
		if err != nil || len(faults) > 0 || text != f.Text {
			t.Errorf("cadre fmt would change %s (%v, %v) to\n%s", f.Path, faults, err, text)
		}
	}
	if ranks := []int{f.Levels[0].Rank.Value, f.Levels[1].Rank.Value}; !slices.Equal(ranks, []int{1, 3}) {
		t.Errorf("the levels %q and %q have the ranks %v", f.Levels[0].ID, f.Levels[1].ID, ranks)
	}
	if r := f.Role("keeper"); r.Status != framework.Draft || r.File().Path != "roles/_draft/keeper.yaml" {
		t.Errorf("a role without a constituency is %s in %s", r.Status, r.File().Path)
	}
	if r := f.Role("clerk-of-works"); r.Title != "Clerk of Works" || r.File().Path != "roles/records/clerk-of-works.yaml" {
		t.Errorf("the role is %q in %s", r.Title, r.File().Path)
	}
}

func TestLevelsRunOut(t *testing.T) {
	files := start(t)
	f, _ := checkedFiles(t, files, check.ValidateOnly)
	for i := range 9 {
		file, err := Entity{Kind: framework.KindLevel, ID: "step-" + string(rune('a'+i))}.File(f, framework.DefaultLayout)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		f, _ = checkedFiles(t, files, check.ValidateOnly)
	}
	if _, err := (Entity{Kind: framework.KindLevel, ID: "tenth"}).File(f, framework.DefaultLayout); err == nil || !strings.Contains(err.Error(), "every rank") {
		t.Errorf("a tenth level of nine: %v", err)
	}
	bare, _ := checkedFiles(t, []File{{"framework.yaml", "schemaVersion: 1\nid: x\ntitle: X\nversion: 1.0.0\nlocale: en-GB\n"}}, check.ValidateOnly)
	if _, err := (Entity{Kind: framework.KindLevel, ID: "a"}).File(bare, framework.DefaultLayout); err == nil || !strings.Contains(err.Error(), "levelScale") {
		t.Errorf("a level without a scale: %v", err)
	}
}

func TestModelines(t *testing.T) {
	for _, test := range []struct{ first, want string }{
		{"# yaml-language-server: $schema=../schema/framework.schema.json\n", "# yaml-language-server: $schema=../../../schema/role.schema.json"},
		{"# yaml-language-server: $schema=framework.schema.json\n", "# yaml-language-server: $schema=../../role.schema.json"},
		{"# yaml-language-server: $schema=https://example.org/s/framework.schema.json\n", "# yaml-language-server: $schema=https://example.org/s/role.schema.json"},
		{"# a remark\n", "id: clerk"},
	} {
		f, _ := checkedFiles(t, []File{{"framework.yaml", test.first + "schemaVersion: 1\nid: x\ntitle: X\nversion: 1.0.0\nlocale: en-GB\n"}}, check.ValidateOnly)
		file, err := Entity{Kind: framework.KindRole, ID: "clerk"}.File(f, framework.DefaultLayout)
		if got, _, _ := strings.Cut(file.Text, "\n"); got != test.want || err != nil {
			t.Errorf("under %q the first line is %q (%v)", test.first, got, err)
		}
	}
}

// TestWorkflow holds the pinned actions to those that this repository uses itself,
// which are kept up to date, and lets no odd folder into the files.
func TestWorkflow(t *testing.T) {
	own, err := os.ReadFile("../../.github/workflows/ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	files, err := Framework("demo", Options{Dir: "framework-data", Checks: true})
	if err != nil {
		t.Fatal(err)
	}
	workflow, entry := files[len(files)-2], files[len(files)-1]
	pins := regexp.MustCompile(`uses: \S+@[0-9a-f]{40} # v\S+`).FindAllString(workflow.Text, -1)
	if len(pins) != 2 || strings.Count(workflow.Text, "uses:") != 2 {
		t.Errorf("the workflow pins %v", pins)
	}
	for _, pin := range pins {
		if !strings.Contains(string(own), pin) {
			t.Errorf("ci.yml of this repository does not have %q: take what it has", pin)
		}
	}
	for _, f := range []File{workflow, entry} {
		if !strings.Contains(f.Text, "check framework-data\n") {
			t.Errorf("%s does not check the folder:\n%s", f.Path, f.Text)
		}
		if _, faults := source.Parse(&source.File{Path: f.Path, Text: f.Text}, source.FileLimits); len(faults) > 0 {
			t.Errorf("%s: %v", f.Path, faults)
		}
	}
	for _, dir := range []string{"a b", "-a", "a;b", "${{ x }}", "../a", "a//b", "a/.b", ""} {
		if _, err := Framework("demo", Options{Dir: dir, Checks: true}); err == nil {
			t.Errorf("a workflow names the folder %q", dir)
		}
	}
}

func TestSlugs(t *testing.T) {
	long := strings.Repeat("word-", 20)
	for in, want := range map[string]string{
		"Data Steward": "data-steward", "2nd Café & Co.": "nd-cafe-co", "42": "", "": "", "-a--b-": "a-b", "日本": "",
		long: long[:64], strings.Repeat("x", 70): strings.Repeat("x", 64),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestTitles refuses titles that could not be seen as they are.
func TestTitles(t *testing.T) {
	f, _ := checkedFiles(t, start(t), check.ValidateOnly)
	for _, title := range []string{"two\nlines", "a\tb", "\xb9", "\u202eredoC", "\u2028"} {
		_, err := Entity{Kind: framework.KindRole, ID: "clerk", Title: title}.File(f, framework.DefaultLayout)
		if err == nil || !strings.Contains(err.Error(), "cannot be used") {
			t.Errorf("the title %q: %v", title, err)
		}
	}
}

func FuzzTitle(f *testing.F) {
	for _, s := range []string{"Clerk", "no", "a: b", "a #b", "- x", "\"", "'", "\\", "a\nb", "\u202e", "0777", "…", "&a", "{{x}}", "x ", "\x00", "\u2028", "日本語", "\xb9"} {
		f.Add(s)
	}
	framed, _ := checkedFiles(f, start(f), check.ValidateOnly)
	f.Fuzz(func(t *testing.T, s string) {
		if slug := Slug(s); slug != "" && !IsID(slug) {
			t.Errorf("Slug(%q) = %q is no id", s, slug)
		}
		file, err := Entity{Kind: framework.KindRole, ID: "clerk", Title: s}.File(framed, framework.DefaultLayout)
		if err != nil || s == "" {
			return
		}
		doc, faults := source.Parse(&source.File{Path: file.Path, Text: file.Text}, source.FileLimits)
		if got := doc.Root().Get("title").Str(); len(faults) > 0 || got != s || doc.Root().Len() != 5 {
			t.Errorf("the title %q is read back as %q from\n%s", s, got, file.Text)
		}
	})
}

// TestWrite overwrites nothing, and leaves nothing half done.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Write(root, []File{{"a/b.yaml", "one"}, {"a/c.yaml", "one"}}); err != nil {
		t.Fatal(err)
	}
	var exists *ExistsError
	if err := Write(root, []File{{"c.yaml", "two"}, {"a/b.yaml", "two"}, {"a/c.yaml", "two"}}); !errors.As(err, &exists) || !slices.Equal(exists.Paths, []string{"a/b.yaml", "a/c.yaml"}) {
		t.Errorf("writing what exists: %v", err)
	}
	if err := Write(root, []File{{"c.yaml", "two"}, {"c.yaml/d", "two"}}); err == nil {
		t.Error("a file is taken for a folder")
	}
	if err := Write(root, []File{{"d.yaml", "two"}, {"../out.yaml", "two"}}); err == nil {
		t.Error("a file is written outside the folder")
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "a", "b.yaml")); string(data) != "one" {
		t.Errorf("the file now holds %q", data)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
