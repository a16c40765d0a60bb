package report

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// textCases are the reports of testdata/text.txtar.
var textCases = []struct {
	name    string
	change  func(r *finding.Result, run *Run)
	options Options
}{
	{name: "everything a finding can carry"},
	{name: "quiet", options: Options{Quiet: true}},
	{name: "verbose", options: Options{Verbose: true}},
	{name: "colour, with ESC as ␛", options: Options{Color: true}},
	{name: "two at most", options: Options{MaxFindings: 2, Quiet: true}},
	{name: "warnings and errors", options: Options{MinSeverity: finding.Warning, Quiet: true}},
	{name: "clean", change: func(r *finding.Result, _ *Run) { r.Findings, r.Suppressed = nil, 0 }},
	{name: "clean and quiet", change: func(r *finding.Result, _ *Run) { r.Findings = nil }, options: Options{Quiet: true}},
	{name: "clean but for what is excused", change: func(r *finding.Result, _ *Run) { r.Findings, r.Baselined = nil, 2 }},
	{name: "one of each", change: func(r *finding.Result, _ *Run) {
		r.Findings, r.Files, r.Entities = r.Findings[:1], 1, 1
	}},
	{name: "incomplete", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = r.Findings[:1], false }},
	{name: "incomplete with nothing found", change: func(r *finding.Result, _ *Run) { r.Findings, r.Suppressed, r.Complete = nil, 0, false }},
	{name: "incomplete and quiet", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = nil, false }, options: Options{Quiet: true}},
	{name: "hidden before, elsewhere, notes", change: func(r *finding.Result, _ *Run) {
		r.Findings, r.Hidden, r.Elsewhere = r.Findings[:1], 1, 4
		r.Notes = []string{"Rules that look for what is missing did not run, because a file could not be read.", "Two\nlines."}
	}},
	{name: "with a base", change: func(r *finding.Result, _ *Run) {
		for i, s := range []finding.Status{finding.Unchanged, finding.Introduced, finding.Fixed} {
			r.Findings[i].Status = s
		}
	}, options: Options{Quiet: false}},
	{name: "from inside the framework", change: func(_ *finding.Result, run *Run) { run.Root, run.Directory = "../..", "framework-data/roles" }, options: Options{Quiet: true}},
	{name: "from another folder", change: func(_ *finding.Result, run *Run) { run.Root, run.Directory = "../hicf", "" }, options: Options{Quiet: true}},
	{name: "a git revision", change: func(_ *finding.Result, run *Run) {
		run.Root, run.Directory, run.Operand = "..", "tools", "git:main"
		run.Path = func(f *source.File) (string, bool) { return "git:main:framework-data/" + f.Path, true }
	}, options: Options{Quiet: true}},
	{name: "without a place", change: func(r *finding.Result, _ *Run) {
		r.Findings = r.Findings[:1]
		r.Findings[0].Span = source.Span{}
	}},
	{name: "hostile", change: hostileResult},
	{name: "hostile and verbose", change: hostileResult, options: Options{Verbose: true}},
}

const order = "::error file=x::gone ##[error]gone \x1b[2J\u202e\u2028\r\n  ::set-output name=x::y\xff\u009b\n\t::stop-commands::x"

// hostileResult puts into every field what a terminal or a build host would obey.
func hostileResult(r *finding.Result, run *Run) {
	file := &source.File{Path: order, Text: order}
	rule := &finding.Rule{ID: order, Title: order, Doc: order, Severity: finding.Error, Since: order}
	edit := source.Edit{Span: file.All(), New: order}
	r.Findings = []finding.Finding{
		{
			Rule: rule, Severity: finding.Error, Span: file.All(), Subject: finding.Subject{Kind: order, ID: order, Title: order, Constituency: order},
			Message: order, Help: order, Suggestions: []string{order + " else"}, Fingerprint: order,
			Related: []finding.Related{{Span: file.All(), Message: order}, {Message: order}},
			Fixes:   []finding.Fix{{Title: order, Edits: []source.Edit{edit}}},
		},
		{Rule: rule, Severity: finding.Error, Subject: finding.Subject{Kind: order, ID: order}, Message: order},
	}
	r.Notes = []string{order}
	*run = Run{Version: order, Operand: order, Root: "."}
}

func TestText(t *testing.T) {
	var g goldens
	for _, c := range textCases {
		result, run := sample(), sampleRun
		if c.change != nil {
			c.change(result, &run)
		}
		out := render(t, FromResult(result, run), "text", c.options)
		g.add(c.name, strings.ReplaceAll(out, "\x1b", "␛"))
	}
	g.compare(t, "text.txtar", "Reports as text, one for each case in format_text_test.go.")
}

// The design's sample is what people were promised.
func TestTextSample(t *testing.T) {
	want := `framework-data/roles/information-management/clinical-coder.yaml:7:12: error: unknown competency "critically-apraise-evidence" [reference/unknown]
   6 | competencies:
   7 |   - { ref: critically-apraise-evidence, need: core }
     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   role: Clinical Coder (clinical-coder)
   help: did you mean "critically-appraise-evidence" (Critically appraise clinical information and evidence)?
`
	if got := render(t, FromResult(sample(), sampleRun), "text", Options{}); !strings.Contains(got, want) {
		t.Errorf("got:\n%s\nwant in it:\n%s", got, want)
	}
}

// Colour adds and says nothing: without it the same text remains.
func TestTextColourAlone(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	plain, coloured := render(t, doc, "text", Options{}), render(t, doc, "text", Options{Color: true})
	bare := strings.NewReplacer("\x1b[1m", "", "\x1b[31m", "", "\x1b[33m", "", "\x1b[36m", "", "\x1b[0m", "").Replace(coloured)
	if coloured == plain || bare != plain {
		t.Errorf("without colour:\n%s\nwant:\n%s", bare, plain)
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ folder, target, want string }{
		{".", "framework-data/a.yaml", "framework-data/a.yaml"},
		{"framework-data", "framework-data/a.yaml", "a.yaml"},
		{"framework-data/roles", "framework-data/a.yaml", "../a.yaml"},
		{"tools", "framework-data/a.yaml", "../framework-data/a.yaml"},
		{"frame", "framework-data/a.yaml", "../framework-data/a.yaml"},
		{"a/b", "a", "../../a"},
	} {
		if got := relative(c.folder, c.target); got != c.want {
			t.Errorf("relative(%q, %q) = %q, want %q", c.folder, c.target, got, c.want)
		}
	}
}
