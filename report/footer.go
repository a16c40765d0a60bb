package report

import (
	"fmt"
	"strings"
)

// footer says what the run comes to. Its first line alone tells how much was
// checked and what was found; each further line is there for a reason. Under
// Quiet only those remain without which the list would read as the whole.
func (p *printer) footer() {
	s := &p.doc.Summary
	if !p.options.Quiet {
		p.total()
	}
	if s.Hidden > 0 {
		fmt.Fprintf(p, "hidden: %s not shown but counted; --max-findings 0 --min-severity info shows all\n", number(s.Hidden, "finding", "findings"))
	}
	if s.Elsewhere > 0 && !p.options.Quiet {
		fmt.Fprintf(p, "elsewhere: %s outside the part you asked for; check the whole framework to see all\n", number(s.Elsewhere, "finding", "findings"))
	}
	if !p.options.Quiet {
		for _, note := range p.doc.Notes {
			p.labelled("note: ", note)
		}
	}
	if !p.doc.Complete {
		p.WriteString("incomplete: the run stopped early, so there may be more; put right what the error message names and check again\n")
	}
}

// total is "operand: n files, n entities checked: n errors; n fixable, …".
func (p *printer) total() {
	s := &p.doc.Summary
	checked, none := "checked", "no findings"
	if !p.doc.Complete {
		checked, none = "checked before the run stopped", "nothing found so far"
	}
	found := join(
		counted{s.Error, "error", "errors"},
		counted{s.Warning, "warning", "warnings"},
		counted{s.Info, "info", "infos"},
	)
	if found == "" {
		found = none
	}
	aside := s.aside()
	if aside != "" {
		aside = "; " + aside
	}
	fmt.Fprintf(p, "%s: %s, %s %s: %s%s\n", leading(p.doc.Operand),
		number(s.Files, "file", "files"), number(s.Entities, "entity", "entities"), checked, found, aside)
}

// aside counts what the verdict does not.
func (s *Summary) aside() string {
	return join(
		counted{s.Fixable, "fixable", "fixable"},
		counted{s.Unchanged, "unchanged", "unchanged"},
		counted{s.Fixed, "fixed", "fixed"},
		counted{s.Suppressed, "suppressed", "suppressed"},
		counted{s.Baselined, "baselined", "baselined"},
	)
}

// counted is a number with its words for one and for many.
type counted struct {
	n         int
	one, many string
}

// join lists the numbers that are not zero.
func join(parts ...counted) string {
	var out []string
	for _, c := range parts {
		if c.n != 0 {
			out = append(out, number(c.n, c.one, c.many))
		}
	}
	return strings.Join(out, ", ")
}

func number(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
