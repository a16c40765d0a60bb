package report

import (
	"fmt"
	"io"
)

var _ = changesFormats.add("sarif", writeChangesSARIF)

// writeChangesSARIF writes the changes as results of SARIF 2.1.0, each under the
// rule of its kind. What was agreed on is listed with its suppression, and what is
// no change in a place stands among the notifications.
func writeChangesSARIF(w io.Writer, d *Changes, _ Options) error {
	all := d.alerts()
	kept, left := all.gravest(mostResults)
	log := all.sarif(kept, d.sarifNotes(left))
	run := &log.Runs[0]
	for i, f := range kept {
		if a := all.changes[f].Accepted; a != nil {
			run.Results[i].Suppressions = []sarifSuppression{{"external", a.Reason}}
		}
	}
	for i := range run.Tool.Driver.Rules {
		run.Tool.Driver.Rules[i].HelpURI = changePage(d.Kinds[i].ID)
	}
	return writeJSON(w, log)
}

func changePage(kind string) string { return homepage + "/blob/main/docs/changes/" + uri(kind) + ".md" }

// sarifNotes are what a report says beside the changes.
func (d *Changes) sarifNotes(left int) []sarifNotification {
	out := []sarifNotification{}
	add := func(level, text string) { out = append(out, sarifNotification{level, sarifPlain(text)}) }
	switch {
	case !d.Complete:
		add("error", "the comparison could not be completed, so there may be more changes: put right what its error message names and compare again")
	case !d.Bump.OK:
		add("warning", d.verdict())
	default:
		add("note", d.verdict())
	}
	if left > 0 {
		add("warning", fmt.Sprintf("%s left out, because this format holds %d: the JSON format has all", number(left, "change", "changes"), mostResults))
	}
	if n := d.Summary.Hidden; n > 0 {
		add("note", number(n, "change", "changes")+" not shown but counted")
	}
	if n := d.Summary.Elsewhere; n > 0 {
		add("note", number(n, "change", "changes")+" not asked for; the version is judged by all")
	}
	for i := range d.Notes {
		add("note", d.Notes[i].sentence())
	}
	return out
}

// sentence is a note on one line: whom it is about, what was noticed, the next step.
func (n *ChangeNote) sentence() string {
	return joinedBy(": ", n.Subject.name(), joinedBy(" – ", n.Message, singleLine(n.Help)))
}
