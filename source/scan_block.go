package source

import "strings"

// headerEnd returns the offset behind the first line of a block scalar, which
// holds its indicators and perhaps a comment.
func headerEnd(text string, start int) int {
	return min(endOfLine(text, start)+1, len(text))
}

// block walks literal and folded scalars line by line. It ends behind the last
// character that is not white space of the last line; blank lines that follow
// are not part of the span, even where the decoded text keeps them.
func (s *scanner) block(style Style) {
	indicators := strings.IndexAny(s.text[s.at:], " \t\r\n")
	if indicators < 0 {
		indicators = len(s.text) - s.at
	}
	next := headerEnd(s.text, s.at)
	s.at += indicators
	content := strings.TrimRight(s.decoded, "\n")
	indent, ok := s.indent(next, content)
	if content == "" || !ok {
		s.done, s.ok = len(s.decoded), content == ""
		return
	}
	for s.done < len(content) {
		s.lineBreak(next, indent, style)
		if s.at >= len(s.text) {
			s.ok = false
			return
		}
		n := min(len(s.line(s.at)), len(content)-s.done)
		s.copy(n)
		next = headerEnd(s.text, s.at)
	}
	s.done = len(s.decoded)
}

// indent derives how far the lines are indented, by comparing the first line
// with a character on it to the decoded one.
func (s *scanner) indent(at int, content string) (int, bool) {
	first := strings.TrimLeft(content, "\n")
	inner := len(first) - len(strings.TrimLeft(first, " "))
	for ; at < len(s.text); at = headerEnd(s.text, at) {
		line := s.line(at)
		if trimmed := strings.TrimLeft(line, " "); trimmed != "" || len(line) > 0 && inner == len(first) {
			return len(line) - len(trimmed) - inner, len(line)-len(trimmed) >= inner
		}
		if endOfLine(s.text, at) == len(s.text) {
			break
		}
	}
	return 0, false
}

// line returns the rest of the line at an offset, without its break.
func (s *scanner) line(at int) string {
	return strings.TrimSuffix(s.text[at:endOfLine(s.text, at)], "\r")
}

// lineBreak walks from the end of a line to the first character of the next
// line with content; next is the start of the following line.
func (s *scanner) lineBreak(next, indent int, style Style) {
	for next < len(s.text) {
		line := s.line(next)
		if len(line) > indent && strings.TrimLeft(line[:indent], " ") == "" {
			break
		}
		next = headerEnd(s.text, next)
	}
	n := 0
	for s.done+n < len(s.decoded) && s.decoded[s.done+n] == '\n' {
		n++
	}
	if n == 0 && style == Folded && s.done > 0 && s.decoded[s.done] == ' ' {
		n = 1
	}
	s.take(n, min(next+indent, len(s.text))-s.at)
}
