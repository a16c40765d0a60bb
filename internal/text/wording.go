package text

import (
	"slices"
	"strings"
)

// Class says what a new wording means for those who follow the text.
type Class string

// The classes.
const (
	Identical Class = "identical" // equal bytes
	Editorial Class = "editorial" // punctuation, case, white space, spelling
	Grew      Class = "grew"      // an obligation or a negation was added
	Shrank    Class = "shrank"    // one was taken away, and none added
	Reworded  Class = "reworded"  // everything else
)

// Wording compares two wordings of a text in the language of a BCP 47 tag: what
// the change means, and word by word what it is. The lists of words are English
// and used for an English or empty tag only; in other languages whatever is more
// than punctuation, case and white space is reworded.
//
// Punctuation is what Unicode calls so, without what changes a number or a name:
// the stop in 1.5, the dash in 9–5, percent and number signs, ampersands. Symbols,
// such as those of C++ and £5, never are. Hyphens, apostrophes and stops between
// letters may come and go; a space that parts two words may not.
func Wording(old, new, locale string) (Class, []WordEdit) {
	return classOf(old, new, isEnglish(locale)), wordEdits(old, new)
}

func isEnglish(locale string) bool {
	language, _, _ := strings.Cut(strings.ReplaceAll(locale, "_", "-"), "-")
	return language == "" || strings.EqualFold(language, "en")
}

func classOf(old, new string, english bool) Class {
	if old == new {
		return Identical
	}
	a, b := partsOf(old), partsOf(new)
	if english {
		a, b = englishParts(a), englishParts(b)
	}
	switch {
	case sameParts(a, b):
		return Editorial
	case !english:
		return Reworded
	}
	grew, shrank := forceMoved(a, b)
	switch {
	case grew:
		return Grew
	case shrank:
		return Shrank
	}
	return Reworded
}

// sameParts reports whether two texts have the same letters and signs, and no space
// parts words on one side that are one word on the other. A hyphen may do so.
func sameParts(a, b []part) bool {
	textA, openA, anyA := together(a)
	textB, openB, anyB := together(b)
	return textA == textB && within(openA, anyB) && within(openB, anyA)
}

// together returns the text of all parts without anything between them, the places
// where words are parted, and all places where one part ends and the next begins.
func together(parts []part) (s string, open, any []int) {
	var b strings.Builder
	for _, p := range parts {
		if p.opens() {
			open = append(open, b.Len())
		}
		any = append(any, b.Len())
		b.WriteString(p.text)
	}
	return b.String(), open, any
}

// within reports whether all places are among some others; both are sorted.
func within(places, others []int) bool {
	for _, at := range places {
		if _, found := slices.BinarySearch(others, at); !found {
			return false
		}
	}
	return true
}

// Similar returns how much of their words two texts share, from 0 to 1: the Dice
// coefficient of their words, folded and counted as often as they occur. Texts
// without words share nothing. It serves to find what was reworded among items of
// a list; 0.5 is a good least value for that.
func Similar(a, b string) float64 {
	wordsA, wordsB := Words(a), Words(b)
	if len(wordsA)+len(wordsB) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, word := range wordsA {
		count[word]++
	}
	common := 0
	for _, word := range wordsB {
		if count[word] > 0 {
			count[word]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(wordsA)+len(wordsB))
}
