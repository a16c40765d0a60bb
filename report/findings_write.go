package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/cadre-framework/cadre/finding"
)

var _ = document[*Findings]("findings")

// findingsFormats is filled by the files of the formats.
var findingsFormats = table[Findings]{}

// FindingsFormats returns the names of the formats for findings, sorted.
func FindingsFormats() []string { return findingsFormats.names() }

// Formats returns the same as [FindingsFormats].
func (*Findings) Formats() []string { return FindingsFormats() }

// Write writes the findings that the options show.
func (d *Findings) Write(w io.Writer, format string, o Options) error {
	write, err := findingsFormats.find(format)
	if err != nil {
		return err
	}
	if err := write(w, d.shown(o), o); err != nil {
		return fmt.Errorf("writing the report as %s: %w", format, err)
	}
	return nil
}

// shown returns the document without the findings that the options hide, their
// number added to those hidden before. Findings that are only listed
// (suppressed, baselined, fixed) are a record and stay. Of too many the gravest
// remain, in their order.
func (d *Findings) shown(o Options) *Findings {
	var at [finding.Error + 1]int
	for _, f := range d.Findings {
		if f.judged() && f.severity() >= o.MinSeverity {
			at[f.severity()]++
		}
	}
	room := at
	if o.MaxFindings > 0 {
		left := o.MaxFindings
		for s := finding.Error; s > finding.Off; s-- {
			room[s] = min(at[s], left)
			left -= room[s]
		}
	}
	visible := *d
	visible.Findings = slices.DeleteFunc(slices.Clone(d.Findings), func(f Finding) bool {
		if !f.judged() {
			return false
		}
		if s := f.severity(); room[s] > 0 {
			room[s]--
			return false
		}
		visible.Summary.Hidden++
		return true
	})
	return &visible
}

// severity returns the severity as a number; one that nobody knows is an error,
// so that it can never be hidden by mistake.
func (f *Finding) severity() finding.Severity {
	s, err := finding.ParseSeverity(f.Severity)
	if err != nil || s == finding.Off {
		return finding.Error
	}
	return s
}

// judged reports whether the finding counts, as [finding.Finding.Judged] says.
func (f *Finding) judged() bool {
	return (&finding.Finding{Status: finding.Status(f.Status)}).Judged()
}

// Worst returns the highest severity among the findings that are judged, hidden
// ones included, or Off.
func (d *Findings) Worst() finding.Severity {
	switch s := d.Summary; {
	case s.Error > 0:
		return finding.Error
	case s.Warning > 0:
		return finding.Warning
	case s.Info > 0:
		return finding.Info
	}
	return finding.Off
}
