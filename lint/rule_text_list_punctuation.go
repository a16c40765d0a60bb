package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(listPunctuation, finding.Rule{
	ID: "text/list-punctuation", Title: "The items of a list end alike", Severity: finding.Info, Since: "0.1.0",
	Doc: `Some items of one list end with a full stop or a semicolon, and others do not.

End all of them alike. A list whose items end with semicolons and the last with a full stop is even, too.`,
})

// ending is how an item ends, and what people call that.
type ending string

const (
	nothing   ending = "no punctuation mark"
	fullStop  ending = "a full stop"
	semicolon ending = "a semicolon"
	comma     ending = "a comma"
	anything  ending = "" // it could be either, and has no say
)

// listPunctuation reports the first item of a list that ends otherwise than most.
func listPunctuation(p *Pass) {
	for e := range p.Entities() {
		if !p.Judged(e) {
			continue
		}
		lists := map[string][]framework.Prose{}
		for n := range e.Prose() {
			switch n.Field {
			case "responsibilities", "qualifications", "settings":
				lists[n.Field] = append(lists[n.Field], n)
			}
		}
		for _, field := range []string{"responsibilities", "qualifications", "settings"} {
			p.judgeEndings(e, lists[field])
		}
	}
}

func (p *Pass) judgeEndings(e *framework.Entity, items []framework.Prose) {
	endings := make([]ending, len(items))
	count := map[ending]int{}
	for i, n := range items {
		endings[i] = endingOf(n.Text())
		if i == len(items)-1 && endings[i] == fullStop && (count[semicolon] == i || count[comma] == i) && i > 0 {
			return // one sentence over several items
		}
		count[endings[i]]++
	}
	delete(count, anything)
	custom := anything
	for _, c := range endings {
		if c != anything && (custom == anything || count[c] > count[custom]) {
			custom = c
		}
	}
	for i, c := range endings {
		if c != custom && c != anything {
			p.Report(e, items[i].Node, fmt.Sprintf("this item ends with %s, and %d of %d with %s", c, count[custom], len(items), custom)).
				Params(items[i].Field).Help("end all items of the list alike")
			return
		}
	}
}

// endingOf returns how an item ends. An abbreviation, a quotation or a bracket
// with a mark of its own could be either way.
func endingOf(s string) ending {
	s = strings.TrimSpace(s)
	words := strings.Fields(s)
	if len(words) == 0 {
		return anything
	}
	last := strings.TrimSuffix(words[len(words)-1], ".")
	switch {
	case strings.HasSuffix(s, ";"):
		return semicolon
	case strings.HasSuffix(s, ","):
		return comma
	case !strings.HasSuffix(s, "."):
		if strings.HasSuffix(strings.TrimRight(s, ")]”’\"'"), ".") || strings.ContainsAny(s[len(s)-1:], "!?:") || last == "etc" {
			return anything
		}
		return nothing
	case strings.Contains(last, ".") || last == "etc" || last == "Ltd" || last == "Inc" || last == "al" || len(last) == 1:
		return anything
	}
	return fullStop
}
