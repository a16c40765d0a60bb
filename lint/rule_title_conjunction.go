package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(titleConjunction, finding.Rule{
	ID: "title/conjunction", Title: "Siblings join words alike", Severity: finding.Warning, Since: "0.1.0",
	Doc: `Most titles of one kind, or of the roles of one constituency, are joined by “and”, and this one by “&”, or the reverse. People search for one of the two and do not find the other.

Write the title as its siblings are written. Abbreviations such as R&D are left alone.`,
})

// titleConjunction needs three titles of one way for every one of the other, or
// there is no custom.
func titleConjunction(p *Pass) {
	for _, group := range p.siblings() {
		by := map[string][]*framework.Entity{}
		for _, e := range group {
			for _, joint := range []string{"and", "&"} {
				if slices.Contains(strings.Fields(e.Title), joint) {
					by[joint] = append(by[joint], e)
				}
			}
		}
		custom, other := "and", "&"
		if len(by[other]) > len(by[custom]) {
			custom, other = other, custom
		}
		if len(by[custom]) < 3*max(1, len(by[other])) {
			continue
		}
		for _, e := range by[other] {
			p.Report(e, e.At("title"), fmt.Sprintf("the title is joined by “%s”, those of its siblings by “%s”", other, custom)).
				Help(fmt.Sprintf("write “%s”", strings.Join(replaced(strings.Fields(e.Title), other, custom), " ")))
		}
	}
}

func replaced(words []string, from, to string) []string {
	for i, word := range words {
		if word == from {
			words[i] = to
		}
	}
	return words
}
