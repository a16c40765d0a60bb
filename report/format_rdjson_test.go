package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

func rdOf(t *testing.T, d *Findings) rdResult {
	t.Helper()
	var r rdResult
	if err := json.Unmarshal([]byte(render(t, d, "rdjson", Options{})), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// The range of a diagnostic cuts the text of the span out of the file's bytes,
// line by line, as a reader of the format does it.
func TestRDJSONRanges(t *testing.T) {
	long := strings.Repeat("臨", 3*longestLine)
	for _, s := range []source.Span{
		marked("ascii", "id: «x»\n"),
		marked("wide", "a: é臨👩«x»é\n"),
		marked("long line", "a: "+long+"«é»"+long),
		marked("second line of a long text", long+"\nb: «"+long+"»\n"),
		marked("byte order mark", "«\ufeff»a: b\n"),
		marked("behind a byte order mark", "\ufeffa: «b»\n"),
		marked("several lines", "a: |\n«  é\r\n  ü»\n"),
		marked("with the line break", "a«é\r\n»b\n"),
		marked("empty at the end", "é\n«»"),
		marked("no UTF-8", "é\xff«\xfe»"),
		{File: &source.File{Path: "no text"}},
	} {
		result := &finding.Result{Complete: true, Findings: []finding.Finding{{Rule: plainRule, Severity: finding.Info, Span: s, Message: "m"}}}
		r := rdOf(t, FromResult(result, Run{})).Diagnostics[0].Location.Range
		if got := slice(s.File.Text, r); got != s.Text() {
			t.Errorf("%s: %+v is %q, want %q", s.File.Path, r, got, s.Text())
		}
	}
}

// slice cuts a range out of a text.
func slice(text string, r *rdRange) string {
	offset := func(p rdPosition) int {
		at := 0
		for range p.Line - 1 {
			at += strings.IndexByte(text[at:], '\n') + 1
		}
		return at + p.Column - 1
	}
	return text[offset(r.Start):offset(r.End)]
}

func TestRDJSONStructure(t *testing.T) {
	docs := machineDocs()
	docs["many"] = many(6000)
	for name, doc := range docs {
		r := rdOf(t, doc)
		want := doc.Summary.Error + doc.Summary.Warning + doc.Summary.Info
		if !doc.Complete {
			want++
		}
		if len(r.Diagnostics) != want || r.Diagnostics == nil || (r.Severity == "") != (want == 0) {
			t.Errorf("%s: %d diagnostics of severity %q, want %d", name, len(r.Diagnostics), r.Severity, want)
		}
		if !doc.Complete && (r.Severity != "ERROR" || r.Diagnostics[0].Severity != "ERROR") {
			t.Errorf("%s: the run that stopped is %s", name, r.Severity)
		}
		for _, d := range r.Diagnostics {
			if d.Message == "" || d.Severity == "" || d.Code.Value == "" {
				t.Errorf("%s: %+v", name, d)
			}
		}
	}
}

// A suggestion stands for itself: of several edits it would do the half.
func TestRDJSONSuggestions(t *testing.T) {
	one := rdOf(t, FromResult(sample(), sampleRun)).Diagnostics[0].Suggestions
	if len(one) != 1 || one[0] != (rdSuggestion{rdRange{rdPosition{5, 15}, rdPosition{5, 17}}, " "}) {
		t.Errorf("one edit became %+v", one)
	}
	all := rdOf(t, machineDocs()["accents, a byte order mark, several lines"]).Diagnostics
	if len(all[0].Suggestions) != 1 || all[0].Suggestions[0].Range != (rdRange{rdPosition{1, 1}, rdPosition{1, 4}}) {
		t.Errorf("removing a byte order mark became %+v", all[0].Suggestions)
	}
	if all[3].Suggestions != nil {
		t.Errorf("two edits became %+v", all[3].Suggestions)
	}
	elsewhere := Finding{Location: &Location{Path: "a"}}
	if _, ok := rdRepair(&elsewhere, Fix{Edits: []Edit{{Location: Location{Path: "b"}}}}); ok {
		t.Error("an edit of another file became a suggestion")
	}
}
