package report

import (
	"io"
	"slices"

	"github.com/cadre-framework/cadre/finding"
)

var _ = changesFormats.add("github", writeChangesGitHub)

// writeChangesGitHub writes commands of GitHub Actions that annotate the files of
// the new version: a bump that is not enough, then the changes, the gravest first.
// What was agreed on needs no attention.
func writeChangesGitHub(w io.Writer, d *Changes, o Options) error {
	list := d.alerts().Findings
	if d.Complete && !d.Bump.OK {
		list.Findings = slices.Insert(list.Findings, 0, d.bumpAlert())
	}
	return list.annotations(w, o, "more change has no annotation", "more changes have no annotation", "cadre diff")
}

// bumpAlert stands at the version when that changed. Of a version that is still the
// same nobody told the place.
func (d *Changes) bumpAlert() Finding {
	out := Finding{
		Rule: "version bump", Severity: finding.Warning.String(), Message: d.verdict(), Status: string(finding.Open),
		Subject: Subject{Kind: "framework", ID: d.New.ID, Title: d.New.Title},
	}
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Kind == kindVersion && c.New != nil {
			out.Location = c.New.Location
		}
	}
	return out
}
