package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(levelInTitle, finding.Rule{
	ID: "title/level", Title: "A level stands in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A title holds the number of a level or of a pay band: “Information Analyst Band 6”. When the level changes, the title lies, and nothing can compare it with the field that holds the level.

Take the number out of the title and state it as the level. The titles of levels and scales are not judged, nor are the levels of qualifications, training, support, care and evidence.`,
})

// levelNumber finds a level or a band with its number, in digits or in words.
var levelNumber = regexp.MustCompile(`(?i)\b(?:level|band)s?\s*(?:[1-9][0-9]?[a-d]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|II|III|IV|VI{0,3}|IX)\b`)

// levelInTitle reports the first of them that is a level of the job.
func levelInTitle(p *Pass) {
	for e, n := range p.titled() {
		if e.Kind == framework.KindLevel || e.Kind == framework.KindScale {
			continue
		}
		for _, at := range levelNumber.FindAllStringIndex(n.Text(), -1) {
			if levelOfOthers(n.Text(), at[0], at[1]) {
				continue
			}
			p.reportWithin(e, n, at[0], at[1], fmt.Sprintf("the title holds a level: “%s”", n.Text()[at[0]:at[1]])).
				Help("take it out of the title; a level belongs in the field for it")
			break
		}
	}
}

// levelOfOthers reports whether a level with its number is that of something else
// than the job, by the words around it. “Support software level 4” is a level of
// the job and “level 2 support” none, so words of jobs count when they follow or
// stand directly before, and never for bands.
func levelOfOthers(title string, from, to int) bool {
	before, behind := wordsBefore(title, from), wordsBehind(title, to)
	if strings.HasSuffix(title[:from], "-") || anyIn(before, ownLevels) || anyIn(behind, ownLevels) {
		return true
	}
	if strings.HasPrefix(strings.ToLower(title[from:to]), "band") {
		return false
	}
	return anyIn(before[max(0, len(before)-1):], otherLevels) || anyIn(behind, otherLevels)
}
