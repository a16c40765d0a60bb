package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
)

// part is a run of letters and digits, or one sign that has a meaning of its own,
// without case. What stands before it is white space and punctuation, or nothing.
type part struct{ before, text string }

// opens reports whether a part is parted from the one before it, and not only
// joined to it.
func (p part) opens() bool {
	switch p.before {
	case "", "-", "'", ".":
		return false
	}
	return true
}

// partsOf takes a text apart. Forms of one letter, quotation mark or dash become
// one, and what nobody sees is left out.
func partsOf(s string) []part {
	s = cases.Fold().String(NFC(strings.Map(plainRune, s)))
	var parts []part
	end, start := 0, -1 // of the part before; of the part at hand
	flush := func(at int) {
		if start >= 0 {
			parts = append(parts, part{s[end:start], oneDash(s[start:at])})
			end, start = at, -1
		}
	}
	for i, r := range s {
		sign := isSign(s, i, r)
		if sign || !isLetterLike(r) {
			flush(i)
		}
		if start < 0 && (sign || isLetterLike(r)) {
			start = i
		}
		if sign {
			flush(i + utf8.RuneLen(r))
		}
	}
	flush(len(s))
	return parts
}

// oneDash returns a dash that is a sign as a hyphen, and other parts as they are.
func oneDash(sign string) string {
	if sign == "–" {
		return "-"
	}
	return sign
}

// plainRune returns the plain form of an apostrophe or a dash, and -1 for what
// shows nothing.
func plainRune(r rune) rune {
	switch {
	case invisible(r):
		return -1
	case strings.ContainsRune("‘’‛ʼ＇`´", r):
		return '\''
	case r == '‐' || r == '‑':
		return '-'
	case strings.ContainsRune("‒—―−", r):
		return '–'
	}
	return r
}

// isLetterLike reports whether a character belongs to a word: whatever is neither
// space nor punctuation nor symbol.
func isLetterLike(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
}

// isSign reports whether the character at a place has a meaning of its own.
// Punctuation has when a number follows at once and a number, or for a stop or a
// dash anything but a letter, stands before; and a dash with spaces around it has
// between numbers.
func isSign(s string, at int, r rune) bool {
	if unicode.IsSymbol(r) || strings.ContainsRune("%‰&@#", r) {
		return true
	}
	if !strings.ContainsRune("-–.,:/*'", r) {
		return false
	}
	left, right := s[:at], s[at+utf8.RuneLen(r):]
	before, _ := utf8.DecodeLastRuneInString(left)
	if dash := r == '-' || r == '–'; dash && !startsNumber(right) {
		return endsNumber(strings.TrimRightFunc(left, unicode.IsSpace)) && startsNumber(strings.TrimLeftFunc(right, unicode.IsSpace))
	}
	free := strings.ContainsRune("-–.", r) && (left == "" || !isLetterLike(before))
	return startsNumber(right) && (free || endsNumber(left))
}

// startsNumber reports whether a text begins with a digit or the sign of a
// currency.
func startsNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsNumber(r) || unicode.Is(unicode.Sc, r)
}

func endsNumber(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsNumber(r)
}
