package lint

import (
	"fmt"
	"regexp"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(slashTitle, finding.Rule{
	ID: "title/slash", Title: "A title is one title", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Two words of a title are joined by a slash, so that it reads as two titles and nobody can say which is meant or how to sort it. Abbreviations such as TCP/IP, CI/CD and 24/7 are left alone.

If these are two things, make two entities. If they are two names for one, keep the better one and put the other among the aliases.`,
})

// joinedWords finds a slash between two words with at least four small letters in
// a row, so that abbreviations and codes are no match.
var joinedWords = regexp.MustCompile(`\p{L}*\p{Ll}{3}\p{L}*\s?/\s?\p{L}?\p{Ll}{3}\p{L}*`)

// slashTitle reports the first such slash.
func slashTitle(p *Pass) {
	for e, n := range p.titled() {
		if at := joinedWords.FindStringIndex(n.Text()); at != nil {
			p.reportWithin(e, n, at[0], at[1], fmt.Sprintf("the title joins two by a slash: “%s”", n.Text()[at[0]:at[1]])).
				Help("keep one as the title and put the other among the aliases, or make two entities if they differ")
		}
	}
}
