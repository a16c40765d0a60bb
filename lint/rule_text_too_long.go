package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(tooLong, finding.Rule{
	ID: "text/too-long", Title: "Texts are short enough to be read", Severity: finding.Info, Since: "0.1.0",
	Doc: `A title, a summary, a statement (an item of responsibilities, qualifications or settings) or a descriptor is longer than readers, tables and job advertisements take well.

Say it in fewer words, or split it. The lengths are counted in characters (code points) and can be set in the configuration. Notes may be of any length.`,
	Options: []finding.Option{
		{Name: "title", Doc: "The most characters of a title.", Default: 80},
		{Name: "summary", Doc: "The most characters of a summary.", Default: 400},
		{Name: "statement", Doc: "The most characters of a responsibility, a qualification or a setting.", Default: 250},
		{Name: "descriptor", Doc: "The most characters of a descriptor of a level or a competency.", Default: 800},
	},
})

// tooLong compares every text that has a limit with it.
func tooLong(p *Pass) {
	for e, n := range p.prose() {
		option := limitOf(n)
		if option == "" {
			continue
		}
		if length, most := runeCount(n.Text()), p.Int(option); length > most {
			p.Report(e, n.Node, fmt.Sprintf("%s has %d characters, more than %d", called(n), length, most)).
				Params(n.Field, n.Key()).Help("say it in fewer words, or split it")
		}
	}
}

// limitOf returns the option that limits a text, or "".
func limitOf(n framework.Prose) string {
	switch {
	case isTitle(n):
		return "title"
	case n.Key() == "summary":
		return "summary"
	}
	switch n.Field {
	case "responsibilities", "qualifications", "settings":
		return "statement"
	case "descriptors":
		return "descriptor"
	}
	return ""
}
