package report

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

// stat says how much changed: in a sentence, as a table by kind of entity, and by
// audience.
func (p *changesPrinter) stat() {
	s := &p.doc.Summary
	if s.total() == 0 {
		return
	}
	fmt.Fprintf(p, "%s → %s: %s in %s\n", leading(p.doc.Old.Operand), visible(p.doc.New.Operand),
		number(s.total(), "change", "changes"), number(s.Entities, "entity", "entities"))
	out := bufio.NewWriter(&p.Builder)
	s.table().writeText(out, 0)
	out.Flush() // a Builder takes everything
	var heard []string
	for _, a := range s.Audiences {
		heard = append(heard, fmt.Sprintf("%s %d", a.Audience, a.Changes))
	}
	if len(heard) > 0 {
		p.WriteString("audiences: " + visible(strings.Join(heard, ", ")) + "\n")
	}
}

// changeCounts are the columns of the table. A rare one is left out when nothing of
// the sort is there.
var changeCounts = []struct {
	title string
	rare  bool
	of    func(*SubjectCount) int
}{
	{"added", false, func(s *SubjectCount) int { return s.Added }},
	{"removed", false, func(s *SubjectCount) int { return s.Removed }},
	{"changed", false, func(s *SubjectCount) int { return s.Entities - s.Added - s.Removed }},
	{"major", false, func(s *SubjectCount) int { return s.Major }},
	{"minor", false, func(s *SubjectCount) int { return s.Minor }},
	{"patch", false, func(s *SubjectCount) int { return s.Patch }},
	{"none", true, func(s *SubjectCount) int { return s.None }},
	{"accepted", true, func(s *SubjectCount) int { return s.Accepted }},
}

// table has a row for each kind of entity, and one for all when there are several.
func (s *ChangesSummary) table() *grid {
	all := SubjectCount{Kind: "all", Impacts: s.Impacts}
	for _, row := range s.Subjects {
		all.Entities += row.Entities
		all.Added += row.Added
		all.Removed += row.Removed
	}
	rows := s.Subjects
	if len(rows) > 1 {
		rows = append(rows[:len(rows):len(rows)], all)
	}
	g := &grid{columns: []column{{title: "kind"}}, rows: make([][]string, len(rows))}
	for i, row := range rows {
		g.rows[i] = []string{row.Kind}
	}
	for _, count := range changeCounts {
		if count.rare && count.of(&all) == 0 {
			continue
		}
		g.columns = append(g.columns, column{title: count.title, right: true, fixed: true})
		for i := range rows {
			g.rows[i] = append(g.rows[i], strconv.Itoa(count.of(&rows[i])))
		}
	}
	return g
}

// version says what the changes mean for the version, if all of them are known.
func (p *changesPrinter) version() {
	if !p.doc.Complete {
		return
	}
	p.WriteString(p.paint(bold, leading(p.doc.verdict())) + "\n")
}

// rest says what the list does not hold. Without it, a list would read as the
// whole.
func (p *changesPrinter) rest() {
	s := &p.doc.Summary
	if s.Hidden > 0 && !p.options.Stat {
		fmt.Fprintf(p, "hidden: %s not shown but counted; --max-findings 0 shows all\n", number(s.Hidden, "change", "changes"))
	}
	if s.Elsewhere > 0 && !p.options.Quiet && !p.options.NameOnly {
		fmt.Fprintf(p, "elsewhere: %s not asked for; the version is judged by all\n", number(s.Elsewhere, "change", "changes"))
	}
	if !p.doc.Complete {
		p.WriteString("incomplete: the comparison stopped early, so there may be more; put right what the error message names and compare again\n")
	}
}
