package report

import (
	"bufio"
	"io"
	"strings"
)

// writeLookupMarkdown writes blocks as GitHub renders them.
func writeLookupMarkdown(w io.Writer, l lookup, _ Options) error {
	b := bufio.NewWriter(w)
	for i, block := range l.blocks() {
		if i > 0 {
			b.WriteByte('\n')
		}
		block.writeMarkdown(b, i == 0)
	}
	return b.Flush()
}

func (bl *block) writeMarkdown(b *bufio.Writer, first bool) {
	if bl.heading != "" {
		marks := "### "
		if first {
			marks = "## "
		}
		b.WriteString(marks + markdown(bl.heading) + "\n")
		if bl.paragraph != "" || bl.table != nil || len(bl.items) > 0 {
			b.WriteByte('\n')
		}
	}
	if bl.paragraph != "" {
		b.WriteString(markdown(bl.paragraph) + "\n")
	}
	for _, item := range bl.items {
		b.WriteString(strings.Repeat("  ", item.depth) + "- " + markdown(item.text) + "\n")
	}
	if bl.table != nil {
		bl.table.writeMarkdown(b)
	}
}

func (g *grid) writeMarkdown(b *bufio.Writer) {
	b.WriteString(g.markdownHead())
	for _, row := range g.rows {
		b.WriteString(markdownRow(row))
	}
}

// markdownHead is the names of the columns, and the line below them.
func (g *grid) markdownHead() string {
	var titles []string
	line := ""
	for _, c := range g.columns {
		titles = append(titles, c.title)
		if c.right {
			line += "| ---: "
		} else {
			line += "| --- "
		}
	}
	return markdownRow(titles) + line + "|\n"
}

// markdownRow is one row of a table of data.
func markdownRow(row []string) string {
	var b strings.Builder
	for _, cell := range row {
		b.WriteString("| " + markdown(cell) + " ")
	}
	return b.String() + "|\n"
}
