package report

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("html", writeFindingsHTML)

var findingsHTML = newHTMLView("findings")

// writeFindingsHTML writes one page that needs nothing else: no script to be read,
// no network, no other file.
func writeFindingsHTML(w io.Writer, d *Findings, _ Options) error {
	return findingsHTML.write(w, &htmlPage{
		Title:   htmlLine("Findings – " + d.Operand),
		Skip:    "the findings",
		Verdict: htmlVerdictOf(d),
		Tool:    htmlLine(d.Tool.Name + " " + d.Tool.Version),
		View:    newHTMLFindings(d),
	})
}

// htmlFindings is the view of findings.
type htmlFindings struct {
	Summary []htmlNumber
	Filters htmlFilters
	Shown   int // findings that are listed and judged
	Files   []*htmlFile
	Aside   []*htmlAside
	Rules   []*htmlRule // those with a finding on the page
	Silent  []*htmlRule // the others
}

// htmlNumber is a row of the summary.
type htmlNumber struct {
	Name, Meaning htmlText
	N             int
}

// htmlFile is a file with its findings, in their order.
type htmlFile struct {
	Path     htmlText // empty for findings without a place
	Findings []*htmlFinding
	weight   int // the urgency of the most urgent one
}

// urgency orders findings: what the change introduced before the rest, then by
// severity.
func urgency(f *Finding) int {
	n := int(f.severity())
	if f.Status == string(finding.Introduced) {
		n += int(finding.Error) + 1
	}
	return n
}

// Count is the number of findings with its word.
func (l *htmlFile) Count() string { return number(len(l.Findings), "finding", "findings") }

// htmlAside is a list of findings that do not count, and why.
type htmlAside struct {
	Name, Meaning htmlText
	Findings      []*htmlFinding
}

// htmlFinding is one finding as it is shown.
type htmlFinding struct {
	Severity      severityWord
	Values        htmlText // see [htmlFilters]
	Status        htmlText // under a base: "introduced", "unchanged"
	Message, Help htmlText
	Title, Kind   htmlText // of the entity; a file is named by its place
	ID, Group     htmlText
	Place         htmlText
	Frame         []htmlRow
	Suggestions   []htmlText
	Related       []htmlRelated
	Fixes         []htmlFix
	Rule          htmlText
	Section       int // the number of the rule
}

// htmlRelated is a further place and what it has to do with the finding.
type htmlRelated struct{ Message, Place htmlText }

// severityWord is the word for a severity, which is the class of its shape too.
type severityWord string

// Title returns the word as it begins a line.
func (s severityWord) Title() string {
	switch string(s) {
	case finding.Warning.String():
		return "Warning"
	case finding.Info.String():
		return "Info"
	}
	return "Error"
}

// newHTMLFindings sorts what the document lists: judged findings by file, the
// others by the reason why they do not count.
func newHTMLFindings(d *Findings) *htmlFindings {
	v := &htmlFindings{Summary: htmlNumbers(&d.Summary), Filters: findingFilters()}
	rules := v.rules(d)
	files := map[string]*htmlFile{}
	aside := map[string]*htmlAside{}
	for i := range d.Findings {
		f := &d.Findings[i]
		out := htmlFindingOf(f)
		if rule := rules[f.Rule]; rule != nil {
			out.Section = rule.Number
			rule.Count++
		}
		if !f.judged() {
			v.asideOf(aside, f.Status).add(out)
			continue
		}
		out.Values = v.Filters.item(findingValues(f)...)
		file := v.fileOf(files, f.Location)
		file.add(out)
		file.weight = max(file.weight, urgency(f))
		v.Shown++
	}
	slices.SortStableFunc(v.Files, func(a, b *htmlFile) int { return cmp.Compare(b.weight, a.weight) })
	v.Filters.sorted()
	v.divideRules()
	return v
}

func (l *htmlFile) add(f *htmlFinding)  { l.Findings = append(l.Findings, f) }
func (l *htmlAside) add(f *htmlFinding) { l.Findings = append(l.Findings, f) }

// fileOf returns the group of a place, in the order in which files first come.
func (v *htmlFindings) fileOf(files map[string]*htmlFile, l *Location) *htmlFile {
	path := ""
	if l != nil {
		path = l.Path
	}
	if files[path] == nil {
		files[path] = &htmlFile{Path: htmlLine(path)}
		v.Files = append(v.Files, files[path])
	}
	return files[path]
}

// asideOf returns the list of a status that does not count.
func (v *htmlFindings) asideOf(aside map[string]*htmlAside, status string) *htmlAside {
	if aside[status] == nil {
		out := &htmlAside{Name: htmlLine(status)}
		switch finding.Status(status) {
		case finding.Fixed:
			out.Name, out.Meaning = "Fixed", "The base had these, and they are gone."
		case finding.Suppressed:
			out.Name, out.Meaning = "Suppressed", "The data itself excuses these, with a reason."
		case finding.Baselined:
			out.Name, out.Meaning = "Baselined", "The baseline accepts these for now."
		}
		aside[status] = out
		v.Aside = append(v.Aside, out)
	}
	return aside[status]
}

// rules numbers all rules of the document.
func (v *htmlFindings) rules(d *Findings) map[string]*htmlRule {
	byID := map[string]*htmlRule{}
	for i := range d.Rules {
		rule := htmlRuleOf(i+1, &d.Rules[i])
		byID[d.Rules[i].ID] = rule
		v.Rules = append(v.Rules, rule)
	}
	return byID
}

// divideRules sets those apart that no finding on the page is of.
func (v *htmlFindings) divideRules() {
	all := v.Rules
	v.Rules = nil
	for _, rule := range all {
		if rule.Count > 0 {
			v.Rules = append(v.Rules, rule)
		} else {
			v.Silent = append(v.Silent, rule)
		}
	}
}

func htmlFindingOf(f *Finding) *htmlFinding {
	out := &htmlFinding{
		Severity: severityWord(f.severity().String()),
		Message:  htmlLine(f.Message), Help: htmlLines(f.Help),
		Suggestions: convert(f.furtherSuggestions(), htmlLine),
		Related:     convert(f.Related, htmlRelatedOf),
		Fixes:       htmlFixes(f),
		Rule:        htmlLine(f.Rule),
	}
	switch finding.Status(f.Status) {
	case finding.Introduced, finding.Unchanged:
		out.Status = htmlLine(f.Status)
	}
	if s := f.Subject; s.Kind != "" && s.Kind != "file" {
		out.Title, out.Kind = htmlLine(cmp.Or(s.Title, s.ID)), htmlLine(s.Kind)
		out.ID, out.Group = htmlLine(s.ID), htmlLine(s.Constituency)
	}
	if f.Location != nil {
		out.Place = htmlPlace(f.Location)
		out.Frame = htmlFrame(f.Location)
	}
	return out
}

func htmlRelatedOf(r Related) htmlRelated {
	out := htmlRelated{Message: htmlLine(r.Message)}
	if r.Location != nil {
		out.Place = htmlPlace(r.Location)
	}
	return out
}

// htmlPlace is "path:line:column", the path from the folder that all paths of the
// document are relative to.
func htmlPlace(l *Location) htmlText { return htmlLine(l.Path + ":" + lineColumn(l.Start)) }

func lineColumn(p Position) string { return strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column) }
