package lint

import (
	"fmt"
	"regexp"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelInTitle, finding.Rule{
	ID: "title/level", Title: "A level stands in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A title holds the number of a level or of a pay band: “Information Analyst Band 6”. When the level changes, the title lies, and nothing can compare it with the field that holds the level.

Take the number out of the title and state it as the level. The titles of levels and scales are not judged.`,
})

// levelNumber finds a level or a band with its number, in digits or in words.
var levelNumber = regexp.MustCompile(`(?i)\b(?:level|band)s?\s*(?:[1-9][0-9]?[a-d]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|II|III|IV|VI{0,3}|IX)\b`)

// levelInTitle reports the first of them.
func levelInTitle(p *Pass) {
	for e, n := range p.titled() {
		if e.Kind == framework.KindLevel || e.Kind == framework.KindScale {
			continue
		}
		at := levelNumber.FindStringIndex(n.Text())
		if at == nil || followedBy(n.Text()[at[1]:], "support", "security", "storage", "trauma", "care", "evidence") {
			continue
		}
		p.reportWithin(e, n, at[0], at[1], fmt.Sprintf("the title holds a level: “%s”", n.Text()[at[0]:at[1]])).
			Help("take it out of the title; a level belongs in the field for it")
	}
}
