package report

import (
	"strings"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/source"
)

const (
	longestLine  = 200 // code points of a line that a document keeps
	longestFocus = 160 // of these, at most so many for the span, so that its surroundings show
	around       = 1   // lines above and below the span
	byteOrder    = "\ufeff"
)

// excerpt returns the first and the last line of a span and the lines around
// it. The two are cut about the span; the others, which have no part of it, to
// their beginning. The cost does not depend on the length of the lines.
func excerpt(s source.Span, start, end Position) []Line {
	if s.File.Text == "" {
		return nil
	}
	first, last := start.Line, max(end.Line, start.Line)
	if last > first && end.Column == 1 {
		last-- // the span ends with a line break, not in the next line
	}
	var lines []Line
	for n := max(first-around, 1); n < first; n++ {
		lines = append(lines, beginning(s.File, n))
	}
	lines = append(lines, cut(s.File, first, start.Offset, end.Offset, start.Column))
	if last > first {
		tail := min(end.Offset, s.File.Line(last).End)
		lines = append(lines, cut(s.File, last, tail, tail, s.File.Position(tail).Column))
	}
	for n := last + 1; n <= min(last+around, s.File.Lines()); n++ {
		if line := beginning(s.File, n); line.Text != "" || n < s.File.Lines() {
			lines = append(lines, line)
		}
	}
	return lines
}

func beginning(f *source.File, n int) Line {
	at := lineText(f, n)
	return cut(f, n, at.Start, at.Start, 1)
}

// lineText returns line n without a byte order mark, which has no column.
func lineText(f *source.File, n int) source.Span {
	line := f.Line(n)
	if line.Start == 0 && strings.HasPrefix(line.Text(), byteOrder) {
		line.Start = len(byteOrder)
	}
	return line
}

// cut returns line n, or the part of it about the bytes from start to end when
// it is too long. Column is the column of start.
func cut(f *source.File, n, start, end, column int) Line {
	line := lineText(f, n)
	inside := min(max(start, line.Start), line.End)
	column -= max(start-inside, 0) // a span in the line break starts one or two columns behind the text
	start, end = inside, min(max(end, inside), line.End)

	focus, stop := ahead(f.Text[start:end], longestFocus)
	room := longestLine - focus
	stop += start
	before, _ := back(f.Text[line.Start:start], room)
	after, _ := ahead(f.Text[stop:line.End], room)
	if before+after > room {
		before = min(before, max(room/2, room-after))
		after = room - before
	}
	_, head := back(f.Text[line.Start:start], before)
	_, tail := ahead(f.Text[stop:line.End], after)
	from := source.Span{File: f, Start: start - head, End: stop + tail}
	out := Line{Number: n, Text: valid(from.Text()), Cut: from.End < line.End}
	if from.Start > line.Start {
		out.From = column - before
	}
	return out
}

// ahead counts up to limit code points at the beginning of s, and their bytes.
func ahead(s string, limit int) (points, bytes int) {
	for points < limit && bytes < len(s) {
		_, size := utf8.DecodeRuneInString(s[bytes:])
		bytes += size
		points++
	}
	return points, bytes
}

// back does the same at the end of s.
func back(s string, limit int) (points, bytes int) {
	for points < limit && bytes < len(s) {
		_, size := utf8.DecodeLastRuneInString(s[:len(s)-bytes])
		bytes += size
		points++
	}
	return points, bytes
}

// valid returns s with every byte that is no UTF-8 as one U+FFFD, which keeps
// the count of code points.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// shorten keeps a text of at most limit code points as it is and ends a longer
// one with an ellipsis.
func shorten(s string, limit int) string {
	if _, bytes := ahead(s, limit); bytes < len(s) {
		_, bytes = ahead(s, limit-1)
		return s[:bytes] + "…"
	}
	return s
}
