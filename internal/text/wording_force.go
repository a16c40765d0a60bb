package text

import (
	"slices"
	"strings"
)

// force says what a word asks of people.
type force uint8

const (
	noForce    force = iota
	weaker           // a modal that may be ignored
	obligation       // must, shall, required
	negation
	forces // how many there are
)

var forceOf = map[string]force{
	"can": weaker, "could": weaker, "may": weaker, "might": weaker, "ought": weaker, "should": weaker, "will": weaker, "would": weaker,
	"must": obligation, "required": obligation, "shall": obligation,
	"compulsory": obligation, "essential": obligation, "mandatory": obligation, "obligatory": obligation, "obliged": obligation,
	"forbidden": obligation, "prohibited": obligation,
	"neither": negation, "never": negation, "no": negation, "none": negation, "nor": negation, "not": negation, "without": negation,
}

// phrases are words that oblige together.
var phrases = [][]string{{"have", "to"}, {"has", "to"}, {"need", "to"}, {"needs", "to"}}

// freed are the words that a negation before them turns into the opposite: what is
// not required asks nothing, and forbids nothing. "Need not" is its own phrase.
var freed = map[string]bool{
	"required": true, "requirement": true, "mandatory": true, "compulsory": true, "obligatory": true, "essential": true,
	"necessary": true, "needed": true, "need": true, "obliged": true, "have": true,
}

// between is how many words may stand between a negation and what it frees from.
const between = 5

// weights counts words by their force.
type weights [forces]int

func (w weights) binding() int { return w[obligation] + w[negation] }

func weigh(all []force) weights {
	var w weights
	for _, f := range all {
		w[f]++
	}
	return w
}

// forcesOf returns the force of each part.
func forcesOf(parts []part) []force {
	all := make([]force, len(parts))
	for i := 0; i < len(parts); {
		if n := waiver(parts[i:]); n > 0 {
			i += n
			continue
		}
		if n := obliging(parts[i:]); n > 0 && !(i > 0 && articles[parts[i-1].text]) {
			all[i] = obligation
			i += n
			continue
		}
		if !describes(parts, i) {
			all[i] = forceOf[parts[i].text]
		}
		i++
	}
	return all
}

// describes reports whether the word at i only tells one thing from others, as in
// "the required form" and "mandatory training", and says of nothing that it must be.
func describes(parts []part, i int) bool {
	ends := i+1 == len(parts) || endsClause(parts[i+1])
	switch parts[i].text {
	case "required":
		return !ends && i > 0 && articles[parts[i-1].text]
	case "compulsory", "essential", "mandatory", "obligatory":
		return !ends && (i == 0 || !states[parts[i-1].text])
	}
	return false
}

var (
	articles = map[string]bool{"a": true, "all": true, "an": true, "any": true, "each": true, "every": true, "the": true, "their": true, "this": true}
	states   = map[string]bool{"are": true, "be": true, "become": true, "becomes": true, "been": true, "considered": true, "deemed": true, "is": true, "now": true, "remain": true, "remains": true, "was": true, "were": true}
)

// waiver returns how many parts make the waiver that a text begins with, or 0: a
// negation and, within its clause, a word that it frees people from.
func waiver(parts []part) int {
	if len(parts) > 1 && isPhrase(parts[:2], []string{"need", "not"}) {
		return 2
	}
	if !waives[parts[0].text] {
		return 0
	}
	for i := 1; i < len(parts) && i <= between+1 && !endsClause(parts[i]); i++ {
		switch word := parts[i].text; {
		case word == "have" || word == "need":
			if i+1 < len(parts) && parts[i+1].text == "to" {
				return i + 2
			}
		case freed[word]:
			return i + 1
		case forceOf[word] == obligation || forceOf[word] == negation:
			return 0
		}
	}
	return 0
}

// waives are the negations that may free people.
var waives = map[string]bool{"no": true, "not": true, "never": true}

// obliging returns how many parts make the phrase that a text begins with, or 0.
func obliging(parts []part) int {
	for _, phrase := range phrases {
		if len(phrase) <= len(parts) && isPhrase(parts[:len(phrase)], phrase) {
			return len(phrase)
		}
	}
	return 0
}

// endsClause reports whether a clause ends before a part.
func endsClause(p part) bool { return strings.ContainsAny(p.before, ".,:;!?–") }

// isPhrase reports whether parts are some words within one clause.
func isPhrase(parts []part, words []string) bool {
	for i, p := range parts {
		if p.text != words[i] || i > 0 && endsClause(p) {
			return false
		}
	}
	return true
}

// forceMoved reports whether a new text asks more than an old one, and whether it
// asks less in anything. A text without words asks nothing, and beside it only an
// obligation counts.
func forceMoved(old, new []part) (grew, shrank bool) {
	a, b := textsOf(old), textsOf(new)
	if slices.Compare(a, b) > 0 { // so that both directions see the same stretches
		shrank, grew = forceMoved(new, old)
		return grew, shrank
	}
	forcesA, forcesB := forcesOf(old), forcesOf(new)
	wa, wb := weigh(forcesA), weigh(forcesB)
	grew, shrank = wb[obligation] > wa[obligation], wb[obligation] < wa[obligation]
	if len(a) == 0 || len(b) == 0 {
		return grew, shrank
	}
	grew, shrank = grew || wb[negation] > wa[negation], shrank || wb[negation] < wa[negation]
	if wa[weaker]+wb[weaker] == 0 {
		return grew, shrank // nothing weaker can have been replaced
	}
	for _, s := range Compare(a, b) {
		wa, wb := weigh(forcesA[s.A:s.AEnd]), weigh(forcesB[s.B:s.BEnd])
		grew = grew || wb.binding() > wa.binding() && wb[weaker] < wa[weaker]
		shrank = shrank || wb.binding() < wa.binding() && wb[weaker] > wa[weaker]
	}
	return grew, shrank
}

func textsOf(parts []part) []string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.text
	}
	return texts
}
