package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/cadre-framework/cadre/internal/text"
)

// proseWidth is how wide paragraphs are at most, in code points; longer lines
// are hard to read.
const proseWidth = 80

// writeLookupText writes blocks one below the other with an empty line between.
func writeLookupText(w io.Writer, l lookup, o Options) error {
	b := bufio.NewWriter(w)
	for i, block := range l.blocks() {
		if i > 0 {
			b.WriteByte('\n')
		}
		block.writeText(b, o.Width)
	}
	return b.Flush()
}

func (bl *block) writeText(b *bufio.Writer, width int) {
	prose := proseWidth
	if width > 0 {
		prose = min(prose, width)
	}
	if bl.heading != "" {
		writeWrapped(b, bl.heading, "", "", prose)
	}
	if bl.paragraph != "" {
		writeWrapped(b, bl.paragraph, "", "", prose)
	}
	for _, item := range bl.items {
		indent := strings.Repeat("  ", item.depth+1)
		writeWrapped(b, item.text, indent, indent+"  ", prose)
	}
	if bl.table != nil {
		bl.table.writeText(b, width)
	}
}

// writeWrapped writes prose in lines behind an indent, the first apart.
func writeWrapped(b *bufio.Writer, prose, first, others string, width int) {
	indent := first
	for line := range strings.SplitSeq(text.Wrap(visible(prose), max(20, width-len(others))), "\n") {
		b.WriteString(indent + leading(line) + "\n")
		indent = others
	}
}

// writeText aligns the columns. Where a width is given, the widest columns that
// may shrink do so until the rows fit.
func (g *grid) writeText(b *bufio.Writer, width int) {
	widths := g.widths()
	if g.fit(widths, width); width > 0 && total(widths) > width {
		if narrow := g.withoutSpare(); len(narrow.columns) < len(g.columns) {
			narrow.writeText(b, width)
			return
		}
	}
	var titles []string
	for _, c := range g.columns {
		titles = append(titles, c.title)
	}
	g.line(b, titles, widths)
	for _, row := range g.rows {
		g.line(b, row, widths)
	}
}

const gutter = 2

func (g *grid) widths() []int {
	widths := make([]int, len(g.columns))
	for i, c := range g.columns {
		widths[i] = shownWidth(c.title)
		for _, row := range g.rows {
			widths[i] = max(widths[i], shownWidth(row[i]))
		}
	}
	return widths
}

// least is how narrow a column may get.
const least = 12

func (g *grid) fit(widths []int, width int) {
	if width <= 0 {
		return
	}
	for total(widths) > width {
		widest := -1
		for i, c := range g.columns {
			if !c.fixed && widths[i] > least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

func total(widths []int) int {
	sum := -gutter
	for _, w := range widths {
		sum += w + gutter
	}
	return sum
}

// withoutSpare returns the table without the columns that may be left out.
func (g *grid) withoutSpare() *grid {
	narrow := &grid{rows: make([][]string, len(g.rows))}
	for i, c := range g.columns {
		if c.spare {
			continue
		}
		narrow.columns = append(narrow.columns, c)
		for r, row := range g.rows {
			narrow.rows[r] = append(narrow.rows[r], row[i])
		}
	}
	return narrow
}

func (g *grid) line(b *bufio.Writer, cells []string, widths []int) {
	var line strings.Builder
	for i, cell := range cells {
		shown := cutTo(visible(cell), widths[i])
		pad := strings.Repeat(" ", max(0, widths[i]-shownWidth(shown)))
		if g.columns[i].right {
			line.WriteString(pad + shown)
		} else {
			line.WriteString(shown + pad)
		}
		line.WriteString(strings.Repeat(" ", gutter))
	}
	b.WriteString(leading(strings.TrimRight(line.String(), " ")) + "\n")
}

// shownWidth returns the cells of a terminal that a text takes.
func shownWidth(s string) int {
	total := 0
	for _, width := range pieces(s, false) {
		total += width
	}
	return total
}

// cutTo shortens a text to a number of cells, with an ellipsis.
func cutTo(s string, width int) string {
	if shownWidth(s) <= width {
		return s
	}
	var b strings.Builder
	used := 0
	for piece, w := range pieces(s, false) {
		if used+w > width-1 {
			break
		}
		b.WriteString(piece)
		used += w
	}
	return b.String() + "…"
}
