package fix

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	frameworkdata "github.com/cadre-framework/cadre/framework-data"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// shipped returns a copy of the framework that we ship.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(frameworkdata.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(frameworkdata.FS, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// plant puts defects into a framework, counts them, and returns the texts that
// the files with defects must have once these are repaired.
func plant(files fstest.MapFS) (planted int, want map[string]string) {
	want = map[string]string{}
	for path, file := range files {
		if !framework.IsData(path) || strings.HasPrefix(path, "releases/") {
			continue
		}
		good, bad := string(file.Data), string(file.Data)
		doc, _ := source.Parse(&source.File{Path: path, Text: good}, source.FileLimits)
		if last := doc.Root().Get("related"); last.Len() > 0 {
			bad = behind(bad, last.Item(last.Len()-1), "  - "+last.Item(0).Text()+"\n")
			planted++
		} else if last := doc.Root().Get("settings"); last.Len() > 0 {
			bad = behind(bad, last.Item(last.Len()-1), "  - 12:30 # ask\n")
			good = behind(good, last.Item(last.Len()-1), "  - \"12:30\" # ask\n")
			planted++
		}
		if strings.Contains(path, "s/c") || strings.Contains(path, "s/d") || strings.Contains(path, "s/a") {
			bad = "\ufeff" + bad
			planted++
		}
		if good != bad {
			want[path] = good
			files[path] = &fstest.MapFile{Data: []byte(bad)}
		}
	}
	return planted, want
}

// behind inserts a line behind that of a value.
func behind(text string, n source.Node, line string) string {
	end := n.Span().End + strings.IndexByte(text[n.Span().End:], '\n') + 1
	return text[:end] + line + text[end:]
}

// TestPlantedDefects repairs 200 defects in the shipped framework, changes not a
// byte elsewhere, and finds nothing to do the second time.
func TestPlantedDefects(t *testing.T) {
	files := shipped(t)
	planted, want := plant(files)
	if planted < 200 {
		t.Fatalf("only %d defects were planted", planted)
	}
	outcome := repaired(t, files)
	if len(outcome.Repairs) != planted || len(outcome.Undone) > 0 || len(outcome.Files) != len(want) {
		t.Errorf("%d defects in %d files: %d repairs in %d files, undone: %v", planted, len(want), len(outcome.Repairs), len(outcome.Files), outcome.Undone)
	}
	for _, f := range outcome.Files {
		if f.New != want[f.Path] || f.Old != string(files[f.Path].Data) {
			t.Errorf("%s becomes:\n%s\nwant:\n%s", f.Path, f.New, want[f.Path])
		}
		files[f.Path] = &fstest.MapFile{Data: []byte(f.New)}
	}
	for _, f := range outcome.Result.Findings {
		if len(f.Fixes) > 0 {
			t.Errorf("left to repair: %s %s", f.Span.File.Path, f.Message)
		}
	}
	if again := repaired(t, files); len(again.Repairs)+len(again.Files) > 0 {
		t.Errorf("the second time: %v", again.Repairs)
	}
}

func repaired(t *testing.T, files fs.FS, wanted ...string) *Outcome {
	t.Helper()
	o := check.Options{}
	if len(wanted) > 0 {
		o.Wanted = func(r *finding.Rule) bool { return strings.Contains(strings.Join(wanted, " "), r.ID) }
	}
	outcome, err := Run(t.Context(), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

// small returns a framework with two competencies; the first needs repairs.
func small(second string) fstest.MapFS {
	files := fstest.MapFS{}
	for path, text := range map[string]string{
		"framework.yaml":           "schemaVersion: 1\nid: f\ntitle: F\nversion: 1.0.0\nlocale: en-GB\n",
		"competencies/first.yaml":  "id: first\ntitle: 0x1F\nrelated:\n  - second\n  - second\n  - second # again\n  - second\n",
		"competencies/second.yaml": second,
	} {
		files[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

const secondText = "id: second\ntitle: Second\nrelated: [first]\n"

// TestWanted repairs by the rules and in the part that were asked for, and
// leaves what was accepted.
func TestWanted(t *testing.T) {
	outcome := repaired(t, small(secondText), "syntax/ambiguous-scalar")
	if len(outcome.Files) != 1 || outcome.Files[0].New != "id: first\ntitle: \"0x1F\"\nrelated:\n  - second\n  - second\n  - second # again\n  - second\n" {
		t.Errorf("by one rule: %+v", outcome.Files)
	}
	elsewhere := check.Options{Part: func(path string) bool { return path == "competencies/second.yaml" }}
	if outcome, err := Run(t.Context(), small(secondText), elsewhere); err != nil || len(outcome.Files) > 0 || outcome.Result.Elsewhere == 0 {
		t.Errorf("elsewhere: %+v, %v", outcome, err)
	}
	suppressed := &session{}
	for status, want := range map[finding.Status]bool{"": true, finding.Open: true, finding.Introduced: true, finding.Suppressed: false, finding.Baselined: false, finding.Fixed: false} {
		if got := suppressed.wants(finding.Finding{Status: status, Fixes: []finding.Fix{{}}}); got != want {
			t.Errorf("a finding that is %q: %v", status, got)
		}
	}
}

// TestLeftOver keeps what has no repair that cannot be wrong.
func TestLeftOver(t *testing.T) {
	outcome := repaired(t, small(secondText))
	if got := outcome.Files[0].New; got != "id: first\ntitle: \"0x1F\"\nrelated:\n  - second\n  - second # again\n" {
		t.Errorf("repaired:\n%s", got)
	}
	if len(outcome.Result.Findings) == 0 {
		t.Error("the item with a comment is no finding any more")
	}
}

// TestUndone makes repairs of which one does harm: it alone is undone.
func TestUndone(t *testing.T) {
	files := small(secondText)
	s := &session{ctx: t.Context(), base: files, texts: map[string]string{}, old: map[string]string{}, refused: map[string]bool{}}
	s.options.Wanted = func(*finding.Rule) bool { return false } // harm counts whatever was asked for
	before, err := s.judge(nil)
	if err != nil {
		t.Fatal(err)
	}
	file := &source.File{Path: "competencies/second.yaml", Text: secondText}
	repair := func(old, next string) Repair {
		at := strings.Index(secondText, old)
		return Repair{
			Finding: finding.Finding{Rule: before.Findings[0].Rule, Fingerprint: old},
			Fix:     finding.Fix{Title: next, Edits: []source.Edit{{Span: source.Span{File: file, Start: at, End: at + len(old)}, New: next}}},
		}
	}
	tr := &trial{session: s, before: before}
	group := []Repair{repair("Second", "Other"), repair("first", "none"), repair("id: second\n", ""), repair("related", "'related'"), repair("]", "")}
	if err := tr.settle(group); err != nil {
		t.Fatal(err)
	}
	if got := tr.texts[file.Path]; got != "id: second\ntitle: Other\n'related': [first]\n" || len(tr.done) != 2 {
		t.Errorf("the repairs make:\n%s", got)
	}
	var why []string
	for _, r := range s.outcome.Undone {
		why = append(why, r.Why)
		if !s.refused[r.name()] {
			t.Errorf("%s would be tried again", r.Fix.Title)
		}
	}
	want := `it would bring something new: unknown competency "none" [reference/unknown]
it would bring something new: missing field "id" [schema/required]
the file could not be read as before any more`
	if got := strings.Join(why, "\n"); got != want {
		t.Errorf("undone: %s", got)
	}
}

// TestBrought tells new findings from those that only go by another name.
func TestBrought(t *testing.T) {
	found := func(prints ...string) *finding.Result {
		r := &finding.Result{}
		for _, p := range prints {
			r.Findings = append(r.Findings, finding.Finding{Rule: &finding.Rule{ID: "a/b"}, Fingerprint: p})
		}
		return r
	}
	one := []Repair{{Finding: found("1").Findings[0]}}
	for _, c := range []struct {
		before, after *finding.Result
		want          string
	}{
		{found("1", "2"), found("2"), ""}, {found("1", "2"), found("renamed"), ""}, {found("1"), found("new"), "new"},
		{found("1", "2"), found("2", "new"), "new"}, {found("1"), found("1"), ""},
	} {
		f, bad := brought(c.before, c.after, one)
		if f.Fingerprint != c.want || bad != (c.want != "") {
			t.Errorf("%v to %v: %q", c.before.Findings, c.after.Findings, f.Fingerprint)
		}
	}
}

// TestPick takes the first of two repairs that touch.
func TestPick(t *testing.T) {
	file := &source.File{Text: strings.Repeat("x", 20)}
	fixOf := func(places ...int) finding.Finding {
		var edits []source.Edit
		for i := 0; i < len(places); i += 2 {
			edits = append(edits, source.Edit{Span: source.Span{File: file, Start: places[i], End: places[i+1]}})
		}
		return finding.Finding{Fingerprint: fmt.Sprint(places), Fixes: []finding.Fix{{Edits: edits}}}
	}
	result := &finding.Result{Findings: []finding.Finding{
		fixOf(4, 6), fixOf(5, 7), fixOf(6, 8), fixOf(0, 1, 7, 9), fixOf(0, 1), fixOf(2, 2), fixOf(2, 2), fixOf(4, 4), fixOf(1, 3), fixOf(12, 13, 15, 16), fixOf(13, 15), {},
	}}
	s := &session{refused: map[string]bool{"[12 13 15 16] ": true}}
	var got []string
	for _, r := range s.pick(result) {
		got = append(got, r.Finding.Fingerprint)
	}
	if s := strings.Join(got, " "); s != "[4 6] [6 8] [0 1] [2 2] [13 15]" {
		t.Errorf("picked %s", s)
	}
}

// TestStrayed tells edits that change more than the value they stand at.
func TestStrayed(t *testing.T) {
	const text = "a: one\nb: # note\n  - x # keep\n  - y\nc: {d: 1, e: 2}\n"
	for _, c := range []struct {
		old, next string
		ok        bool
	}{
		{"one", "two", true}, {"one", `"one"`, true}, {"  - y\n", "", true}, {", e: 2", "", true}, {"y", "z", true}, {"# keep", "# kept", true},
		{"one\nb", "one\nz", false}, {"one", "one\nf: 1", false}, {"\n", " b\n", true}, {" # keep\n", "\n  - w\n", false}, {"y", "y\n  - z", false},
		{"c", "f", false}, {"one", "one # note", false}, {"b: # note\n  - x # keep\n  - y\n", "b: []\n", false},
	} {
		file := &source.File{Path: "a.yaml", Text: text}
		at := strings.Index(text, c.old)
		edits := []source.Edit{{Span: source.Span{File: file, Start: at, End: at + len(c.old)}, New: c.next}}
		next, err := source.Apply(file, edits)
		if err != nil {
			t.Fatal(err)
		}
		if why := strayed(file, next, edits, source.FileLimits); (why == "") != c.ok {
			t.Errorf("%q to %q: %q", c.old, c.next, why)
		}
	}
}
