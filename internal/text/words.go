package text

import (
	"strings"
	"unicode"
)

// Words returns the words of s folded, for comparing texts by what they say:
// without case, accents, punctuation and apostrophes. What stands behind a
// letter in names such as C++ and C# belongs to the word.
func Words(s string) []string {
	var words []string
	start := -1
	folded := Fold(s)
	for i, r := range folded {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && (isApostrophe(r) || r == '+' || r == '#')
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			words = append(words, bare(folded[start:i]))
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, bare(folded[start:]))
	}
	return words
}

// bare returns a word without apostrophes.
func bare(word string) string {
	if !strings.ContainsFunc(word, isApostrophe) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		return r
	}, word)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }
