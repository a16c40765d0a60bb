package report

import "github.com/cadre-framework/cadre/finding"

// Options says how much of a document is shown. The zero Options show all, with
// frames and help, without colour.
type Options struct {
	Quiet       bool             // text: one line a finding or change
	Verbose     bool             // text: what the rule says, too
	Color       bool             // text: ANSI colours
	FailOn      finding.Severity // junit: findings of this severity or worse are failures; 0 means Error
	MaxFindings int              // show at most so many findings or changes, the gravest; 0 means all
	MinSeverity finding.Severity // show nothing below
	MaxBytes    int              // markdown: stay below so many bytes, at least MinBytes; 0 for any number
	Width       int              // look-ups: cells of the terminal that tables must fit; 0 for any
	Stat        bool             // text of changes: only the numbers and the bump
	NameOnly    bool             // text of changes: only which entities changed, "kind/id" in each line
	Summarised  bool             // github: the summary of the job holds every finding or change
}
