package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/golangci/misspell"
)

// The lists of github.com/golangci/misspell, looked up by whole word, each made
// when it is first needed.
var (
	misspellings = sync.OnceValue(func() map[string]string { return table(misspell.DictMain, rightWords) })
	british      = sync.OnceValue(func() map[string]string { return table(misspell.DictBritish, britishToo) })
	american     = sync.OnceValue(func() map[string]string { return table(misspell.DictAmerican, americanToo) })
)

// table makes a list of words and their corrections, in turn, ready for look-ups,
// without some words.
func table(pairs []string, without string) map[string]string {
	t := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		t[pairs[i]] = pairs[i+1]
	}
	for _, word := range strings.Fields(without) {
		delete(t, word)
	}
	return t
}

// British returns the British form of a word in small letters that is American,
// and American the reverse.
func British(word string) (string, bool) { return form(british(), word, "ize", "ise") }

// American is the reverse of [British].
func American(word string) (string, bool) { return form(american(), word, "ise", "ize") }

// form looks a word up. The lists have many verbs without the nouns made of them:
// what is known to write organize so writes organization so, too.
func form(list map[string]string, word, from, to string) (string, bool) {
	if v, ok := list[word]; ok {
		return v, true
	}
	for _, ending := range []string{"ation", "ations", "ational", "ationally"} {
		stem, ok := strings.CutSuffix(word, from[:2]+ending)
		if _, known := list[stem+from]; ok && known {
			return stem + to[:2] + ending, true
		}
	}
	return "", false
}

// Misspelling returns what a word in small letters should be, when it is a known
// misspelling. What is meant may be empty, where that is anybody's guess; sure is
// true where it can be nothing else.
func Misspelling(word string) (meant string, sure, known bool) {
	meant, known = misspellings()[word]
	if !known || strings.Contains(poorCorrections, " "+meant+" ") {
		return "", false, known
	}
	apart := distance([]rune(word), []rune(meant), 2)
	swapped := len(word) == len(meant) && apart == 1 && bagOf([]rune(word)) == bagOf([]rune(meant))
	if !swapped && len(word) < 6 {
		return meant, false, true // one letter more or less makes too many words
	}
	sameEnds := word[0] == meant[0] && word[len(word)-1] == meant[len(meant)-1]
	return meant, swapped || apart == 1 || apart == 2 && sameEnds, true
}

// Recase returns a word in the case of another: with a capital where that has one.
func Recase(word, like string) string {
	first, _ := utf8.DecodeRuneInString(like)
	if !unicode.IsUpper(first) {
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
