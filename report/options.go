package report

import "github.com/cadre-framework/cadre/finding"

// Options says how much of a document is shown. The zero Options show all, with
// frames and help, without colour.
type Options struct {
	Quiet       bool             // text: one line a finding
	Verbose     bool             // text: what the rule says, too
	Color       bool             // text: ANSI colours
	MaxFindings int              // show at most so many, the gravest; 0 means all
	MinSeverity finding.Severity // show nothing below
	MaxBytes    int              // markdown: stay below so many bytes, at least MinBytes; 0 for any number
	Width       int              // look-ups: cells of the terminal that tables must fit; 0 for any
}
