package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = findingsFormats.add("sarif", writeSARIF)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

	// sarifRoot is what GitHub code scanning takes for the root of the repository,
	// to which our paths are relative. Nothing here says where that lies.
	sarifRoot = "%SRCROOT%"

	// mostResults is how many results of a run GitHub code scanning shows.
	mostResults = 5000
)

var sarifLevels = map[finding.Severity]string{
	finding.Error: "error", finding.Warning: "warning", finding.Info: "note",
}

// writeSARIF writes SARIF 2.1.0 as GitHub code scanning reads it. Findings that
// are excused are listed with their suppression; those that are fixed are not,
// because that reader would show them as open. A finding without a place has no
// location, and that reader then refuses the file; all rules of the program name
// a place.
func writeSARIF(w io.Writer, d *Findings, _ Options) error {
	kept, left := d.gravest(mostResults)
	return writeJSON(w, d.sarif(kept, d.notifications(left)))
}

// sarif is the log of a run with some of its findings.
func (d *Findings) sarif(kept []*Finding, notes []sarifNotification) sarifLog {
	s := sarifWriter{rules: map[string]int{}, based: d.based()}
	run := sarifRun{
		Tool:        sarifTool{s.driver(d)},
		Invocations: []sarifInvocation{{d.Complete, notes}},
		ColumnKind:  "unicodeCodePoints",
		Results:     make([]sarifResult, 0, len(kept)),
	}
	for _, f := range kept {
		run.Results = append(run.Results, s.result(f))
	}
	return sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}
}

// based reports whether the run was compared with a base, which its findings tell.
func (d *Findings) based() bool {
	return slices.ContainsFunc(d.Findings, func(f Finding) bool {
		switch finding.Status(f.Status) {
		case finding.Introduced, finding.Unchanged, finding.Fixed:
			return true
		}
		return false
	})
}

// gravest returns at most limit findings in their order, and how many it leaves
// out: errors come first, and what is excused last.
func (d *Findings) gravest(limit int) (kept []*Finding, left int) {
	grade := func(f *Finding) finding.Severity {
		if f.judged() {
			return f.severity()
		}
		return finding.Off
	}
	var at [finding.Error + 1]int
	for i := range d.Findings {
		if f := &d.Findings[i]; f.Status != string(finding.Fixed) {
			at[grade(f)]++
		}
	}
	for s := len(at) - 1; s >= 0; s-- {
		room := min(at[s], limit)
		left += at[s] - room
		at[s], limit = room, limit-room
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		if s := grade(f); f.Status != string(finding.Fixed) && at[s] > 0 {
			at[s]--
			kept = append(kept, f)
		}
	}
	return kept, left
}

// notifications are what a report says beside its findings.
func (d *Findings) notifications(left int) []sarifNotification {
	out := []sarifNotification{}
	add := func(level, text string) { out = append(out, sarifNotification{level, sarifPlain(text)}) }
	if !d.Complete {
		add("error", stoppedText)
	}
	if left > 0 {
		add("warning", fmt.Sprintf("%s left out, because this format holds %d: the JSON format has all", number(left, "finding", "findings"), mostResults))
	}
	for _, line := range d.aside() {
		add("note", line)
	}
	for _, note := range d.Notes {
		add("warning", note)
	}
	return out
}

// sarifPlain returns a text in which nothing can become a link: SARIF reads
// "[text](target)" as one even in plain text.
func sarifPlain(s string) sarifText { return sarifText{Text: strings.ReplaceAll(s, "](", "] (")} }

// sarifWriter knows where each rule stands in the list and whether the run was
// compared with a base.
type sarifWriter struct {
	rules map[string]int
	based bool
}

func (s *sarifWriter) driver(d *Findings) sarifDriver {
	out := sarifDriver{
		Name: d.Tool.Name, Version: d.Tool.Version, InformationURI: homepage,
		Rules: make([]sarifRule, 0, len(d.Rules)),
	}
	if bare := strings.TrimPrefix(d.Tool.Version, "v"); isVersion(bare) {
		out.SemanticVersion = bare
	}
	for i := range d.Rules {
		s.rules[d.Rules[i].ID] = i
		out.Rules = append(out.Rules, sarifRuleOf(&d.Rules[i]))
	}
	return out
}

func isVersion(text string) bool {
	_, ok := framework.ParseVersion(text)
	return ok
}

func sarifRuleOf(r *Rule) sarifRule {
	severity, _ := finding.ParseSeverity(r.Severity)
	out := sarifRule{
		ID: r.ID, Short: sarifPlain(r.Title), HelpURI: rulePage(r.ID),
		Configuration: sarifConfiguration{cmp.Or(sarifLevels[severity], "none")},
		Properties:    sarifProperties{r.Category, []string{r.Category}},
	}
	if r.Doc != "" {
		first, _, _ := strings.Cut(r.Doc, "\n\n")
		full, help := sarifPlain(singleLine(first)), sarifPlain(r.Doc)
		help.Markdown = r.Doc
		out.Full, out.Help = &full, &help
	}
	return out
}
