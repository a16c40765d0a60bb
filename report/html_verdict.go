package report

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
)

// htmlVerdictOf says what a check comes to. What stopped early, or leaves
// something out, never reads as clean.
func htmlVerdictOf(d *Findings) htmlVerdict {
	s := &d.Summary
	v := htmlVerdict{Numbers: htmlLine(htmlTotal(d)), Notes: htmlParagraphs(d.Notes)}
	v.Tone, v.Words = htmlFindingsWords(d)
	if !d.Complete {
		v.More = append(v.More, "The run stopped early, so there may be more. Put right what the error message names and check again.")
	}
	if s.Hidden > 0 {
		v.More = append(v.More, htmlLine(number(s.Hidden, "finding is", "findings are")+" counted here and not shown."))
	}
	if s.Elsewhere > 0 {
		v.More = append(v.More, htmlLine(number(s.Elsewhere, "finding lies", "findings lie")+" outside the part that was asked for, neither counted here nor shown."))
	}
	if d.Complete && v.Tone == toneGood && (len(v.More) > 0 || len(v.Notes) > 0) {
		v.Tone = toneInfo
	}
	return v
}

// htmlFindingsWords is the verdict in words, and its tone.
func htmlFindingsWords(d *Findings) (tone, htmlText) {
	if !d.Complete {
		return tonePart, "Incomplete: this is no result"
	}
	switch d.Worst() {
	case finding.Error:
		return toneError, "Errors: a release cannot be trusted as it stands"
	case finding.Warning:
		return toneWarning, "No errors, and some likely mistakes"
	case finding.Info:
		return toneInfo, "No errors and no warnings; something is worth a look"
	}
	if d.Summary.Unchanged > 0 {
		return toneGood, "No new findings"
	}
	return toneGood, "No findings"
}

// htmlTotal is "2 errors and 1 info in 63 files with 61 entities".
func htmlTotal(d *Findings) string {
	s := &d.Summary
	found := join(
		counted{s.Error, "error", "errors"},
		counted{s.Warning, "warning", "warnings"},
		counted{s.Info, "info", "infos"},
	)
	if found == "" {
		found = "Nothing found"
	}
	checked := ""
	if !d.Complete {
		checked = ", checked before the run stopped"
	}
	return fmt.Sprintf("%s in %s with %s%s.", found, number(s.Files, "file", "files"), number(s.Entities, "entity", "entities"), checked)
}

// htmlNumbers are the rows of the summary: what every check has, and what else is
// not zero.
func htmlNumbers(s *Summary) []htmlNumber {
	rows := []htmlNumber{
		{"Errors", "a release cannot be trusted", s.Error},
		{"Warnings", "likely mistakes", s.Warning},
		{"Infos", "worth a look", s.Info},
		{"Files", "checked", s.Files},
		{"Entities", "roles, competencies and others in them", s.Entities},
	}
	for _, row := range []htmlNumber{
		{"Fixable", "“cadre fix” repairs these", s.Fixable},
		{"Unchanged", "the base had these already", s.Unchanged},
		{"Fixed", "the base had these, and they are gone", s.Fixed},
		{"Suppressed", "excused in the data, with a reason", s.Suppressed},
		{"Baselined", "accepted for now", s.Baselined},
		{"Hidden", "counted, and not shown on this page", s.Hidden},
		{"Elsewhere", "outside the part that was asked for", s.Elsewhere},
	} {
		if row.N != 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// findingFilters are the properties by which findings can be chosen.
func findingFilters() htmlFilters {
	severity := newHTMLFilter("Severity", "", "Error", "Warning", "Info")
	severity.Boxes = true
	return htmlFilters{
		severity,
		newHTMLFilter("Category", "none"),
		newHTMLFilter("Constituency", "none"),
		newHTMLFilter("Kind", "none"),
		newHTMLFilter("Status", "open"),
	}
}

// findingValues are the values of a finding in the order of [findingFilters].
func findingValues(f *Finding) []string {
	category := (&finding.Rule{ID: f.Rule}).Category()
	return []string{severityWord(f.severity().String()).Title(), category, f.Subject.Constituency, f.Subject.Kind, f.Status}
}
