package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// outputCases are the reports of testdata/github.txtar and markdown.txtar.
var outputCases = []struct {
	name    string
	change  func(r *finding.Result, run *Run)
	options Options
}{
	{name: "everything a finding can carry"},
	{name: "two at most", options: Options{MaxFindings: 2}},
	{name: "errors", options: Options{MinSeverity: finding.Error}},
	{name: "clean", change: func(r *finding.Result, _ *Run) { r.Findings, r.Suppressed = nil, 0 }},
	{name: "clean but for what is excused", change: func(r *finding.Result, _ *Run) { r.Findings, r.Baselined = r.Findings[5:], 2 }},
	{name: "incomplete", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = r.Findings[:1], false }},
	{name: "incomplete with nothing found", change: func(r *finding.Result, _ *Run) { r.Findings, r.Complete = nil, false }},
	{name: "hidden before, elsewhere, notes", change: func(r *finding.Result, _ *Run) {
		r.Findings, r.Hidden, r.Elsewhere = r.Findings[:1], 1, 4
		r.Notes = []string{"Rules that look for what is missing did not run, because a file could not be read.", "Two\nlines."}
	}},
	{name: "with a base", change: func(r *finding.Result, _ *Run) {
		for i, s := range []finding.Status{finding.Unchanged, finding.Unchanged, finding.Introduced, finding.Introduced, finding.Fixed} {
			r.Findings[i].Status = s
		}
	}},
	{name: "a git revision", change: func(_ *finding.Result, run *Run) {
		run.Path = func(f *source.File) (string, bool) { return "git:main:framework-data/" + f.Path, true }
	}},
	{name: "a place over lines", change: func(r *finding.Result, _ *Run) {
		r.Findings = r.Findings[:2]
		file := r.Findings[0].Span.File
		r.Findings[0].Span = source.Span{File: file, Start: 0, End: 30}
		r.Findings[1].Span = source.Span{File: file, Start: 0, End: strings.Index(coderText, "title")}
	}},
	{name: "without a place", change: func(r *finding.Result, _ *Run) {
		r.Findings = r.Findings[:1]
		r.Findings[0].Span = source.Span{}
	}},
	{name: "ordinary text", change: func(r *finding.Result, _ *Run) {
		r.Findings = r.Findings[:1]
		r.Findings[0].Subject.Title = "Health Informatics (HI) – level 5: R&D, 50% & C#"
		r.Findings[0].Message = `"Trust's e-Health_lead" is 20 characters long; at most 15, for £5 or 3 < 4!`
		r.Findings[0].Help = "Write a shorter one (see code_of_practice.yaml)."
	}},
	{name: "hostile", change: hostileResult},
}

func outputs(t *testing.T, format string) {
	t.Helper()
	var g goldens
	for _, c := range outputCases {
		result, run := sample(), sampleRun
		if c.change != nil {
			c.change(result, &run)
		}
		g.add(c.name, render(t, FromResult(result, run), format, c.options))
	}
	g.compare(t, format+".txtar", "Reports as "+format+", one for each case in format_github_test.go.")
}

func TestGitHub(t *testing.T) { outputs(t, "github") }

// crowd is a result with so many findings of each severity, mixed.
func crowd(errors, warnings, infos int) *finding.Result {
	r := manyFindings(errors + warnings + infos)
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Message = fmt.Sprintf("number %d", i)
		switch {
		case infos > 0 && (i%3 == 0 || errors+warnings == 0):
			infos, f.Severity = infos-1, finding.Info
		case warnings > 0 && (i%3 == 1 || errors == 0):
			warnings, f.Severity = warnings-1, finding.Warning
		default:
			errors--
		}
	}
	return r
}

func names(all []command) map[string]int {
	count := map[string]int{}
	for _, c := range all {
		count[c.name]++
	}
	return count
}

// Of 500 findings no more than GitHub keeps are printed, and the rest is counted.
func TestGitHubCrowd(t *testing.T) {
	for _, c := range []struct {
		errors, warnings, infos, left int
		want                          string
	}{
		{200, 200, 100, 471, "10 10 10"},
		{500, 0, 0, 490, "10 0 1"},
		{0, 0, 500, 491, "0 0 10"},
		{10, 10, 9, 0, "10 10 9"},
		{10, 10, 10, 1, "10 10 10"},
	} {
		all := obey(render(t, FromResult(crowd(c.errors, c.warnings, c.infos), sampleRun), "github", Options{}))
		n := names(all)
		if got := fmt.Sprint(n["error"], n["warning"], n["notice"]); got != c.want {
			t.Errorf("%+v: got %s", c, got)
		}
		if !slices.IsSortedFunc(all, func(a, b command) int {
			return strings.Index("error warning notice", a.name) - strings.Index("error warning notice", b.name)
		}) {
			t.Errorf("%+v: not the gravest first", c)
		}
		last := all[len(all)-1].data
		if said := strings.Contains(last, "no annotation"); said != (c.left > 0) || said && !strings.HasPrefix(last, fmt.Sprint(c.left, " ")) {
			t.Errorf("%+v: the last says %q", c, last)
		}
	}
}

// A run that stopped says so first, within the number that GitHub keeps.
func TestGitHubIncomplete(t *testing.T) {
	r := crowd(30, 0, 0)
	r.Complete = false
	all := obey(render(t, FromResult(r, sampleRun), "github", Options{}))
	if n := names(all); n["error"] != 10 || n["notice"] != 1 || !strings.Contains(all[0].data, "could not be completed") {
		t.Errorf("got %v, first %+v", n, all[0])
	}
}

// What the base does not have comes first among its equals, and takes their room.
func TestGitHubIntroducedFirst(t *testing.T) {
	r := crowd(30, 0, 0)
	for i := range r.Findings {
		r.Findings[i].Status = finding.Unchanged
		if i >= 25 {
			r.Findings[i].Status = finding.Introduced
		}
	}
	var got []string
	for _, c := range obey(render(t, FromResult(r, sampleRun), "github", Options{})) {
		message, _, _ := strings.Cut(c.data, "\n")
		got = append(got, strings.TrimPrefix(message, "number "))
	}
	if want := "25 26 27 28 29 0 1 2 3 4"; strings.Join(got[:10], " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// abridged reports whether a text was cut for being long, and only then.
func abridged(got, whole string) bool {
	start, cut := strings.CutSuffix(got, "…")
	return cut && len(whole) > 80 && strings.HasPrefix(whole, start)
}

func FuzzEscapeGitHub(f *testing.F) {
	for _, s := range []string{order, "%0A::error::", "a,b:c=d", "=x", strings.Repeat("%", 300)} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = 2 + max(limit, 0)%4096
		s = strings.ToValidUTF8(s, "?")
		property, data := githubProperty(s, limit), githubData(s, limit)
		got := obey("::error title=" + property + ",x=y::" + data + "\n")
		if len(got) != 1 || got[0].properties["x"] != "y" {
			t.Fatalf("%q is read as %+v", s, got)
		}
		for _, written := range []string{property, data} {
			if n := len(utf16.Encode([]rune(written))); n >= limit || !utf8.ValidString(written) {
				t.Errorf("%q has %d units, and the limit is %d", written, n, limit)
			}
		}
		if title := strings.TrimPrefix(got[0].properties["title"], " "); !strings.HasSuffix(title, "…") && title != strings.TrimPrefix(visible(s), " ") {
			t.Errorf("%q came back as %q", s, title)
		}
	})
}

// The summary of the job is named only where it holds what is left out.
func TestGitHubNamesTheSummary(t *testing.T) {
	doc := many(100)
	for _, c := range []struct {
		options Options
		named   bool
	}{{Options{}, false}, {Options{Summarised: true}, true}, {Options{Summarised: true, MaxFindings: 50}, false}} {
		out := render(t, doc, "github", c.options)
		if !strings.Contains(out, "no annotation: ") || strings.Contains(out, "in the job summary") != c.named || !strings.Contains(out, "cadre check") {
			t.Errorf("with %+v:\n%s", c.options, out)
		}
	}
}
