package source

import "strings"

// Remove returns the edit that takes the node out of its list. It is false
// where that would touch more than the item: for the first item, which others
// may be aligned to, for items with a comment, and for anything but a scalar on
// lines of its own or between commas.
func (n Node) Remove() (Edit, bool) {
	list := n.Parent()
	if list.Kind() != Array || n.Kind() == Array || n.Kind() == Object {
		return Edit{}, false
	}
	i := list.indexOf(n)
	if i < 1 {
		return Edit{}, false
	}
	text := n.doc.File.Text
	gone := Span{n.doc.File, int(list.Item(i - 1).at().end), int(n.at().end)}
	between := text[gone.Start:n.at().start]
	if list.Style() == Flow {
		return Edit{Span: gone}, strings.Trim(between, " \t\r\n,") == ""
	}
	// In a block list the bytes between two items are the rest of the line of
	// the first, perhaps with a comment, and the dash of the second.
	start := gone.Start + strings.LastIndexByte(between, '\n') + 1
	gone.Start, gone.End = start, min(endOfLine(text, gone.End)+1, len(text))
	alone := strings.TrimSpace(text[start:n.at().start]) == "-" && strings.TrimSpace(text[n.at().end:gone.End]) == ""
	return Edit{Span: gone}, alone && strings.Contains(between, "\n") && !strings.Contains(lastLines(between), "#")
}

// lastLines drops the rest of the first line.
func lastLines(s string) string {
	_, rest, _ := strings.Cut(s, "\n")
	return rest
}
