package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(statusInTitle, finding.Rule{
	ID: "title/status", Title: "A status stands in its field", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A title says that its entity is closed, retired or a draft: “Ward Clerk (retired)”. Look-ups, counts and references cannot see that, and go on offering it.

Take it out of the title and state it as status, with the reason and the date in deprecated. Titles in which such a word describes something, as in “Closed Records Archivist”, are left alone.`,
})

const statusWords = `(?:retired|closed|obsolete|withdrawn|deprecated|discontinued|superseded)`

// statusRemark finds a status that is set apart from the title: in brackets, or
// behind or before a dash.
var statusRemark = regexp.MustCompile(`(?i)[(\[](?:now )?(?:` + statusWords + `|draft)\b[^)\]]*[)\]]?|\s[-–—]\s*` + statusWords + `\b.*|^` + statusWords + `\s*(?:[-–—]\s|:).*|\bclosed to new\b.*`)

// statusAtEnd finds a status that ends the title of a role; a competency may well
// end so.
var statusAtEnd = regexp.MustCompile(`(?i)\s` + statusWords + `$`)

// statusInTitle reports the first remark of a title.
func statusInTitle(p *Pass) {
	for e, n := range p.titled() {
		at := statusRemark.FindStringIndex(n.Text())
		if at == nil && e.Kind == framework.KindRole {
			at = statusAtEnd.FindStringIndex(n.Text())
		}
		if at != nil {
			remark := strings.TrimLeft(n.Text()[at[0]:at[1]], " -–—")
			p.reportWithin(e, n, at[1]-len(remark), at[1], fmt.Sprintf("the title holds a status: “%s”", remark)).
				Help("take it out of the title, and state it as status")
		}
	}
}
