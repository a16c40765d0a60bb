package report

import (
	"encoding/json"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// hostileFindings puts a text into every field that data can reach.
func hostileFindings(s string, detached bool) *Findings {
	span := source.Span{File: &source.File{Path: s, Text: "x: " + s + "\ny: z\n"}, Start: 3, End: 3 + len(s)}
	rule := &finding.Rule{ID: s, Title: s, Doc: s, Severity: finding.Error, Since: s, Fixable: true}
	subject := finding.Subject{Kind: s, ID: "id " + s, Title: s, Constituency: s}
	one := finding.Finding{
		Rule: rule, Severity: finding.Error, Span: span, Subject: subject, Message: s, Help: s, Suggestions: []string{s + "?"}, Status: finding.Introduced,
		Related: []finding.Related{{Span: span, Message: s}, {Message: s}},
		Fixes:   []finding.Fix{{Title: s, Edits: []source.Edit{{Span: span, New: s}}}},
	}
	other, gone := one, one
	other.Status, other.Severity, other.Subject = finding.Unchanged, finding.Info, finding.Subject{Kind: s, ID: s}
	gone.Status = finding.Fixed
	result := &finding.Result{Complete: true, Notes: []string{s}, Findings: []finding.Finding{one, other, gone}}
	return FromResult(result, Run{Version: s, Operand: s, Path: func(f *source.File) (string, bool) { return f.Path, detached }})
}

// judgedOf returns the findings that count.
func judgedOf(d *Findings) []*Finding {
	var all []*Finding
	for i := range d.Findings {
		if d.Findings[i].judged() {
			all = append(all, &d.Findings[i])
		}
	}
	return all
}

func readTextBack(t *testing.T, d *Findings, out string) {
	for _, f := range judgedOf(d) {
		l := f.Location
		has(t, out, leading(d.near(l))+":"+strconv.Itoa(l.Start.Line)+":"+strconv.Itoa(l.Start.Column)+": "+f.Severity+": "+visible(f.Message)+" ["+visible(f.Rule)+"] ("+f.Status+")")
		if f.Subject.Kind != "" && f.Subject.Title != "" {
			has(t, out, "   "+leading(f.Subject.Kind)+": "+visible(f.Subject.Title)+" ("+visible(f.Subject.ID)+")")
		}
	}
}

func readJSONBack[D any](t *testing.T, d *D, out string) {
	var back D
	if err := json.Unmarshal([]byte(out), &back); err != nil || !reflect.DeepEqual(&back, d) {
		t.Errorf("%v: got\n%+v, want\n%+v", err, back, *d)
	}
}

// unlinkedText is what SARIF may hold of a text, since it reads links even in plain
// text.
func unlinkedText(s string) string { return strings.ReplaceAll(s, "](", "] (") }

func decodeSARIF(t *testing.T, out string) sarifRun {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(out))
	decoder.DisallowUnknownFields()
	var log sarifLog
	if err := decoder.Decode(&log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v, and %d runs", err, len(log.Runs))
	}
	return log.Runs[0]
}

// pathOf takes a path back from an address.
func pathOf(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil || u.IsAbs() || u.Host != "" || u.RawQuery != "" || u.Fragment != "" {
		t.Errorf("the address %q: %v", uri, err)
		return ""
	}
	return u.Path
}

func readSARIFBack(t *testing.T, d *Findings, out string) {
	run, all := decodeSARIF(t, out), judgedOf(d)
	if len(run.Results) != len(all) || len(run.Tool.Driver.Rules) != 1 {
		t.Fatalf("%d results and %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	rule := run.Tool.Driver.Rules[0]
	same(t, "rule", []string{rule.ID, rule.Short.Text}, []string{d.Rules[0].ID, unlinkedText(d.Rules[0].Title)})
	for i, f := range all {
		r, fix, l := run.Results[i], f.Fixes[0], run.Results[i].Locations[0]
		same(t, "result",
			[]string{r.RuleID, r.Message.Text, r.Related[0].Message.Text, r.Fixes[0].Description.Text, r.Fixes[0].Changes[0].Replacements[0].Inserted.Text, pathOf(t, l.Physical.Artifact.URI)},
			[]string{f.Rule, unlinkedText(f.advice()), unlinkedText(f.Related[0].Message), unlinkedText(fix.Title), fix.Edits[0].New, f.Location.Path})
		if f.Subject.Kind != "file" && (len(l.Logical) == 0 && f.Subject.ID != "" || len(l.Logical) > 0 && l.Logical[0].Full != f.Subject.Kind+"/"+f.Subject.ID) {
			t.Errorf("the entity is %+v, want %+v", l.Logical, f.Subject)
		}
	}
	same(t, "notification", []string{run.Invocations[0].Notifications[0].Message.Text}, []string{unlinkedText(d.Notes[0])})
}

// xmlSeen is data as a reader of XML sees it: two characters have no place there.
func xmlSeen(s string) string {
	return strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`).Replace(visible(s))
}

func readJUnitBack(t *testing.T, d *Findings, out string) {
	var r junitReport
	readXML(t, out, &r)
	var got, want []string
	for _, s := range r.Suites {
		for _, c := range s.Cases {
			for _, f := range c.Failure {
				first, _, _ := strings.Cut(f.Text, "\n")
				got = append(got, s.Name, f.Type, f.Message, first)
			}
			for _, text := range c.Out {
				first, _, _ := strings.Cut(text, "\n")
				got = append(got, s.Name, first)
			}
		}
	}
	for _, f := range judgedOf(d) {
		place := xmlSeen(f.Location.Path) + ":" + strconv.Itoa(f.Location.Start.Line) + ":" + strconv.Itoa(f.Location.Start.Column)
		want = append(want, xmlSeen(f.Location.Path))
		if f.Severity == "error" {
			want = append(want, f.Severity, xmlSeen(f.Message))
		}
		want = append(want, xmlSeen(leading(place+": "+f.Severity+": "+f.advice()+" ["+f.Rule+"]")))
	}
	same(t, "cases", got, want)
}

func readCheckstyleBack(t *testing.T, d *Findings, out string) {
	var r checkstyleReport
	readXML(t, out, &r)
	var got, want []string
	for _, file := range r.Files {
		for _, e := range file.Errors {
			got = append(got, file.Name, e.Severity, e.Message, e.Source)
		}
	}
	for _, f := range judgedOf(d) {
		want = append(want, xmlSeen(f.Location.Path), f.Severity, xmlSeen(f.advice()), "cadre."+xmlSeen(f.Rule))
	}
	same(t, "errors", got, want)
}

func readGitLabBack(t *testing.T, d *Findings, out string) {
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(out), &issues); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, i := range issues {
		got = append(got, i.Description, i.CheckName, i.Location.Path)
	}
	for _, f := range judgedOf(d) {
		want = append(want, f.advice(), f.Rule, f.Location.Path)
	}
	same(t, "issues", got, want)
}

func readRDJSONBack(t *testing.T, d *Findings, out string) {
	var r rdResult
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, i := range r.Diagnostics {
		got = append(got, i.Message, i.Code.Value, i.Location.Path, i.Related[0].Message, i.Suggestions[0].Text)
	}
	for _, f := range judgedOf(d) {
		want = append(want, f.advice(), f.Rule, f.Location.Path, f.Related[0].Message, f.Fixes[0].Edits[0].New)
	}
	same(t, "diagnostics", got, want)
}

func readGitHubBack(t *testing.T, d *Findings, out string) {
	all := obey(out)
	for i, f := range judgedOf(d) {
		kind := map[string]string{"error": "error", "warning": "warning", "info": "notice"}[f.Severity]
		if i >= len(all) || all[i].name != kind {
			t.Fatalf("of %d commands, number %d is no %s", len(all), i, kind)
		}
		checkAnnotation(t, all[i], f.Location, strings.TrimSpace(f.Rule+named(f.Subject)), f.Message)
	}
	if len(all) != len(judgedOf(d)) {
		t.Errorf("%d commands", len(all))
	}
	checkUnits(t, out)
}

// named is how a title goes on about an entity.
func named(s Subject) string {
	switch {
	case s.Kind == "" || s.Kind == "file":
		return ""
	case s.Title == "":
		return ": " + s.Kind + " " + s.ID
	}
	return ": " + s.Kind + " " + s.Title + " (" + s.ID + ")"
}

// checkAnnotation fails unless a command has the place, the title and the first line
// of the message, each whole or abridged, and no further property.
func checkAnnotation(t *testing.T, c command, l *Location, title, message string) {
	t.Helper()
	want := map[string]string{"title": visible(strings.TrimSpace(title))}
	message = visible(message)
	switch {
	case l == nil:
	case l.Detached:
		message = visible(l.Path) + ":" + strconv.Itoa(l.Start.Line) + ":" + strconv.Itoa(l.Start.Column) + ": " + message
	default:
		path := visible(l.Path)
		if strings.HasPrefix(path, "=") {
			path = "./" + path
		}
		if path != "" {
			want["file"] = path
		}
		want["line"] = strconv.Itoa(l.Start.Line)
	}
	for key, value := range want {
		if got := strings.TrimLeft(c.properties[key], " "); got != strings.TrimLeft(value, " ") && !abridged(got, strings.TrimLeft(value, " ")) {
			t.Errorf("%s is %q, want %q", key, c.properties[key], value)
		}
	}
	for key := range c.properties {
		place := slices.Contains([]string{"endLine", "col", "endColumn"}, key) && want["line"] != ""
		if want[key] == "" && !place {
			t.Errorf("there is the property %s=%q", key, c.properties[key])
		}
	}
	first, _, _ := strings.Cut(c.data, "\n")
	if want := leading(message); first != want && !abridged(first, want) {
		t.Errorf("the message is %q, want %q", first, want)
	}
}

// checkUnits fails when a message is longer than what GitHub keeps.
func checkUnits(t *testing.T, out string) {
	t.Helper()
	for line := range strings.Lines(out) {
		_, data, _ := strings.Cut(line[2:], "::")
		if n := len(utf16.Encode([]rune(strings.TrimSuffix(data, "\n")))); n >= 4096 {
			t.Errorf("a message has %d units", n)
		}
	}
}

func readMarkdownBack(t *testing.T, d *Findings, out string) {
	p := readPage(out)
	same(t, "strays", slices.Concat(p.strays, p.deleted, p.added), nil)
	headings := []string{"Cadre: 1 error, 1 info in 0 files, 0 entities", "Introduced (1)", "Unchanged (1)", "Fixed (1)"}
	if note := oneLine(unbroken(d.Notes[0])); note != "" {
		headings = slices.Insert(headings, 1, "Notes")
		same(t, "notes", p.items, []string{note})
		same(t, "headings", p.headings, headings)
	}
	var want [][]string
	for i := range d.Findings { // introduced, unchanged, fixed: the order of the sections
		f := &d.Findings[i]
		help := unbroken(shorten(f.Help, longestMessage))
		parts := []string{visible(f.Message), label("in: ", strings.TrimPrefix(named(f.Subject), ": ")), label("help: ", help), label("help: ", f.question())}
		for _, r := range f.Related {
			text := r.Message
			if r.Location != nil {
				text = r.Location.Path + ":" + strconv.Itoa(r.Location.Start.Line) + ":" + strconv.Itoa(r.Location.Start.Column) + ": " + text
			}
			parts = append(parts, label("see: ", text))
		}
		place := f.Location.Path + ":" + strconv.Itoa(f.Location.Start.Line) + ":" + strconv.Itoa(f.Location.Start.Column)
		want = append(want, []string{f.Severity, oneLine(place), oneLine(strings.Join(parts, " ")), oneLine(f.Rule)})
	}
	if !reflect.DeepEqual(p.rows, want) {
		t.Errorf("the rows are\n%q, want\n%q", p.rows, want)
	}
	same(t, "labels", slices.DeleteFunc(p.labels, func(s string) bool { return slices.Contains([]string{"in:", "help:", "see:"}, s) }), []string{})
}

// label is a text behind its label, visible, or nothing when nobody would see it.
func label(label, text string) string {
	if text = oneLine(text); text == "" {
		return ""
	}
	return label + text
}
