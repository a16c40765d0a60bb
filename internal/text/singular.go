package text

import (
	"slices"
	"strings"
)

// irregular holds plurals that no ending explains, and words that end like a
// plural and are none.
var irregular = map[string]string{
	"analyses": "analysis", "children": "child", "crises": "crisis", "diagnoses": "diagnosis", "lenses": "lens",
	"men": "man", "midwives": "midwife", "people": "person", "theses": "thesis", "women": "woman",
	"lens": "lens", "news": "news", "series": "series", "species": "species", "gas": "gas", "atlas": "atlas", "always": "always",
	"means": "means", "headquarters": "headquarters", "movies": "movie", "cookies": "cookie",
}

// Singular returns the singular of a folded word that looks like an English
// plural, and every other word as it is. It knows endings and a few exceptions,
// no meanings: use it to compare, not to write.
func Singular(word string) string {
	if known, ok := irregular[word]; ok {
		return known
	}
	stem, plural := strings.CutSuffix(word, "s")
	if !plural || len(word) < 4 || endsIn(word, "ss", "us", "is", "ics") {
		return word
	}
	if y, ok := strings.CutSuffix(word, "ies"); ok && len(y) > 1 && len(word) > 4 {
		return y + "y"
	}
	if endsIn(word, "sses", "shes", "ches", "xes", "zzes") {
		return strings.TrimSuffix(stem, "e")
	}
	return stem
}

func endsIn(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// Bag returns the words of a text in the singular and in alphabetical order,
// without some of them: two texts with one bag differ in order, number, case and
// punctuation only.
func Bag(s string, without map[string]bool) string {
	var kept []string
	for _, word := range Words(s) {
		if word = Singular(word); !without[word] {
			kept = append(kept, word)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, " ")
}
