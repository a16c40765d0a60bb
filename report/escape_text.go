package report

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hostileRunes are the characters that no report sends as they are: the C0 and C1
// controls and DEL, which drive terminals; the bidirectional controls, line and
// paragraph separators, which change what a reader takes for one line; and
// those that nobody sees. The two joiners U+200C and U+200D are not among them:
// scripts and emoji need them.
var hostileRunes = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0000, Hi: 0x001f, Stride: 1},
		{Lo: 0x007f, Hi: 0x009f, Stride: 1},
		{Lo: 0x00ad, Hi: 0x00ad, Stride: 1},
		{Lo: 0x061c, Hi: 0x061c, Stride: 1},
		{Lo: 0x180e, Hi: 0x180e, Stride: 1},
		{Lo: 0x200b, Hi: 0x200b, Stride: 1},
		{Lo: 0x200e, Hi: 0x200f, Stride: 1},
		{Lo: 0x2028, Hi: 0x202e, Stride: 1},
		{Lo: 0x2060, Hi: 0x206f, Stride: 1},
		{Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
		{Lo: 0xfff9, Hi: 0xfffd, Stride: 1}, // U+FFFD stands for what was no UTF-8
	},
	R32: []unicode.Range32{{Lo: 0xe0000, Hi: 0xe007f, Stride: 1}},
}

func hostile(r rune) bool { return unicode.Is(hostileRunes, r) }

// visible returns one line of data as it may stand inside a line of output:
// what is hostile is written out, as \x1b or \u202e, and so is the bracket of
// "##[", which a build host reads as an order anywhere in a line. A backslash of
// the data stays one: this is for people, and nobody reads it back.
func visible(s string) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	for shown := range pieces(s, false) {
		b.WriteString(shown)
	}
	return b.String()
}

// harmless reports whether s is printable ASCII that nothing can take for an
// order, as most text is.
func harmless(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return !strings.Contains(s, "##[")
}

// leading is visible for data that begins a line of output, white space aside,
// where a build host reads "::" as an order too. A colon alone counts, because
// another one may follow it.
func leading(s string) string {
	s = visible(s)
	if body := strings.TrimLeftFunc(s, unicode.IsSpace); strings.HasPrefix(body, "::") || body == ":" {
		return s[:len(s)-len(body)] + `\x3a` + body[1:]
	}
	return s
}

// pieces yields what is shown for each code point of s and how many cells of a
// terminal that takes. A tab may be kept; it then has no width of its own.
func pieces(s string, tabs bool) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for i := 0; i < len(s); {
			r, size := utf8.DecodeRuneInString(s[i:])
			shown, width := s[i:i+size], 0
			switch {
			case r == '\t' && tabs:
			case r == utf8.RuneError && size == 1:
				shown = fmt.Sprintf(`\x%02x`, s[i])
				width = len(shown)
			case hostile(r), r == '[' && strings.HasSuffix(s[:i], "##"):
				shown = written(r)
				width = len(shown)
			default:
				width = cells(r)
			}
			if !yield(shown, width) {
				return
			}
			i += size
		}
	}
}

// written returns the escape of a character as Go and others spell it.
func written(r rune) string {
	switch {
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// Message returns a text of one or more lines, such as an error that quotes a
// path, as it may be shown on a terminal or in the log of a build host.
func Message(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = leading(line)
	}
	return strings.Join(lines, "\n")
}
