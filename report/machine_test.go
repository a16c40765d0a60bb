package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// machineFormats are those that programs read, but for our own JSON.
var machineFormats = []string{"checkstyle", "gitlab", "junit", "rdjson", "sarif"}

// machineCases are the reports of testdata/<format>.txtar, and those that every
// test of a format for programs looks at.
var machineCases = []struct {
	name    string
	change  func(r *finding.Result, run *Run)
	options Options
}{
	{name: "everything a finding can carry"},
	{name: "clean", change: func(r *finding.Result, _ *Run) { r.Findings, r.Suppressed = nil, 0 }},
	{name: "nothing at all", change: func(r *finding.Result, run *Run) { *r, *run = finding.Result{Complete: true}, Run{} }},
	{name: "incomplete", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = r.Findings[:1], false }},
	{name: "incomplete with nothing found", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = nil, false }},
	{name: "hidden, elsewhere, notes", change: func(r *finding.Result, _ *Run) {
		r.Findings, r.Elsewhere, r.Notes = r.Findings[:2], 4, []string{"Rules that look for what is missing did not run."}
	}, options: Options{MaxFindings: 1}},
	{name: "with a base", change: func(r *finding.Result, _ *Run) {
		for i, s := range []finding.Status{finding.Unchanged, finding.Introduced, finding.Fixed, finding.Baselined} {
			r.Findings[i].Status = s
		}
	}},
	{name: "from inside the framework", change: func(r *finding.Result, run *Run) {
		r.Findings, r.Complete = nil, false
		run.Operand, run.Root, run.Directory = "..", "../..", "framework-data/roles"
	}},
	{name: "a git revision", change: func(r *finding.Result, run *Run) {
		r.Findings = r.Findings[:1]
		run.Root, run.Directory, run.Operand = "", "", "git:main"
		run.Path = func(f *source.File) (string, bool) { return "git:main:framework-data/" + f.Path, true }
	}},
	{name: "without a place", change: func(r *finding.Result, _ *Run) {
		r.Findings = r.Findings[:2]
		r.Findings[0].Span = source.Span{}
	}},
	{name: "equals", change: func(r *finding.Result, _ *Run) {
		r.Findings = []finding.Finding{r.Findings[1], r.Findings[1], r.Findings[1]}
	}},
	{name: "accents, a byte order mark, several lines", change: accents},
	{name: "hostile", change: hostileResult},
	{name: "links", change: func(r *finding.Result, run *Run) {
		r.Findings = r.Findings[:1]
		r.Findings[0].Message = "see [here](https://example.org) @all <b>&amp; ]]>"
		run.Path = func(f *source.File) (string, bool) { return "a b/#1?/100%/[x]&é.yaml", false }
	}},
}

// accents puts findings where columns, bytes and UTF-16 units differ.
func accents(r *finding.Result, _ *Run) {
	f := &source.File{Path: "rôles/infirmière.yaml", Text: "\ufefftitle: Infirmière 臨床 👩\u200d⚕ cadre\nsummary: |\n  one\n  two\nid: x\n"}
	at := func(part string) source.Span { return stretch(f, part) }
	mark := source.Span{File: f, Start: 0, End: 3}
	r.Findings = []finding.Finding{
		{Rule: spaceRule, Severity: finding.Warning, Span: mark, Message: "a byte order mark", Fixes: []finding.Fix{{Title: "remove it", Edits: []source.Edit{{Span: mark}}}}},
		{Rule: plainRule, Severity: finding.Info, Span: at("cadre"), Message: "behind wide characters"},
		{Rule: plainRule, Severity: finding.Info, Span: at("  one\n  two\n"), Message: "whole lines"},
		{Rule: spaceRule, Severity: finding.Warning, Span: at("one"), Message: "two edits", Fixes: []finding.Fix{{Title: "both", Edits: []source.Edit{{Span: at("one"), New: "é"}, {Span: at("two"), New: ""}}}}},
	}
	finding.SetFingerprints(r.Findings)
}

// machineDocs returns the documents of the cases by name.
func machineDocs() map[string]*Findings {
	docs := map[string]*Findings{}
	for _, c := range machineCases {
		result, run := sample(), sampleRun
		if c.change != nil {
			c.change(result, &run)
		}
		docs[c.name] = FromResult(result, run)
	}
	return docs
}

// many is a document of n findings, every third an error, in two files.
func many(n int) *Findings {
	r := &finding.Result{Complete: true}
	files := []*source.File{{Path: "a.yaml", Text: "id: a\n"}, {Path: "b.yaml", Text: "id: b\n"}}
	for i := range n {
		f := finding.Finding{Rule: plainRule, Severity: finding.Info, Span: files[i*2/n].All(), Message: fmt.Sprintf("finding %d", i%7)}
		if i%3 == 0 {
			f.Rule, f.Severity = unknownRule, finding.Error
		}
		r.Findings = append(r.Findings, f)
	}
	finding.SetFingerprints(r.Findings)
	return FromResult(r, sampleRun)
}

func TestMachineFormats(t *testing.T) {
	docs := machineDocs()
	for _, format := range machineFormats {
		var g goldens
		for _, c := range machineCases {
			out := render(t, docs[c.name], format, c.options)
			checkSafe(t, out)
			if strings.Contains(out, "\t") {
				t.Errorf("%s as %s: a tab in the output", c.name, format)
			}
			g.add(c.name, out)
		}
		g.compare(t, format+".txtar", "Reports as "+format+", one for each case in machine_test.go.")
	}
}

// A run that stopped must differ from a clean one in every format, and say so.
func TestIncompleteIsNeverClean(t *testing.T) {
	docs := machineDocs()
	for _, format := range machineFormats {
		clean, stopped := render(t, docs["clean"], format, Options{}), render(t, docs["incomplete with nothing found"], format, Options{})
		if strings.Contains(clean, stoppedText) || !strings.Contains(stopped, stoppedText) {
			t.Errorf("%s: clean is\n%s\nincomplete is\n%s", format, clean, stopped)
		}
	}
}

// What has no effect on how a machine reads a report must have none on its bytes.
func TestMachineIgnoresLook(t *testing.T) {
	for name, doc := range machineDocs() {
		for _, format := range machineFormats {
			want := render(t, doc, format, Options{})
			if got := render(t, doc, format, Options{Quiet: true, Verbose: true, Color: true, Width: 20}); got != want {
				t.Errorf("%s as %s depends on how text is shown", name, format)
			}
		}
	}
}

func TestUnique(t *testing.T) {
	n, seen := uniqueNames{}, map[string]bool{}
	for _, name := range []string{"a", "a #3", "a", "a", "b", "a #2", "a", "a #2", ""} {
		got := n.unique(name)
		if seen[got] || !strings.HasPrefix(got, name) {
			t.Errorf("unique(%q) = %q after %v", name, got, seen)
		}
		seen[got] = true
	}
	if got := (uniqueNames{}).unique("a"); got != "a" {
		t.Errorf("the first a is called %q", got)
	}
}

func TestLastLine(t *testing.T) {
	for _, c := range []struct{ start, end, column, want int }{{3, 3, 9, 3}, {3, 4, 1, 3}, {3, 4, 2, 4}, {3, 3, 1, 3}, {3, 1, 1, 3}} {
		l := Location{Start: Position{Line: c.start}, End: Position{Line: c.end, Column: c.column}}
		if got := l.lastLine(); got != c.want {
			t.Errorf("from line %d to %d:%d: got %d, want %d", c.start, c.end, c.column, got, c.want)
		}
	}
}

func TestAdvice(t *testing.T) {
	for _, c := range []struct {
		f    Finding
		want string
	}{
		{Finding{Message: "m"}, "m"},
		{Finding{Message: "m", Help: "one;\r\n  two\n"}, "m – one; two"},
		{Finding{Message: "m", Suggestions: []string{"a", "b"}}, `m – did you mean "a" or "b"?`},
		{Finding{Message: "m", Help: `write "a"`, Suggestions: []string{"a"}}, `m – write "a"`},
		{Finding{Message: "m", Related: []Related{{Message: "r"}, {Message: "s", Location: &Location{}}}}, "m (r)"},
	} {
		if got := c.f.advice(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct{ directory, operand, want string }{
		{".", "framework-data", "framework-data"},
		{"tools", "../framework-data", "framework-data"},
		{"framework-data/roles", "..", "framework-data"},
		{"", "embedded", "embedded"},
		{"", "git:main", "git:main"},
	} {
		d := Findings{Head: Head{Directory: c.directory}, Operand: c.operand}
		if got := d.whole(); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.operand, c.directory, got, c.want)
		}
	}
}
