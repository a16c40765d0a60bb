package text

import (
	"unicode"
	"unicode/utf8"
)

// Invisibles returns the stretches of s, in bytes, of characters that nobody sees
// and nobody needs there. Joiners are needed between the letters of some scripts,
// and joiners, selectors and tags in emoji: there they are left alone. Characters
// that reorder text are not among them.
func Invisibles(s string) [][2]int {
	var found [][2]int
	before := rune(' ')
	for i, r := range s {
		size := utf8.RuneLen(r)
		next, known := utf8.DecodeRuneInString(s[min(len(s), i+max(size, 1)):])
		if known == 0 {
			next = ' '
		}
		if invisible(r) || isGlue(r) && !isGlue(before) && !joined(before, r) && !joined(next, r) {
			if n := len(found); n > 0 && found[n-1][1] == i {
				found[n-1][1] = i + size
			} else {
				found = append(found, [2]int{i, i + size})
			}
			continue
		}
		before = r
	}
	return found
}

// invisible reports whether a character shows nothing in any script.
func invisible(r rune) bool {
	switch r {
	case 0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x200b, 0x3164, 0xfeff, 0xffa0:
		return true
	}
	return r >= 0x2060 && r <= 0x2064 || r >= 0xfff9 && r <= 0xfffb
}

// isGlue reports whether a character shows nothing by itself and changes how its
// neighbours look.
func isGlue(r rune) bool {
	return r == 0x200c || r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0000 && r <= 0xe01ef
}

// joined reports whether a character is one that joiners, selectors and tags
// belong to: a letter of another script than Latin, a sign, a digit in a keycap.
func joined(c, glue rune) bool {
	if c < 0x80 || unicode.Is(unicode.Latin, c) {
		return glue == 0xfe0f && (c == '#' || c == '*' || c >= '0' && c <= '9')
	}
	return !isGlue(c) && (unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsSymbol(c))
}
