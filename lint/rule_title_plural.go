package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(pluralTitle, finding.Rule{
	ID: "title/plural", Title: "The title of a role is singular", Severity: finding.Info, Since: "0.1.0",
	Doc: `A role describes one post, and its title names several people: “Clinical Coders”. Titles in the singular sort, search and read alike everywhere.

Write the title in the singular. Ignore it where the plural is the name of the post.`,
})

// people are endings, and words, of those who hold a post; the last letters of
// things that end alike are told apart by things.
var people = []string{"er", "or", "ist", "ian", "yst", "nurse", "clerk", "assistant", "consultant", "accountant", "apprentice", "trainee",
	"executive", "representative", "chief", "student", "secretary", "midwife", "graduate", "associate", "technologist", "architect"}

var things = []string{"answer", "band", "browser", "carer", "center", "charter", "computer", "container", "customer", "disorder", "driver", "error", "factor", "folder",
	"letter", "matter", "monitor", "number", "offer", "order", "other", "paper", "parameter", "partner", "power", "printer", "quarter", "register", "router", "sector",
	"sensor", "server", "supplier", "tender", "transfer", "user", "vendor", "voucher", "worker", "cancer"}

// pluralTitle judges the word that a title is about: the last one before a comma,
// a bracket or a word such as “of”.
func pluralTitle(p *Pass) {
	for _, r := range p.Roles {
		e := &r.Entity
		if head, singular := plural(e.Title); singular != "" {
			p.Report(e, e.At("title"), fmt.Sprintf("the title names several people: %s", head)).
				Help("write the title in the singular, as it would stand on one post")
		}
	}
}

// plural returns the word that a title is about and its singular, when it is the
// plural of a word for people.
func plural(title string) (head, singular string) {
	title, _, _ = strings.Cut(title, ",")
	title, _, _ = strings.Cut(title, "(")
	words := strings.Fields(title)
	for i, word := range words {
		if i > 0 && slices.Contains([]string{"of", "for", "in", "to", "with", "at", "-", "–", "—"}, word) {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return "", ""
	}
	head = words[len(words)-1]
	folded := text.Fold(head)
	singular = text.Singular(folded)
	person := func(ending string) bool { return strings.HasSuffix(singular, ending) }
	if singular == folded || !slices.ContainsFunc(people, person) || slices.Contains(things, singular) {
		return head, ""
	}
	return head, singular
}
