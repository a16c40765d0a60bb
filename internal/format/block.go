package format

import (
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// isText reports whether a value is a block text: literal or folded.
func isText(n source.Node) bool {
	return n.Style() == source.Literal || n.Style() == source.Folded
}

// header is the first line of a block text.
type header struct {
	sign, indicators, comment string // ">" and "-" and "  # why"
}

// keeps reports whether blank lines at the end are part of the text.
func (h header) keeps() bool { return strings.Contains(h.indicators, "+") }

func blockHeader(n source.Node) header {
	line, _, _ := strings.Cut(n.Span().Text(), "\n")
	rest := strings.TrimLeft(line[1:], "+-0123456789")
	h := header{sign: line[:1], indicators: line[1 : len(line)-len(rest)]}
	if comment := strings.TrimSpace(rest); comment != "" {
		h.comment = gap(rest[:spaces(rest)]) + comment
	}
	return h
}

// blockLayout moves the lines of a block text to an indentation. Folded lines
// that are too long are folded again.
func blockLayout(n source.Node, indent int) layout {
	h := blockHeader(n)
	var b strings.Builder
	b.WriteString(h.sign)
	if strings.ContainsAny(h.indicators, "123456789") {
		b.WriteByte('0' + step) // what the text is indented by from now on
	}
	b.WriteString(h.chomping(n.Text()) + h.comment)
	lines := blockLines(n)
	if n.Style() == source.Folded {
		lines = refold(lines, indent)
	}
	return layout{head: b.String(), rest: lines, isBlock: true}
}

// chomping returns the sign that says what becomes of the last line break. A
// text at the end of a file may lack the break that its signs promise.
func (h header) chomping(text string) string {
	sign := strings.Trim(h.indicators, "0123456789")
	if strings.TrimRight(text, "\n") != "" && !strings.HasSuffix(text, "\n") {
		return "-"
	}
	return sign
}

// blockLines returns the lines below the header without their indentation.
func blockLines(n source.Node) []string {
	_, body, below := strings.Cut(n.Span().Text(), "\n")
	if !below {
		return nil
	}
	lines := strings.Split(body, "\n")
	indent := blockIndent(lines, n.Text())
	for i, line := range lines {
		if len(line) > indent && strings.TrimLeft(line[:indent], " ") == "" {
			lines[i] = line[indent:]
		} else {
			lines[i] = ""
		}
	}
	return lines
}

// blockIndent derives how far the lines are indented from the first with a
// character on it.
func blockIndent(lines []string, text string) int {
	text = strings.TrimLeft(text, "\n")
	inner := len(text) - len(strings.TrimLeft(text, " "))
	for _, line := range lines {
		if trimmed := strings.TrimLeft(line, " "); trimmed != "" {
			return max(len(line)-len(trimmed)-inner, 0)
		}
	}
	return 0
}
