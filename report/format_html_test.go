package report

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// The golden page can be opened to be looked at.
func TestHTML(t *testing.T) {
	result, run := sample(), sampleRun
	result.Findings[0].Status, result.Findings[1].Status, result.Findings[3].Status = finding.Introduced, finding.Unchanged, finding.Fixed
	result.Notes = []string{"what is missing was not judged"}
	golden(t, "findings.html", []byte(render(t, FromResult(result, run), "html", Options{})))
}

// The policy of a page allows its one style and its one script as they are in the
// page, and nothing else.
func TestHTMLPolicy(t *testing.T) {
	root := parsePage(t, render(t, FromResult(sample(), sampleRun), "html", Options{}))
	hash := func(element string) string {
		texts := find(root, element)
		if len(texts) != 1 || len(texts[0]) < 500 {
			t.Fatalf("the page has %d of the element %s: %q", len(texts), element, texts)
		}
		sum := sha256.Sum256([]byte(texts[0]))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	want := "default-src 'none'; style-src " + hash("style") + "; script-src " + hash("script") + "; base-uri 'none'; form-action 'none'"
	for n := range root.Descendants() {
		for i, a := range n.Attr {
			if a.Key == "http-equiv" {
				if got := n.Attr[i+1]; got.Key != "content" || got.Val != want {
					t.Errorf("the policy is %q, want %q", got.Val, want)
				}
				return
			}
		}
	}
	t.Error("the page has no policy")
}

func TestHTMLVerdict(t *testing.T) {
	none := func(r *finding.Result) { r.Findings, r.Suppressed = nil, 0 }
	only := func(s finding.Severity) func(r *finding.Result) {
		return func(r *finding.Result) { r.Findings = r.Findings[:1]; r.Findings[0].Severity = s }
	}
	for _, c := range []struct {
		name    string
		change  func(r *finding.Result)
		options Options
		want    string // class, words, numbers, what must be known before
	}{
		{"errors", func(*finding.Result) {}, Options{}, "error|Errors: a release cannot be trusted as it stands|2 errors, 2 warnings, 1 info in 63 files with 61 entities."},
		{"warnings", only(finding.Warning), Options{}, "warning|No errors, and some likely mistakes|1 warning in 63 files with 61 entities."},
		{"infos", only(finding.Info), Options{}, "info|No errors and no warnings; something is worth a look|1 info in 63 files with 61 entities."},
		{"clean", none, Options{}, "good|No findings|Nothing found in 63 files with 61 entities."},
		{"hidden", only(finding.Warning), Options{MinSeverity: finding.Error}, "warning|No errors, and some likely mistakes|1 warning in 63 files with 61 entities.|1 finding is counted here and not shown."},
		{"nothing new", func(r *finding.Result) { none(r); r.Unchanged = 3 }, Options{}, "good|No new findings|Nothing found in 63 files with 61 entities."},
		{"elsewhere", func(r *finding.Result) { none(r); r.Elsewhere = 2 }, Options{}, "info|No findings|Nothing found in 63 files with 61 entities.|2 findings lie outside the part that was asked for, neither counted here nor shown."},
		{"not judged", func(r *finding.Result) { none(r); r.Notes = []string{"x"} }, Options{}, "info|No findings|Nothing found in 63 files with 61 entities."},
		{"incomplete", func(r *finding.Result) { none(r); r.Complete = false }, Options{}, "part|Incomplete: this is no result|Nothing found in 63 files with 61 entities, checked before the run stopped.|The run stopped early, so there may be more. Put right what the error message names and check again."},
	} {
		result := sample()
		c.change(result)
		root := parsePage(t, render(t, FromResult(result, sampleRun), "html", c.options))
		if got := verdictOf(root); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// verdictOf returns the class of a verdict and its sentences.
func verdictOf(root *html.Node) string {
	for n := range root.Descendants() {
		if hasClass(n, "verdict") {
			out := strings.TrimPrefix(n.Attr[0].Val, "verdict ")
			for _, class := range []string{"words", "numbers", "more"} {
				for _, text := range find(n, "p."+class) {
					out += "|" + text
				}
			}
			return out
		}
	}
	return ""
}

// Of each frame the line with the span reads as the text frame has it, with the
// span in a mark.
func TestHTMLFrames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"id: a\ntitle: «Clinical» Coder\nlevel: 4\n", "1 id: a|2 title: [Clinical] Coder|3 level: 4"},
		{"title: «Clinical\n  Coder»\nlevel: 4\n", "1 title: [Clinical]|2 [  Coder]|3 level: 4"},
		{"a: «one\n  two\n  three\n  four»\nb: c\n", "1 a: [one]|⋮ |4 [  four]|5 b: c"},
		{"title: Coder«\n»level: 4\n", "1 title: Coder[]|2 level: 4"},
		{"title: a«\x1b»b\n", `1 title: a[\x1b]b`},
		{"title: ##«[x]»\n", `1 title: ##[\x5bx]]`},
		{"t:\t«x»\n", "1 t:\t[x]"},
		{"a: " + strings.Repeat("x", 150) + "«y»" + strings.Repeat("z", 200) + "\n", "1 …" + strings.Repeat("x", 99) + "[y]" + strings.Repeat("z", 100) + "…"},
	} {
		f := finding.Finding{Rule: plainRule, Severity: finding.Info, Span: marked("a.yaml", c.text), Message: "x"}
		root := parsePage(t, render(t, FromResult(&finding.Result{Findings: []finding.Finding{f}}, Run{}), "html", Options{}))
		if got := strings.Join(frameRows(root), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// frameRows returns the lines of a frame, with brackets for its marks.
func frameRows(root *html.Node) []string {
	var out []string
	for n := range root.Descendants() {
		switch {
		case n.Data == "mark":
			n.InsertBefore(&html.Node{Type: html.TextNode, Data: "["}, n.FirstChild)
			n.AppendChild(&html.Node{Type: html.TextNode, Data: "]"})
		case n.Data == "script":
			return find(root, "pre.frame span.row")
		}
	}
	return out
}

func TestHTMLFixes(t *testing.T) {
	file := &source.File{Path: "a.yaml", Text: "id: a\ntitle:  Coder\nlist:\n  - x\n  - y\nlong: " + strings.Repeat("z", 300) + "!\n"}
	for _, c := range []struct{ name, at, old, text, want string }{
		{"in a line that is shown", "title", "  ", " ", "title:  Coder|title: Coder"},
		{"in a line that is not shown", "title", "- y", "- z", "a.yaml:5:3 to 5:6|- z"},
		{"over two lines", "title", "  - x\n  - y\n", "", "a.yaml:4:1 to 6:1|nothing"},
		{"over two lines, the first one shown", "list", "- x\n  - y", "- z", "a.yaml:4:3 to 5:6|- z"},
		{"in the part of a line that is not shown", "long", "!", ".", "a.yaml:6:307 to 6:308|."},
		{"an indented line is shown from its text on", "list", "- x", "- w\n  - x", "- x|- w\n  - x"},
	} {
		f := finding.Finding{Rule: spaceRule, Severity: finding.Info, Span: stretch(file, c.at), Message: "x", Fixes: []finding.Fix{{Title: "t", Edits: []source.Edit{{Span: stretch(file, c.old), New: c.text}}}}}
		root := parsePage(t, render(t, FromResult(&finding.Result{Findings: []finding.Finding{f}}, Run{}), "html", Options{}))
		if got := strings.Join(find(root, "dl.edit dd"), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHTMLDocumentation(t *testing.T) {
	doc := "First `a-b` here,\nstill first.\n\n\nSecond with one ` alone.\r\n\r\n```yaml\nid: a\n\ntitle: `b`\n```\nLast."
	rule := *plainRule
	rule.Doc = doc
	f := finding.Finding{Rule: &rule, Severity: finding.Info, Message: "x"}
	root := parsePage(t, render(t, FromResult(&finding.Result{Findings: []finding.Finding{f}}, Run{}), "html", Options{}))
	if got, want := strings.Join(find(root, "article.rule p.lines"), "|"), "First a-b here,\nstill first.|Second with one ` alone.|Last."; got != want {
		t.Errorf("the paragraphs are %q, want %q", got, want)
	}
	if got, want := strings.Join(find(root, "article.rule pre"), "|"), "id: a\n\ntitle: `b`"; got != want {
		t.Errorf("the examples are %q, want %q", got, want)
	}
	if got, want := strings.Join(find(root, "article.rule p.lines code"), "|"), "a-b"; got != want {
		t.Errorf("the code is %q, want %q", got, want)
	}
}

// The values of items and the choices of filters are numbers that belong together.
func TestHTMLFilters(t *testing.T) {
	filters := htmlFilters{newHTMLFilter("Severity", "", "Error", "Info"), newHTMLFilter("Group", "none")}
	items := []htmlText{filters.item("Info", "b"), filters.item("Info", ""), filters.item("Info", "a"), filters.item("Info", "b")}
	if got, want := strings.Join([]string{string(items[0]), string(items[1]), string(items[2]), string(items[3])}, ", "), "1 0, 1 1, 1 2, 1 0"; got != want {
		t.Errorf("the items are %q, want %q", got, want)
	}
	choices := ""
	for _, c := range filters.sorted()[1].Choices {
		choices += string(c.Text) + strings.Repeat("+", c.Count) + " "
	}
	if want := "a+ b++ none+ "; choices != want {
		t.Errorf("the choices are %q, want %q", choices, want)
	}
	if filters[0].Useful() || !filters[1].Useful() {
		t.Error("a filter is useful from two values on that occur")
	}
}

// The file with the gravest finding comes first, one that the change introduced
// before all others, and else the order stays.
func TestHTMLGravestFirst(t *testing.T) {
	doc := &Findings{}
	for _, f := range []struct{ path, severity, status string }{
		{"a", "info", "unchanged"}, {"b", "error", "unchanged"}, {"c", "info", "unchanged"}, {"d", "warning", "introduced"}, {"e", "info", "unchanged"}, {"e", "error", "introduced"},
	} {
		doc.Findings = append(doc.Findings, Finding{Severity: f.severity, Status: f.status, Location: &Location{Path: f.path}})
	}
	var got []string
	for _, f := range newHTMLFindings(doc).Files {
		got = append(got, string(f.Path))
	}
	same(t, "files", got, []string{"e", "d", "b", "a", "c"})
}

// The summary of kinds says where the impact is judged by the words.
func TestJudgedByWords(t *testing.T) {
	for _, asText := range []bool{false, true} {
		k := changeKindOf(&diff.Kind{ID: "reworded", Title: "X", Doc: "Y.", Impact: diff.Minor, AsText: asText})
		doc := alertRule(k).Doc
		if k.AsText != asText || strings.Contains(doc, "by what the words say") != asText || (htmlKindOf(1, &k).Judged != "") != asText {
			t.Errorf("%t: %+v, %q", asText, k, doc)
		}
	}
}
