package format

import (
	"strings"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/source"
)

// A text whose line is longer than widest is folded at fold columns.
const (
	widest = 100
	fold   = 80
)

func width(s string) int { return utf8.RuneCountInString(s) }

// spot is where a value will stand.
type spot struct {
	indent int // of the name or dash before it
	column int // of the value's first character
	before int // indent of the name or dash in the old text
}

// layout is how a scalar or a flow collection is written: its first line, and
// the lines below.
type layout struct {
	head    string
	rest    []string
	isBlock bool // a text below its sign, > or |
	placed  bool // whether rest carries its own indentation
}

// layout decides how the value of an item is written.
func (it *item) layout(at spot) layout {
	n := it.node
	switch style := n.Style(); {
	case it.flow != "":
		return layout{head: it.flow}
	case style == source.Flow:
		return flowLayout(n, at)
	case isText(n):
		return blockLayout(n, at.indent+step)
	case n.Kind() != source.String:
		return layout{head: n.Span().Text()}
	}
	if raw := n.Span().Text(); strings.Contains(raw, "\n") {
		return linesLayout(n, at)
	}
	word := plainer(n, false)
	if lines := wrap(n.Text(), fold-at.indent-step); at.column+width(word) > widest && foldable(n.Text()) && len(lines) > 1 {
		return folded(lines)
	}
	return layout{head: word}
}

func folded(lines []string) layout { return layout{head: ">-", rest: lines, isBlock: true} }

// linesLayout lays out a plain or quoted text of several lines. It becomes a
// folded one when that spares its quotes or when a line is too long.
func linesLayout(n source.Node, at spot) layout {
	lines := strings.Split(n.Span().Text(), "\n")
	long := at.column+width(lines[0]) > widest
	for i, line := range lines[1:] {
		lines[i+1] = strings.TrimLeft(line, " \t")
		long = long || at.indent+step+width(lines[i+1]) > widest
	}
	if !foldable(n.Text()) || n.Style() == source.Plain && !long {
		return layout{head: lines[0], rest: lines[1:]}
	}
	return folded(refold(pieces(n, lines), at.indent+step))
}

// pieces returns the text of a scalar line by line as it is written, or in one
// piece where the lines hold more than text.
func pieces(n source.Node, lines []string) []string {
	quote := ""
	switch n.Style() {
	case source.Single:
		quote = "'"
	case source.Double:
		quote = `"`
	}
	all := strings.TrimSuffix(strings.TrimPrefix(strings.Join(lines, "\n"), quote), quote)
	var parts []string
	for _, line := range strings.Split(all, "\n") {
		if line = strings.Trim(line, " \t"); line != "" {
			parts = append(parts, line)
		}
	}
	if strings.Join(parts, " ") != n.Text() {
		return []string{n.Text()}
	}
	return parts
}

// refold breaks the lines that are too long at the given indentation, and
// leaves the breaks between lines where they are. Lines that begin with white
// space are laid out on purpose.
func refold(lines []string, indent int) []string {
	var all []string
	for _, line := range lines {
		if indent+width(line) > widest && spaces(line) == 0 {
			all = append(all, wrap(line, fold-indent)...)
		} else {
			all = append(all, line)
		}
	}
	return all
}

// wrap breaks a text at single spaces into lines of at most so many code
// points, where its words allow it. A space beside another is no place for a
// break, because folding would lose it.
func wrap(s string, most int) []string {
	var lines []string
	begin, end := 0, 0 // of the line, and its last place for a break
	length, atBreak := 0, 0
	for i, r := range s {
		if r == ' ' && i > 0 && i+1 < len(s) && !strings.ContainsAny(s[i-1:i]+s[i+1:i+2], " \t") {
			if length > most && end > begin {
				lines = append(lines, s[begin:end])
				begin, length = end+1, length-atBreak-1
			}
			end, atBreak = i, length
		}
		length++
	}
	if length > most && end > begin {
		lines = append(lines, s[begin:end])
		begin = end + 1
	}
	return append(lines, s[begin:])
}
