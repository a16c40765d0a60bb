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
	"neither": negation, "never": negation, "no": negation, "none": negation, "nor": negation, "not": negation, "without": negation,
}

// waivers are phrases that free people of something: neither obligation nor
// negation.
var waivers = [][]string{
	{"no", "longer", "be", "required"},
	{"no", "longer", "required"},
	{"not", "be", "required"},
	{"not", "required"},
	{"need", "not"},
	{"not", "need", "to"},
	{"not", "have", "to"},
}

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
		all[i] = forceOf[parts[i].text]
		i++
	}
	return all
}

// waiver returns how many parts make the waiver that a text begins with, or 0.
func waiver(parts []part) int {
	for _, phrase := range waivers {
		if len(phrase) <= len(parts) && isPhrase(parts[:len(phrase)], phrase) {
			return len(phrase)
		}
	}
	return 0
}

// isPhrase reports whether parts are some words within one clause.
func isPhrase(parts []part, words []string) bool {
	for i, p := range parts {
		if p.text != words[i] || i > 0 && strings.ContainsAny(p.before, ".,:;!?–") {
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
