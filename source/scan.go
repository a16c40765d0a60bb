package source

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// unit relates a stretch of a decoded text to the bytes that stand for it. A
// unit of equal lengths is a copy, byte for byte; any other is indivisible: an
// escape, a doubled quote, a folded line break.
type unit struct {
	decoded, decodedLength int
	raw, rawLength         int
}

// scan walks a scalar that begins at start together with its decoded text, and
// yields the units in order. It returns the end of the scalar and whether all
// of the decoded text was found in it.
//
// It is no second parser: the decoded text is given, and tells where a plain or
// block scalar ends and how far a block scalar is indented.
func scan(text string, style Style, start int, decoded string, yield func(unit)) (end int, ok bool) {
	s := &scanner{text: text, decoded: decoded, at: start, yield: yield, ok: true}
	switch style {
	case Literal, Folded:
		s.block(style)
	default:
		s.flow(style)
	}
	return s.at, s.ok && s.done == len(decoded)
}

type scanner struct {
	text, decoded string
	at, done      int // how far the text and the decoded text were walked
	yield         func(unit)
	ok            bool
}

// take yields one unit and walks over it.
func (s *scanner) take(decodedLength, rawLength int) {
	if s.done+decodedLength > len(s.decoded) {
		s.ok = false
		decodedLength = len(s.decoded) - s.done
	}
	s.yield(unit{s.done, decodedLength, s.at, rawLength})
	s.done += decodedLength
	s.at += rawLength
}

// copy takes n bytes that stand for themselves.
func (s *scanner) copy(n int) {
	if s.done+n > len(s.decoded) || s.decoded[s.done:s.done+n] != s.text[s.at:s.at+n] {
		s.ok = false
	}
	s.take(n, n)
}

// flow walks plain and quoted scalars.
func (s *scanner) flow(style Style) {
	if style != Plain {
		s.at++
	}
	for s.at < len(s.text) && (style != Plain || s.done < len(s.decoded)) {
		rest := s.text[s.at:]
		switch c := rest[0]; {
		case style == Double && c == '"', style == Single && c == '\'' && !strings.HasPrefix(rest, "''"):
			s.at++
			return
		case style == Single && c == '\'':
			s.take(1, 2)
		case style == Double && c == '\\':
			s.take(escape(rest))
		case isSpace(c):
			s.space()
		default:
			s.copy(wordLength(rest, style, len(s.decoded)-s.done))
		}
	}
}

// wordLength returns how many bytes stand for themselves at the start of rest.
func wordLength(rest string, style Style, most int) int {
	n := 1
	for n < len(rest) && !isSpace(rest[n]) {
		if style == Double && (rest[n] == '"' || rest[n] == '\\') || style == Single && rest[n] == '\'' || style == Plain && n >= most {
			break
		}
		n++
	}
	return n
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// space walks white space inside a line, or a line break with the white space
// around it: one break is folded into a space, of more the first is dropped.
func (s *scanner) space() {
	rest := s.text[s.at:]
	n := len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
	switch breaks := strings.Count(rest[:n], "\n"); breaks {
	case 0:
		s.copy(n)
	case 1:
		s.take(1, n)
	default:
		s.take(breaks-1, n)
	}
}

// escape returns the decoded and the raw length of the escape at the start of
// rest.
func escape(rest string) (decoded, raw int) {
	if len(rest) < 2 {
		return 0, len(rest)
	}
	switch c := rest[1]; c {
	case 'x':
		return hexEscape(rest, 4)
	case 'u':
		return hexEscape(rest, 6)
	case 'U':
		return hexEscape(rest, 10)
	case 'N', '_':
		return 2, 2
	case 'L', 'P':
		return 3, 2
	case '\r', '\n':
		n := len(rest) - len(strings.TrimLeft(rest[1:], " \t\r\n"))
		return strings.Count(rest[1:n], "\n") - 1, n
	}
	return 1, 2
}

func hexEscape(rest string, length int) (decoded, raw int) {
	if len(rest) < length {
		return 0, len(rest)
	}
	r, err := strconv.ParseUint(rest[2:length], 16, 32)
	if err != nil {
		return 0, length
	}
	if length == 6 && r >= 0xd800 && r < 0xdc00 && len(rest) >= 12 && strings.HasPrefix(rest[6:], `\u`) {
		return 4, 12 // the two halves of a UTF-16 pair
	}
	return max(utf8.RuneLen(rune(r)), 0), length
}
