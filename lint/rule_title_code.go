package lint

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/cadre-framework/cadre/finding"
)

var _ = rule(codeInTitle, finding.Rule{
	ID: "title/code", Title: "A code stands in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A title holds the code of a competency, or says what something was called before: “Code clinical data (previously HI 8)”. Codes are renumbered and titles stay; a code in a title is soon wrong, and nothing can check it.

Move the code to code or previousCodes, and a former name to the aliases. Only codes of the framework's own suites and competencies are recognised.`,
})

// formerName finds a remark on an earlier name.
var formerName = regexp.MustCompile(`(?i)(?:[(\[,;]|\s[-–—])\s*(?:previously|formerly)\b[^)\]]*[)\]]?|\b(?:previously|formerly) (?:known as|called|named|titled)\b`)

// codeToken finds what may be a code: no space, or one between capitals and
// digits.
var codeToken = regexp.MustCompile(`\b[A-Z]+ [0-9]+\b|[A-Za-z0-9]+(?:[/._-][A-Za-z0-9]+)*`)

// codeInTitle reports the first remark or code of a title.
func codeInTitle(p *Pass) {
	codes := p.codesInTitles()
	for e, n := range p.titled() {
		title := n.Text()
		if at := formerName.FindStringIndex(title); at != nil {
			p.reportWithin(e, n, at[0], at[1], "the title says what this was called before").
				Help("put the former name among the aliases, and a former code into previousCodes")
			continue
		}
		for _, at := range codeToken.FindAllStringIndex(title, -1) {
			token := title[at[0]:at[1]]
			bracketed := at[0] > 0 && strings.ContainsRune("([", rune(title[at[0]-1]))
			if codes.has(token, bracketed) || codes.has(strings.ReplaceAll(token, " ", ""), bracketed) {
				p.reportWithin(e, n, at[0], at[1], fmt.Sprintf("the title holds the code %s", token)).
					Help("take it out of the title; a code belongs in the field for it")
				break
			}
		}
	}
}

// titleCodes is what counts as a code in a title.
type titleCodes struct {
	known    map[string]bool
	patterns []*regexp.Regexp
}

func (p *Pass) codesInTitles() titleCodes {
	c := titleCodes{known: map[string]bool{}}
	for _, competency := range p.Competencies {
		for _, code := range append([]string{competency.Code}, competency.PreviousCodes...) {
			c.known[code] = true
		}
	}
	for _, suite := range p.Suites {
		if pattern, err := regexp.Compile(`^(?:` + suite.Pattern + `)$`); err == nil && suite.Pattern != "" {
			c.patterns = append(c.patterns, pattern) // one that is no pattern is told by its schema
		}
	}
	return c
}

// has reports whether a token is a code. One without digits is one in brackets
// only, because an abbreviation may look the same.
func (c titleCodes) has(token string, bracketed bool) bool {
	if !strings.ContainsFunc(token, unicode.IsUpper) || !strings.ContainsFunc(token, unicode.IsDigit) && !bracketed {
		return false
	}
	if c.known[token] {
		return true
	}
	for _, pattern := range c.patterns {
		if strings.ContainsFunc(token, unicode.IsDigit) && pattern.MatchString(token) {
			return true
		}
	}
	return false
}
