package report

import "io"

var _ = changesFormats.add("json", writeChangesJSON)

// writeChangesJSON names the fields itself, as for findings, so that a long list
// never stands in memory twice.
func writeChangesJSON(w io.Writer, d *Changes, _ Options) error {
	o := openObject(w)
	o.head(d.Head)
	o.field("old", d.Old)
	o.field("new", d.New)
	o.field("summary", d.Summary)
	list(o, "changes", d.Changes)
	list(o, "notes", d.Notes)
	o.field("bump", d.Bump)
	list(o, "constituencies", d.Constituencies)
	list(o, "kinds", d.Kinds)
	return o.close()
}
