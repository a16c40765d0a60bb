package report

import (
	"fmt"
	"strconv"
	"strings"
)

// frame draws the lines of a location: a gutter with line numbers, and carets
// under the span. Of a span over several lines the first is marked.
func frame(b *strings.Builder, l *Location) {
	if len(l.Lines) == 0 {
		return
	}
	gutter := len(strconv.Itoa(l.Lines[len(l.Lines)-1].Number))
	previous := l.Lines[0].Number
	for _, line := range l.Lines {
		if line.Number > previous+1 {
			fmt.Fprintf(b, "   %*s |\n", gutter, "…")
		}
		previous = line.Number
		fmt.Fprintf(b, "   %*d |%s\n", gutter, line.Number, rowText(line))
		if line.Number == l.Start.Line {
			fmt.Fprintf(b, "   %*s | %s\n", gutter, "", carets(line, l))
		}
	}
}

// rowText returns a line behind its gutter; an empty one leaves no space there.
func rowText(line Line) string {
	if line.Text == "" && line.From == 0 && !line.Cut {
		return ""
	}
	b := strings.Builder{}
	b.WriteString(" ")
	if line.From > 1 {
		b.WriteString("…")
	}
	for shown := range pieces(line.Text, true) {
		b.WriteString(shown)
	}
	if line.Cut {
		b.WriteString("…")
	}
	return b.String()
}

// carets returns what stands below a line: as much space as what is before the
// span takes, then a caret for each cell of the span, at least one. Tabs stay
// tabs, so that whatever follows them aligns.
func carets(line Line, l *Location) string {
	var b strings.Builder
	column := max(line.From, 1)
	if column > 1 {
		b.WriteString(" ")
	}
	end := l.End.Column
	if l.End.Line > l.Start.Line {
		end = int(^uint(0) >> 1)
	}
	prefix := -1
	for shown, width := range pieces(line.Text, true) {
		if column >= l.Start.Column && prefix < 0 {
			prefix = b.Len()
		}
		if column >= l.Start.Column && column >= end {
			break
		}
		switch {
		case shown == "\t":
			b.WriteString(shown)
		case column < l.Start.Column:
			b.WriteString(strings.Repeat(" ", width))
		default:
			b.WriteString(strings.Repeat("^", width))
		}
		column++
	}
	row := b.String()
	if marked := strings.TrimRight(row, " \t"); strings.HasSuffix(marked, "^") {
		return marked
	}
	if prefix >= 0 {
		row = row[:prefix]
	}
	return row + "^"
}
