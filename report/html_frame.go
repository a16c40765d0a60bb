package report

import "strings"

// htmlRow is a line of a frame: what stands before, in and behind the span. The
// row of a gap between lines has no number.
type htmlRow struct {
	Number              int
	Before, Span, After htmlText
	Marked              bool
	From, Cut           bool // whether something of the line is missing at its ends
}

// htmlFrame returns the lines of a location with its span marked.
func htmlFrame(l *Location) []htmlRow {
	rows := make([]htmlRow, 0, len(l.Lines))
	for i, line := range l.Lines {
		if i > 0 && line.Number > l.Lines[i-1].Number+1 {
			rows = append(rows, htmlRow{})
		}
		start, end, marked := spanIn(line.Number, l)
		row := htmlRow{Number: line.Number, Marked: marked, From: line.From > 1, Cut: line.Cut}
		row.Before, row.Span, row.After = htmlCut(line, start, end)
		rows = append(rows, row)
	}
	return rows
}

// farthest stands for the end of a line, wherever that is.
const farthest = int(^uint(0) >> 1)

// spanIn returns the columns of a line that lie in the span of a location, the
// second one behind it, and whether any part of the span is there. A span that
// ends with a line break has no part in the next line.
func spanIn(line int, l *Location) (start, end int, marked bool) {
	start, end = 1, farthest
	if line == l.Start.Line {
		start = l.Start.Column
	}
	if line == l.End.Line {
		end = max(l.End.Column, start)
	}
	switch {
	case line == l.Start.Line:
		return start, end, true
	case line < l.Start.Line, line > l.End.Line, end == 1:
		return farthest, farthest, false
	}
	return start, end, true
}

// htmlCut divides what is shown of a line at two columns. Tabs stay tabs.
func htmlCut(line Line, start, end int) (before, span, after htmlText) {
	var parts [3]strings.Builder
	column := max(line.From, 1)
	for shown := range pieces(line.Text, true) {
		switch {
		case column < start:
			parts[0].WriteString(shown)
		case column < end:
			parts[1].WriteString(shown)
		default:
			parts[2].WriteString(shown)
		}
		column++
	}
	return htmlText(parts[0].String()), htmlText(parts[1].String()), htmlText(parts[2].String())
}
