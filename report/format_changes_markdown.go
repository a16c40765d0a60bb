package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

var _ = changesFormats.add("markdown", writeChangesMarkdown)

const (
	changesMarker = "<!-- cadre: changes -->\n" // by which a comment is found again
	changesHead   = "| Impact | What changed | Reaches |\n| --- | --- | --- |\n"
	acceptedHead  = "| Impact | Of | What changed | Agreed |\n| --- | --- | --- | --- |\n"
)

// writeChangesMarkdown writes a summary for job pages and comments: the verdict, the
// numbers, the changes of each entity, the entity with the gravest first, then notes
// and what was agreed on. Under MaxBytes it ends on a row and says how many are
// missing.
func writeChangesMarkdown(w io.Writer, d *Changes, o Options) error {
	p, err := newRows(o, "cadre diff")
	if err != nil {
		return err
	}
	p.WriteString(changesMarker + d.markdownVerdict())
	p.keep()
	d.markdownNumbers(p)
	blocks, agreed := d.changeBlocks()
	for _, b := range blocks {
		heading := "\n### " + markdown(b.heading) + "\n\n" + changesHead
		for _, row := range b.rows {
			p.row(heading, row)
			heading = ""
		}
	}
	heading := "\n### Notes\n\n"
	for i := range d.Notes {
		p.row(heading, d.Notes[i].markdown())
		heading = ""
	}
	heading = fmt.Sprintf("\n### Accepted (%d)\n\n%s", d.Summary.Accepted, acceptedHead)
	for _, row := range agreed {
		p.row(heading, row)
		heading = ""
	}
	_, err = io.WriteString(w, p.end())
	return err
}

// markdownNumbers writes a table by kind of entity, and whom the changes concern.
func (d *Changes) markdownNumbers(p *rows) {
	if d.Summary.total() == 0 {
		return
	}
	table := d.Summary.table()
	heading := "\n" + table.markdownHead()
	for _, row := range table.rows {
		p.row(heading, markdownRow(row))
		heading = ""
	}
	var heard []string
	for _, a := range d.Summary.Audiences {
		heard = append(heard, fmt.Sprintf("%s %d", a.Audience, a.Changes))
	}
	if len(heard) > 0 {
		p.WriteString("\nConcerns: " + markdown(strings.Join(heard, ", ")) + "\n")
		p.keep()
	}
}

// changeBlock is what changed in one entity, or one mass rename. The rows are
// Markdown, the heading is data.
type changeBlock struct {
	heading string
	worst   diff.Impact
	rows    []string
}

// changeBlocks returns the blocks, the gravest first, and the rows of what was agreed
// on, which is listed apart.
func (d *Changes) changeBlocks() (blocks []changeBlock, agreed []string) {
	for _, g := range d.grouped() {
		for i := range g.renames {
			r := &g.renames[i]
			first := r.changes[0]
			if !first.judged() {
				agreed = append(agreed, acceptedRow(first, r.heading(g.kind), markdown(r.pairs())))
				continue
			}
			row := changeRow(first.Impact, markdown(r.pairs()), reachedBy(r.changes))
			blocks = append(blocks, changeBlock{r.heading(g.kind), first.impact(), []string{row}})
		}
		for i := range g.entities {
			e := &g.entities[i]
			b := changeBlock{heading: e.heading()}
			for _, c := range e.changes {
				if !c.judged() {
					agreed = append(agreed, acceptedRow(c, b.heading, c.markdown()))
					continue
				}
				b.worst = max(b.worst, c.impact())
				b.rows = append(b.rows, changeRow(c.Impact, c.markdown(), reached(c.Affects, c.Reach, mostNamed)))
			}
			blocks = append(blocks, b)
		}
	}
	slices.SortStableFunc(blocks, func(a, b changeBlock) int { return cmp.Compare(b.worst, a.worst) })
	return blocks, agreed
}

func reachedBy(changes []*Change) string {
	all, reach := affected(changes)
	return reached(all, reach, mostNamed)
}

// heading is "role: Clinical Coder (clinical-coder) – Information Management".
func (e *entityChanges) heading() string { return joinedBy(" – ", e.subject.line(), e.group) }

// markdown says what changed: the message, and the values that it leaves out.
func (c *Change) markdown() string {
	pair, words := c.comparison()
	if pair != "" {
		return joinedBy(" – ", markdown(c.Message), markdown(pair))
	}
	return joinedBy(" – ", markdown(c.Message), markdownWords(essence(words)))
}

// changeRow is a row whose second cell is Markdown.
func changeRow(impact, what, reaches string) string {
	return "| " + strings.Join([]string{markdown(impact), what, markdown(reaches)}, " | ") + " |\n"
}

// acceptedRow is a row whose third cell is Markdown.
func acceptedRow(c *Change, heading, what string) string {
	return "| " + strings.Join([]string{markdown(c.Impact), markdown(heading), what, markdown(c.Accepted.sentence())}, " | ") + " |\n"
}

// sentence is the reason, and who agreed until when.
func (a *Agreement) sentence() string {
	until := ""
	if a.Until != "" {
		until = "until " + a.Until
	}
	return joinedBy(" – ", a.Reason, joinedBy(", ", a.By, until))
}

// markdown is a note as an item of a list. The label alone is emphasised.
func (n *ChangeNote) markdown() string {
	item := "- " + markdown(n.Subject.line()+": "+n.Message)
	if help := markdown(unbroken(n.Help)); help != "" {
		item += " *help:* " + help
	}
	return item + "\n"
}
