package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelWord, finding.Rule{
	ID: "text/level-word", Title: "A level is said once, in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The prose of a role with a level says a level in words: “(Level Six)”. When the level changes, the text is forgotten, and nothing can compare the two.

Leave it out; output shows the level beside the text. Levels of qualifications, training, support, care and evidence are another matter and not judged.`,
})

// levelInWords finds a level in words at the end of a phrase.
var levelInWords = regexp.MustCompile(`\b[Ll]evel[ -](?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b(?:[).,;:]|\n|$| (?:role|post|job|position|staff|practitioner|manager)s?\b)`)

// levelWord reports the first level in words of a text. Titles have a rule of
// their own.
func levelWord(p *Pass) {
	for _, r := range p.Roles {
		if !r.Level.Stated || !p.Judged(&r.Entity) {
			continue
		}
		for n := range r.Prose() {
			if at := levelInWords.FindStringIndex(n.Text()); at != nil && !isName(n) && n.Field != "qualifications" && !ofOtherKind(n, at[0]) {
				said := strings.TrimRight(n.Text()[at[0]:at[1]], ").,;:\n")
				p.reportWithin(&r.Entity, n, at[0], at[0]+len(said), fmt.Sprintf("“%s” in %s: a level in words", said, called(n))).
					Help("leave it out; the level stands in its field")
			}
		}
	}
}

// ofOtherKind reports whether one of the words before a place speaks of another
// kind of level.
func ofOtherKind(n framework.Prose, at int) bool {
	return anyIn(wordsBefore(n.Text(), at), ownLevels, otherLevels)
}
