package report

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

func TestUnknownFormat(t *testing.T) {
	doc := FromResult(&finding.Result{}, Run{})
	known := "use one of " + strings.Join(FindingsFormats(), ", ")
	for format, want := range map[string]string{
		"jsn":  `unknown format "jsn": did you mean "json"? ` + known,
		"yaml": `unknown format "yaml": ` + known,
		"":     `unknown format "": ` + known,
	} {
		err := doc.Write(io.Discard, format, Options{})
		if err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", format, err, want)
		}
	}
}

func TestFormats(t *testing.T) {
	names := FindingsFormats()
	for _, want := range []string{"github", "json", "markdown", "text"} {
		if !slices.IsSorted(names) || !slices.Contains(names, want) {
			t.Errorf("the formats are %v", names)
		}
	}
}

func TestFormatTwice(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a second format of one name was accepted")
		}
	}()
	formats := table[Findings]{}
	formats.add("x", writeFindingsText)
	formats.add("x", writeFindingsText)
}

// Writing a document must not change it: several formats may follow each other.
func TestWriteChangesNothing(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	before := render(t, doc, "json", Options{})
	for _, format := range doc.Formats() {
		render(t, doc, format, Options{MaxFindings: 1, MinSeverity: finding.Warning, Color: true})
	}
	if after := render(t, doc, "json", Options{}); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

func TestShown(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	for _, c := range []struct {
		name    string
		options Options
		want    string
		hidden  int
	}{
		{"all", Options{}, "warning error error info warning suppressed", 0},
		{"as many as there are", Options{MaxFindings: 5}, "warning error error info warning suppressed", 0},
		{"the gravest, in their order", Options{MaxFindings: 3}, "warning error error suppressed", 2},
		{"one", Options{MaxFindings: 1}, "error suppressed", 4},
		{"from warning", Options{MinSeverity: finding.Warning}, "warning error error warning suppressed", 1},
		{"both", Options{MinSeverity: finding.Warning, MaxFindings: 3}, "warning error error suppressed", 2},
	} {
		shown := doc.shown(c.options)
		var got []string
		for _, f := range shown.Findings {
			if f.Status == "open" {
				got = append(got, f.Severity)
			} else {
				got = append(got, f.Status)
			}
		}
		if strings.Join(got, " ") != c.want || shown.Summary.Hidden != c.hidden {
			t.Errorf("%s: got %v and %d hidden, want %s and %d", c.name, got, shown.Summary.Hidden, c.want, c.hidden)
		}
		if shown.Worst() != finding.Error {
			t.Errorf("%s: hiding changed the verdict to %v", c.name, shown.Worst())
		}
	}
}

// What counts here is what counts for the engine, for every status.
func TestWorstAgrees(t *testing.T) {
	for _, status := range []finding.Status{"", finding.Open, finding.Introduced, finding.Unchanged, finding.Fixed, finding.Suppressed, finding.Baselined} {
		for _, severity := range []finding.Severity{finding.Info, finding.Warning, finding.Error} {
			r := &finding.Result{Findings: []finding.Finding{{Rule: unknownRule, Severity: severity, Status: status}}}
			if got := FromResult(r, Run{}).Worst(); got != r.Worst() {
				t.Errorf("%q %v: the document says %v, the result %v", status, severity, got, r.Worst())
			}
		}
	}
}

// The rules of a document are those that ran and those that findings name, each
// once, by id.
func TestRules(t *testing.T) {
	var ids []string
	for _, rule := range FromResult(sample(), sampleRun).Rules {
		ids = append(ids, rule.ID)
	}
	want := "identity/duplicate-id level/rank-duplicate reference/unknown syntax/not-a-regular-file text/whitespace title/plural"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// One long title must not make the report of many findings explode.
func TestLongTextsAreBounded(t *testing.T) {
	long := strings.Repeat("é", 64<<10)
	r := &finding.Result{Findings: []finding.Finding{{
		Rule: unknownRule, Severity: finding.Error, Message: long,
		Subject: finding.Subject{Kind: "role", ID: long, Title: long, Constituency: long},
		Related: []finding.Related{{Message: long}},
	}}}
	f := FromResult(r, Run{}).Findings[0]
	for name, got := range map[string]string{"id": f.Subject.ID, "title": f.Subject.Title, "constituency": f.Subject.Constituency} {
		if n := len([]rune(got)); n != longestName || !strings.HasSuffix(got, "é…") {
			t.Errorf("the %s has %d code points", name, n)
		}
	}
	for _, got := range []string{f.Message, f.Related[0].Message} {
		if n := len([]rune(got)); n != longestMessage || !strings.HasSuffix(got, "é…") {
			t.Errorf("a message has %d code points", n)
		}
	}
	if got := shorten("abc", 3); got != "abc" {
		t.Errorf("a text that fits became %q", got)
	}
}
