package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// encodingFault returns the first place at which a text is not plain UTF-8.
// Such a text is not parsed: readers disagree about what it says.
func encodingFault(f *File) (Fault, bool) {
	first, size, count := -1, 0, 0
	for i := 0; i < len(f.Text); {
		r, n := rune(f.Text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(f.Text[i:])
		}
		if (r == utf8.RuneError && n == 1) || forbidden(r) || (r == '\r' && !strings.HasPrefix(f.Text[i:], "\r\n")) {
			if count++; first < 0 {
				first, size = i, n
			}
		}
		i += n
	}
	if first < 0 {
		return Fault{}, false
	}
	if nul := strings.IndexByte(f.Text, 0); nul >= 0 {
		first, size = nul, 1 // what tells a binary file best
	}
	message, help := describeBytes(f.Text, first)
	if count > 1 {
		message += fmt.Sprintf(" (and %d more)", count-1)
	}
	return Fault{Code: "encoding", Span: Span{f, first, first + size}, Message: message, Help: help}, true
}

// forbidden reports characters that no data file may hold, written or escaped:
// controls other than tab and line breaks, and the line breaks that only some
// readers know (U+0085, U+2028, U+2029).
func forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
		return true
	}
	return false
}

func describeBytes(s string, at int) (message, help string) {
	const save = "open it in a text editor and save it as UTF-8"
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case strings.HasPrefix(s, "\xff\xfe"), strings.HasPrefix(s, "\xfe\xff"):
		return "the file is UTF-16, not UTF-8", save
	case r == 0:
		return "the file holds a NUL byte: it is not a text file, or it is UTF-16", save + ", or remove it from the framework"
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("the file is not UTF-8: byte 0x%02X", s[at]), save
	case r == '\r':
		return "a carriage return without a line feed: some readers see a line break here and others do not", save + " with LF line ends"
	}
	return fmt.Sprintf("the character U+%04X may not stand in a data file", r), "delete it, it cannot be seen; it often comes from copying out of another program"
}

func (b *builder) checkBOM() {
	if !strings.HasPrefix(b.file.Text, byteOrderMark) {
		return
	}
	span := b.span(0, len(byteOrderMark))
	b.faults = append(b.faults, Fault{
		Code:    "byte-order-mark",
		Span:    span,
		Message: "the file begins with a byte order mark",
		Help:    "save it as UTF-8 without BOM",
		Edits:   []Edit{{Span: span}},
	})
}

const bidiHelp = "delete it: it makes text look other than it is"

// checkBidi reports every run of characters that reorder text on the screen.
func (b *builder) checkBidi() {
	for i := 0; i < len(b.file.Text); {
		n := strings.IndexFunc(b.file.Text[i:], isBidi)
		if n < 0 {
			return
		}
		i += n
		end := i + len(b.file.Text[i:]) - len(strings.TrimLeftFunc(b.file.Text[i:], isBidi))
		r, _ := utf8.DecodeRuneInString(b.file.Text[i:])
		b.fault("bidi-control", i, end, fmt.Sprintf("an invisible character that reorders text (U+%04X)", r), bidiHelp)
		i = end
	}
}

func isBidi(r rune) bool { return r >= 0x61c && unicode.Is(unicode.Bidi_Control, r) }

// checkEscapes reports characters that an escape smuggles into a text although
// they may not be written.
func (b *builder) checkEscapes(start, end int, decoded string) {
	raw := b.file.Text[start:end]
	if !strings.ContainsRune(raw, '\\') {
		return
	}
	if i := strings.IndexFunc(decoded, forbidden); i >= 0 {
		r, _ := utf8.DecodeRuneInString(decoded[i:])
		b.fault("encoding", start, end, fmt.Sprintf("an escape stands for the character U+%04X, which may not stand in a data file", r), "remove the escape")
	}
	if i := strings.IndexFunc(decoded, isBidi); i >= 0 && !strings.ContainsFunc(raw, isBidi) {
		r, _ := utf8.DecodeRuneInString(decoded[i:])
		b.fault("bidi-control", start, end, fmt.Sprintf("an escape stands for U+%04X, an invisible character that reorders text", r), bidiHelp)
	}
}

func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(x, y Fault) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End), cmp.Compare(x.Code, y.Code))
	})
}
