package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(levelWord, finding.Rule{
	ID: "text/level-word", Title: "A level is said once, in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The prose of a role with a level says a level in words: “(Level Six)”. When the level changes, the text is forgotten, and nothing can compare the two.

Leave it out; output shows the level beside the text. Levels of qualifications, support, care and evidence are another matter and not judged.`,
})

// levelInWords finds a level in words at the end of a phrase.
var levelInWords = regexp.MustCompile(`\b[Ll]evel[ -](?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\b(?:[).,;:]|\n|$| (?:role|post|job|position|staff|practitioner|manager)s?\b)`)

// otherLevels are words near which a level is not that of a role.
var otherLevels = map[string]bool{"award": true, "care": true, "certificate": true, "degree": true, "diploma": true, "evidence": true,
	"nvq": true, "svq": true, "qcf": true, "rqf": true, "scqf": true, "qualification": true, "qualified": true, "apprenticeship": true,
	"support": true, "supports": true, "incident": true, "english": true, "maths": true, "trauma": true, "risk": true, "service": true, "desk": true, "maturity": true, "security": true}

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

// ofOtherKind reports whether one of the six words before a place speaks of
// another kind of level.
func ofOtherKind(n framework.Prose, at int) bool {
	before := text.Words(n.Text()[max(0, at-100):at])
	for _, word := range before[max(0, len(before)-6):] {
		if otherLevels[text.Singular(word)] {
			return true
		}
	}
	return false
}
