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
	for _, c := range g.columns {
		b.WriteString("| " + markdown(c.title) + " ")
	}
	b.WriteString("|\n")
	for _, c := range g.columns {
		if c.right {
			b.WriteString("| ---: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for _, row := range g.rows {
		for _, cell := range row {
			b.WriteString("| " + markdown(cell) + " ")
		}
		b.WriteString("|\n")
	}
}
