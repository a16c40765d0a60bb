package report

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// reread saves a document as JSON and takes it back.
func reread(t testing.TB, d Document, o Options) Document {
	t.Helper()
	saved := render(t, d, "json", o)
	back, err := Read(strings.NewReader(saved))
	if err != nil {
		t.Fatalf("%v\nin:\n%s", err, saved)
	}
	return back
}

// A report of the saved JSON is the same, byte for byte, as that of the run, in
// every format and under all options.
func TestSavedIsTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range textCases {
		result, run := sample(), sampleRun
		if c.change != nil {
			c.change(result, &run)
		}
		direct := FromResult(result, run)
		saved := reread(t, direct, Options{})
		if c, d := saved.(*Findings).Worst(), direct.Worst(); c != d {
			t.Errorf("the worst is %v, of the saved report %v", d, c)
		}
		for _, format := range FindingsFormats() {
			for _, o := range []Options{{}, c.options, {Verbose: true, Color: true}, {Quiet: true, MaxFindings: 1}, {MinSeverity: finding.Error}} {
				want := render(t, direct, format, o)
				if got := render(t, saved, format, o); got != want {
					t.Errorf("%s as %s: got:\n%s\nwant:\n%s", c.name, format, got, want)
				}
				// A report that was saved under the same flags already.
				if got := render(t, reread(t, direct, o), format, o); got != want {
					t.Errorf("%s as %s, saved with %+v: got:\n%s\nwant:\n%s", c.name, format, o, got, want)
				}
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := render(t, FromResult(sample(), sampleRun), "json", Options{})
	changed := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the report has no %s", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "not complete JSON"},
		{"half a report", good[:len(good)/2], "not complete JSON"},
		{"two reports", good + good, "more text follows"},
		{"another value", "[1]", "no report of cadre"},
		{"another object", `{"name": "x"}`, "no report of cadre"},
		{"null", "null", "no report of cadre"},
		{"a later version", changed(`"schemaVersion": 1`, `"schemaVersion": 2`), "its schemaVersion is 2 and this version of cadre reads 1"},
		{"a version that is an order", changed(`"schemaVersion": 1`, `"schemaVersion": "\u001b[2J"`), `its schemaVersion is \x1b[2J`},
		{"no version", changed(`"schemaVersion": 1,`, ``), "at the top: schema-version schemaVersion;"},
		{"an unknown severity", changed(`"severity": "error"`, `"severity": "fatal"`), "/findings/1/severity: enum"},
		{"an unknown field", changed(`"complete": true`, `"complete": true, "extra": 1`), "unknown-property extra"},
		{"another case", changed(`"complete": true`, `"complete": true, "Findings": []`), "unknown-property Findings"},
		{"two faults", changed(`"complete": true`, `"complete": 1, "extra": 1`), "at the top: unknown-property extra, and 1 more;"},
		{"a number as text", changed(`"files": 63`, `"files": "63"`), "/summary/files: type"},
		{"a line before the first", changed(`"line": 5`, `"line": 0`), "/line: range"},
		{"a number without end", changed(`"files": 63`, `"files": 1e999999999`), "exponent"},
		{"a number beyond what fits", changed(`"files": 63`, `"files": 99999999999999999999`), "reading the report"},
	} {
		doc, err := Read(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
		if doc != nil {
			t.Errorf("%s: got a document beside the error", c.name)
		}
		checkSafe(t, fmt.Sprint(err))
	}
}

func TestReadAcceptsExtensions(t *testing.T) {
	good := render(t, FromResult(sample(), sampleRun), "json", Options{})
	extended := strings.Replace(good, `"complete": true`, `"complete": true, "x-run": {"id": 7}`, 1)
	doc, err := Read(strings.NewReader(extended))
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, doc, "json", Options{}); got != good {
		t.Errorf("got:\n%s\nwant:\n%s", got, good)
	}
}

func TestReadLimit(t *testing.T) {
	good := render(t, FromResult(sample(), sampleRun), "json", Options{})
	if _, err := read(strings.NewReader(good), int64(len(good)), mostValues); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	_, err := read(strings.NewReader(good), int64(len(good))-1, mostValues)
	if err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("above the limit: got %v", err)
	}
}

// TestReadManyValues counts values that a decoder would keep, in lists, in groups
// and in lists that hold nothing, and never what stands within a text.
func TestReadManyValues(t *testing.T) {
	for text, count := range map[string]int{
		`7`: 0, `[]`: 1, `[1, 2, 3]`: 3, `{"a": 1, "b": [2]}`: 3, `[[], [], {}]`: 6,
		`"[,{"`: 0, `["a\",[,{", 1]`: 2, `["\\", 1, "\\\"", 1]`: 4, ``: 0,
	} {
		if beyond([]byte(text), count) || !beyond([]byte(text), count-1) {
			t.Errorf("%s does not count as %d", text, count)
		}
	}
	good := render(t, FromResult(sample(), sampleRun), "json", Options{})
	_, err := read(strings.NewReader(good), longestReport, 50)
	if err == nil || !strings.Contains(err.Error(), "more than 50 values; save it again with --max-findings") {
		t.Errorf("above the limit: got %v", err)
	}
}

func TestReadPassesErrorsOn(t *testing.T) {
	broken := errors.New("connection lost")
	if _, err := Read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

// Each kind of document has a published schema of its name.
func TestDocumentsHaveSchemas(t *testing.T) {
	if len(documents) == 0 {
		t.Fatal("no kind of document is registered")
	}
	for _, kind := range documents {
		if _, ok := schema.Text(kind.name); !ok {
			t.Errorf("there is no schema %q", kind.name)
		}
	}
}

// FuzzReport holds, for any text in any field, that what is shown is safe and
// that the saved report shows the same.
func FuzzReport(f *testing.F) {
	for _, c := range frames {
		f.Add(c.text, len(c.text)/3, len(c.text)/2)
	}
	f.Add(order, 3, 40)
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		span := (&source.File{Path: s, Text: s}).All()
		span.Start = min(max(start, 0), len(s))
		span.End = min(max(end, span.Start), len(s))
		rule := &finding.Rule{ID: s, Title: s, Doc: s, Severity: finding.Error}
		subject := finding.Subject{Kind: s, ID: s, Title: s}
		result := &finding.Result{Notes: []string{s}, Findings: []finding.Finding{{
			Rule: rule, Severity: finding.Info, Span: span, Subject: subject, Message: s, Help: s,
			Suggestions: []string{s + s}, Related: []finding.Related{{Span: span, Message: s}, {Message: s}},
		}}}
		if s == "" {
			rule.ID = "a/b"
		}
		doc := FromResult(result, Run{Operand: s})
		saved := reread(t, doc, Options{})
		for _, format := range doc.Formats() {
			if format == "html" || format == "markdown" {
				continue // they have targets of their own
			}
			out := render(t, doc, format, Options{Verbose: true})
			checkHostSafe(t, format, out)
			if all := obey(out); format == "github" && len(all) != 2 {
				t.Errorf("%q: want two commands, got %+v", out, all)
			}
			if got := render(t, saved, format, Options{Verbose: true}); got != out {
				t.Errorf("saved as %s: got:\n%s\nwant:\n%s", format, got, out)
			}
		}
	})
}
