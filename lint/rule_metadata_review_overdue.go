package lint

import (
	"fmt"
	"time"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(reviewOverdue, finding.Rule{
	ID: "metadata/review-overdue", Title: "Entries are reviewed from time to time", Severity: finding.Info, Since: "0.1.0",
	Doc: `An entry was last reviewed long before the framework was released, so that nobody can be sure that it still holds.

Review it and write the new date. The framework's own release date is what counts, and not today, so that the same files always give the same findings; a framework without one is not judged, nor is an entry that was never reviewed.`,
	Options: []finding.Option{{Name: "months", Doc: "How many months before the release a review may lie.", Default: 24}},
})

// reviewOverdue compares dates of reviews with the date of the release.
func reviewOverdue(p *Pass) {
	released, err := time.Parse(time.DateOnly, p.Released)
	if err != nil {
		return // there is none, or it is no date, which its schema tells
	}
	months := p.Int("months")
	for e := range p.Entities() {
		reviewed, err := time.Parse(time.DateOnly, e.Reviewed)
		if err != nil || !reviewed.AddDate(0, months, 0).Before(released) {
			continue
		}
		p.Report(e, e.At("reviewed"), fmt.Sprintf("the last review of %s lies more than %d months before the release of %s", name(e), months, p.Released)).
			Related(p.At("released"), "the release").
			Help(fmt.Sprintf("review the %s, and write the date of the review", e.Kind))
	}
}
