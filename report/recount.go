package report

import (
	"fmt"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
)

// recount holds the numbers of a document that was read to its lists. Verdicts and
// exit codes follow from the numbers, which may count more than is listed, because
// some of it was hidden, and never less.
func recount(d Document) error {
	switch d := d.(type) {
	case *Findings:
		return d.recount()
	case *Changes:
		return d.recount()
	}
	return fmt.Errorf("the numbers of a %T cannot be held to its lists", d)
}

// stated is a number of a summary beside what the list has.
type stated struct {
	name         string
	said, listed int
}

// enough returns an error that names the first number that is below its list.
func enough(numbers ...stated) error {
	for _, n := range numbers {
		if n.said < n.listed {
			return altered(fmt.Sprintf("/summary/%s is %d and the list has %d", n.name, n.said, n.listed))
		}
	}
	return nil
}

func (d *Findings) recount() error {
	var listed Summary
	baselined, suppressed := 0, 0
	for i := range d.Findings {
		f := &d.Findings[i]
		listed.count(f)
		switch finding.Status(f.Status) {
		case finding.Baselined:
			baselined++
		case finding.Suppressed:
			suppressed++
		}
	}
	s := d.Summary
	return enough(
		stated{"error", s.Error, listed.Error},
		stated{"warning", s.Warning, listed.Warning},
		stated{"info", s.Info, listed.Info},
		stated{"fixable", s.Fixable, listed.Fixable},
		stated{"unchanged", s.Unchanged, listed.Unchanged},
		stated{"fixed", s.Fixed, listed.Fixed},
		stated{"suppressed", s.Suppressed, suppressed},
		stated{"baselined", s.Baselined, baselined},
	)
}

func (d *Changes) recount() error {
	var listed Impacts
	required := diff.None
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.isVersion() {
			continue
		}
		listed.count(c)
		required = max(required, c.impact()) // accepted ones, too: see diff.Required
	}
	s := d.Summary
	err := enough(
		stated{"major", s.Major, listed.Major},
		stated{"minor", s.Minor, listed.Minor},
		stated{"patch", s.Patch, listed.Patch},
		stated{"none", s.None, listed.None},
		stated{"accepted", s.Accepted, listed.Accepted},
	)
	if err != nil {
		return err
	}
	return d.recountBump(max(required, d.Worst()))
}

// recountBump holds the bump to the gravest change that the document knows of. Of
// changes that are hidden or not asked for, more may be required.
func (d *Changes) recountBump(least diff.Impact) error {
	required, err := diff.ParseImpact(d.Bump.Required)
	if err != nil {
		return fmt.Errorf("reading /bump/required: %w", err)
	}
	if required < least {
		return altered(fmt.Sprintf("/bump/required is %s and a change asks for %s", required, least))
	}
	return nil
}
