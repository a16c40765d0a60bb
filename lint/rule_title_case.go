package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(titleCase, finding.Rule{
	ID: "title/case", Title: "Siblings use capitals alike", Severity: finding.Info, Since: "0.1.0",
	Doc: `At least four in five of the titles of one kind, or of the roles of one constituency, begin every word with a capital, and this one does not; or the reverse. It looks like an oversight and makes lists uneven.

Write the title as its siblings are written. Names and abbreviations keep their capitals; where a word may be a name, the rule is silent.`,
})

// The ways in which a title can use capitals. What may be either is unclear.
const (
	unclear   = iota
	allWords  // Information Analyst
	firstWord // Information analyst
)

var caseNames = map[int]string{allWords: "begins every word with a capital", firstWord: "begins the first word only with a capital"}

// titleCase lets the siblings whose way is clear vote.
func titleCase(p *Pass) {
	for _, group := range p.siblings() {
		votes := map[int]int{}
		small := map[string]bool{} // words that some title writes without a capital
		for _, e := range group {
			votes[capitals(e.Title, nil)]++
			for _, word := range strings.Fields(e.Title) {
				if isSmall(word) {
					small[text.Fold(word)] = true
				}
			}
		}
		custom, other := allWords, firstWord
		if votes[firstWord] > votes[allWords] {
			custom, other = firstWord, allWords
		}
		if votes[custom] < leastSiblings-1 || votes[custom]*5 < (votes[custom]+votes[other])*4 {
			continue
		}
		p.oddCapitals(group, custom, other, small)
	}
}

func (p *Pass) oddCapitals(group []*framework.Entity, custom, other int, small map[string]bool) {
	for _, e := range group {
		way := capitals(e.Title, nil)
		if way == allWords {
			way = capitals(e.Title, small)
		}
		if way == other {
			p.Report(e, e.At("title"), fmt.Sprintf("the title %s, unlike those of its siblings", caseNames[other])).
				Help(fmt.Sprintf("a title here %s", caseNames[custom]))
		}
	}
}

var smallWords = []string{"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "&"}

// capitals says how a title uses them, by the words after the first, small words
// and abbreviations aside. Given the words that others write small, a capital
// counts only where it stands on one of them, and so is not that of a name.
func capitals(title string, small map[string]bool) int {
	large, little := 0, 0
	for i, word := range strings.Fields(title) {
		word = strings.Trim(word, "(),.:;")
		switch {
		case i == 0 || slices.Contains(smallWords, word):
		case isSmall(word):
			little++
		case !isLarge(word):
		case small != nil && !small[text.Fold(word)]:
			return unclear
		default:
			large++
		}
	}
	switch {
	case large > 0 && little == 0:
		return allWords
	case little > 0 && large == 0:
		return firstWord
	}
	return unclear
}

func isSmall(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) && r != '-' && r != '\'' && r != '’' })
}

// isLarge reports whether a word has a capital first and none behind, so that it
// is no abbreviation.
func isLarge(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && len(word) > size && isSmall(word[size:])
}
