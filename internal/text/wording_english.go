package text

import (
	"strings"
	"sync"

	"github.com/golangci/misspell"
)

// englishParts returns the parts of an English text with contractions in full,
// known misspellings corrected, and one form for each word that has a British and
// an American one.
func englishParts(parts []part) []part {
	var all []part
	for _, p := range parts {
		if stem, ok := contracted(all, p); ok {
			if p.text == "t" {
				p.before = all[len(all)-1].before
				all = all[:len(all)-1]
			}
			all = append(all, part{p.before, stem}, part{" ", "not"})
			continue
		}
		all = append(all, p)
	}
	return spelt(all)
}

// verbs holds what stands before the n't, or nt, of a contraction.
var verbs = map[string]string{
	"are": "are", "ca": "can", "could": "could", "did": "did", "do": "do", "does": "does", "had": "had",
	"has": "has", "have": "have", "is": "is", "might": "might", "must": "must", "need": "need",
	"sha": "shall", "should": "should", "was": "was", "were": "were", "wo": "will", "would": "would",
}

// contracted returns the verb when a part, or a part and the one before it, is a
// contraction with not. One without its apostrophe counts, because nothing but
// punctuation is missing.
func contracted(before []part, p part) (verb string, ok bool) {
	if n := len(before); n > 0 && p.text == "t" && p.before == "'" {
		stem, found := strings.CutSuffix(before[n-1].text, "n")
		if known, ok := verbs[stem]; ok {
			return known, true
		}
		return stem, found && stem != ""
	}
	stem, found := strings.CutSuffix(p.text, "nt")
	known, ok := verbs[stem]
	return known, found && ok
}

// spelt returns parts with one spelling for each word.
func spelt(parts []part) []part {
	var all []part
	for _, p := range parts {
		if p.text = oneSpelling(p.text); p.text == "cannot" {
			all = append(all, part{p.before, "can"}, part{" ", "not"})
			continue
		}
		all = append(all, p)
	}
	return all
}

// variants maps each form of a word that has several to one of them. It takes the
// lists whole: what is no reason to correct anybody is one word all the same.
var variants = sync.OnceValue(func() map[string]string {
	all := table(misspell.DictAmerican, "")
	for i := 0; i+1 < len(misspell.DictBritish); i += 2 {
		american, british := misspell.DictBritish[i], misspell.DictBritish[i+1]
		if _, known := all[british]; !known {
			all[british] = american
		}
	}
	return all
})

// oneSpelling returns the form of a word that stands for all its spellings. It
// serves to compare: with -ise it is often none that anybody writes.
func oneSpelling(word string) string {
	if meant, _, known := Misspelling(word); known && meant != "" {
		word = strings.Map(lettersOnly, strings.ToLower(meant))
	}
	if form, ok := variants()[word]; ok {
		word = form
	}
	for _, ending := range []string{"e", "es", "ed", "er", "ers", "ing", "able", "ation", "ations", "ational", "ationally"} {
		if stem, ok := strings.CutSuffix(word, "is"+ending); ok && len(stem) > 2 {
			return stem + "iz" + ending
		}
	}
	return word
}

// lettersOnly drops the hyphens and spaces of a correction.
func lettersOnly(r rune) rune {
	if isLetterLike(r) {
		return r
	}
	return -1
}
