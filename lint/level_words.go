package lint

import (
	"slices"

	"github.com/cadre-framework/cadre/internal/text"
)

// ownLevels are words for what has levels of its own: qualifications, training,
// schemes. A level anywhere near them is theirs.
var ownLevels = map[string]bool{"award": true, "certificate": true, "degree": true, "diploma": true,
	"nvq": true, "svq": true, "btec": true, "gcse": true, "qcf": true, "rqf": true, "scqf": true, "cqfw": true, "eqf": true, "cefr": true, "ielts": true, "ksf": true,
	"qualification": true, "apprentice": true, "apprenticeship": true, "course": true, "training": true,
	"safeguarding": true, "resuscitation": true, "english": true, "maths": true, "incident": true, "trauma": true, "maturity": true}

// otherLevels are words that tell what a level beside them is of, and that stand
// in the names of jobs as well.
var otherLevels = map[string]bool{"care": true, "critical": true, "intensive": true, "evidence": true, "qualified": true,
	"support": true, "storage": true, "risk": true, "service": true, "desk": true, "security": true,
	"entry": true, "high": true, "low": true}

// nearbyWords is how far from a level words are looked at.
const nearbyWords = 6

// wordsBefore returns the last words before a place of a text.
func wordsBefore(s string, at int) []string {
	words := text.Words(s[max(0, at-100):at])
	return words[max(0, len(words)-nearbyWords):]
}

// wordsBehind returns the first words behind a place of a text.
func wordsBehind(s string, at int) []string {
	words := text.Words(s[at:min(len(s), at+100)])
	return words[:min(len(words), nearbyWords)]
}

// anyIn reports whether one of some words, as it is or in the singular, is in one
// of some sets.
func anyIn(words []string, sets ...map[string]bool) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.ContainsFunc(sets, func(set map[string]bool) bool { return set[word] || set[text.Singular(word)] })
	})
}
