package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("markdown", writeFindingsMarkdown)

// MinBytes is the least that [Options.MaxBytes] may ask for: the verdict alone
// always fits into it.
const MinBytes = 1500

const (
	findingsMarker = "<!-- cadre: findings -->\n" // by which a comment is found again
	longestOperand = 200                          // bytes of Markdown for the name of what was checked
)

// writeFindingsMarkdown writes a summary for job pages and comments: the verdict,
// then notes, then tables of findings, the gravest first. Findings that are
// excused appear as numbers. Under MaxBytes it ends on a row and says how many are
// missing.
func writeFindingsMarkdown(w io.Writer, d *Findings, o Options) error {
	p, err := newRows(o, "cadre check")
	if err != nil {
		return err
	}
	p.WriteString(findingsMarker)
	p.WriteString(d.verdict())
	p.keep()
	heading := "\n### Notes\n\n"
	for _, note := range d.Notes {
		p.row(heading, "- "+markdown(unbroken(note))+"\n")
		heading = ""
	}
	for _, s := range d.sections() {
		heading := fmt.Sprintf("\n### %s (%d)\n\n| Severity | Place | What | Rule |\n| --- | --- | --- | --- |\n", s.title, len(s.findings))
		for _, f := range s.findings {
			p.row(heading, d.row(f))
			heading = ""
		}
	}
	_, err = io.WriteString(w, p.end())
	return err
}

// verdict is the title, and what the numbers in it leave open. It holds no text of
// the data but the name of what was checked.
func (d *Findings) verdict() string {
	s := &d.Summary
	found := join(counted{s.Error, "error", "errors"}, counted{s.Warning, "warning", "warnings"}, counted{s.Info, "info", "infos"})
	switch {
	case !d.Complete && found == "":
		found = "incomplete, nothing found so far"
	case !d.Complete:
		found = "incomplete, " + found + " so far"
	case found == "":
		found = "no findings"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "## Cadre: %s in %s, %s\n\n", found, number(s.Files, "file", "files"), number(s.Entities, "entity", "entities"))
	aside := s.aside()
	if aside != "" {
		aside = "(" + aside + ")"
	}
	if line := joinedBy(" ", fitting(d.Operand, longestOperand), aside); line != "" {
		b.WriteString("Checked: " + line + "\n")
	}
	if s.Hidden > 0 {
		fmt.Fprintf(&b, "\nHidden: %s, counted all the same.\n", number(s.Hidden, "finding", "findings"))
	}
	if s.Elsewhere > 0 {
		fmt.Fprintf(&b, "\nElsewhere: %s outside the part that was asked for.\n", number(s.Elsewhere, "finding", "findings"))
	}
	if !d.Complete {
		b.WriteString("\nThe run could not be completed, so there may be more: the log of the run says why.\n")
	}
	return b.String()
}

// fitting returns data as Markdown of at most so many bytes.
func fitting(s string, limit int) string {
	for n := min(utf8.RuneCountInString(s), limit); ; n-- {
		if m := markdown(shorten(s, n)); len(m) <= limit {
			return m
		}
	}
}

// section is a table of findings under a title.
type section struct {
	title    string
	findings []*Finding
}

// sections returns the findings that are shown: what is open by severity, and
// under a base what is new, what was there, and what was mended.
func (d *Findings) sections() []section {
	all := []section{{title: "Errors"}, {title: "Warnings"}, {title: "Infos"}, {title: "Introduced"}, {title: "Unchanged"}, {title: "Fixed"}}
	for i := range d.Findings {
		f := &d.Findings[i]
		at := int(finding.Error - f.severity())
		switch finding.Status(f.Status) {
		case finding.Introduced:
			at = 3
		case finding.Unchanged:
			at = 4
		case finding.Fixed:
			at = 5
		case finding.Suppressed, finding.Baselined:
			continue
		}
		all[at].findings = append(all[at].findings, f)
	}
	for _, s := range all {
		slices.SortStableFunc(s.findings, func(a, b *Finding) int { return int(b.severity()) - int(a.severity()) })
	}
	return slices.DeleteFunc(all, func(s section) bool { return len(s.findings) == 0 })
}

// row is one finding. Labels alone are emphasised, so that no data stands beside
// the marks.
func (d *Findings) row(f *Finding) string {
	what := []string{markdown(f.Message)}
	add := func(label, text string) {
		if text = markdown(text); text != "" {
			what = append(what, "*"+label+":* "+text)
		}
	}
	add("in", f.Subject.name())
	add("help", unbroken(shorten(f.Help, longestMessage)))
	add("help", f.question())
	for _, r := range f.Related {
		text := r.Message
		if r.Location != nil {
			text = r.Location.point() + ": " + text
		}
		add("see", text)
	}
	place := d.Operand
	if f.Location != nil {
		place = f.Location.point()
	}
	return "| " + strings.Join([]string{markdown(f.Severity), markdown(place), strings.Join(what, " "), markdown(f.Rule)}, " | ") + " |\n"
}

// name is what people call the entity; a file is named by the place.
func (s Subject) name() string {
	switch {
	case s.Kind == "" || s.Kind == "file":
		return ""
	case s.Title == "":
		return s.Kind + " " + s.ID
	}
	return fmt.Sprintf("%s %s (%s)", s.Kind, s.Title, s.ID)
}

// unbroken returns a text of several lines as one.
func unbroken(s string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ").Replace(strings.TrimSpace(s))
}
