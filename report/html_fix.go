package report

import "strings"

// htmlFix is a repair that can be made without thinking.
type htmlFix struct {
	Title htmlText
	Edits []htmlEdit
}

// htmlEdit is one replacement. When the line is known that it changes, that is
// shown as it is and as it will be; otherwise the place tells what is replaced.
type htmlEdit struct {
	Known        bool
	Before, Tail htmlText // of the line, around what changes
	Old, New     htmlText
	Place, Until htmlText
	Removes      bool
}

// htmlFixes returns the fixes of a finding.
func htmlFixes(f *Finding) []htmlFix {
	return convert(f.Fixes, func(fix Fix) htmlFix {
		out := htmlFix{Title: htmlLine(fix.Title)}
		for i := range fix.Edits {
			out.Edits = append(out.Edits, htmlEditOf(f.Location, &fix.Edits[i]))
		}
		return out
	})
}

func htmlEditOf(known *Location, e *Edit) htmlEdit {
	at := &e.Location
	out := htmlEdit{
		New: htmlLines(e.New), Removes: e.New == "",
		Place: htmlPlace(at), Until: htmlLine(lineColumn(at.End)),
	}
	line, ok := lineOf(known, at)
	if !ok {
		return out
	}
	out.Known = true
	out.Before, out.Old, out.Tail = htmlCut(line, at.Start.Column, at.End.Column)
	out.Before = htmlText(strings.TrimLeft(string(out.Before), " \t"))
	return out
}

// lineOf returns the line that holds all of a place, when the document quotes it.
func lineOf(known, at *Location) (Line, bool) {
	if known == nil || known.Path != at.Path || at.Start.Line != at.End.Line {
		return Line{}, false
	}
	for _, line := range known.Lines {
		if line.Number == at.Start.Line && at.Start.Column >= line.From && at.End.Column <= lastColumn(line) {
			return line, true
		}
	}
	return Line{}, false
}

// lastColumn returns the column behind what is quoted of a line.
func lastColumn(line Line) int {
	points, _ := ahead(line.Text, len(line.Text))
	return max(line.From, 1) + points
}
