package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(nearDuplicateTitle, finding.Rule{
	ID: "title/near-duplicate", Title: "Titles differ in more than small words", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Two titles, of roles of one constituency or of other entities of one kind, are made of the same words once order, number and the words that say little here are put aside: health, service, staff, and, of, the. They most likely name the same thing twice, as “Medical Knowledge Manager” and “Medical Health Knowledge Manager” do.

Merge the two and keep the second title as an alias. If they really differ, say in the title how.`,
})

// fillers are the words that tell no two titles of health services apart.
var fillers = map[string]bool{"health": true, "service": true, "staff": true, "and": true, "of": true, "the": true}

// nearDuplicateTitle reports titles that differ from an earlier one in such words
// only. Equal titles are told by title/duplicate, or are right.
func nearDuplicateTitle(p *Pass) {
	if p.Locale != "" && !p.english() {
		return // the small words and the plurals are those of English
	}
	for _, group := range p.named() {
		first := map[string]*framework.Entity{}
		equal := map[string]bool{}
		for _, e := range group {
			key, title := text.Bag(e.Title, fillers), foldTitle(e.Title)
			before := first[key]
			if before == nil {
				first[key] = e
			}
			if before != nil && key != "" && !equal[title] && p.mayShareLevel(e, before) && !succeeds(e, before) && !succeeds(before, e) {
				p.Report(e, e.At("title"), fmt.Sprintf("the title “%s” says nearly the same as “%s”", e.Title, before.Title)).
					Params(before.ID).Related(before.At("title"), "the other title").
					Help("if both are the same, merge them and keep one title as an alias; if not, say in the title how they differ")
			}
			equal[title] = true
		}
	}
}

// mayShareLevel reports whether two entities could be one: roles on levels that do
// not overlap, such as the steps of a ladder, are not.
func (p *Pass) mayShareLevel(a, b *framework.Entity) bool {
	first, second := p.Role(a.ID), p.Role(b.ID)
	if a.Kind != framework.KindRole || first == nil || second == nil || !first.Level.Stated || !second.Level.Stated {
		return true
	}
	return first.Level.From <= second.Level.To && second.Level.From <= first.Level.To
}
