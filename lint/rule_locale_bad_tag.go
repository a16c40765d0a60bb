package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(badTag, finding.Rule{
	ID: "locale/bad-tag", Title: "The locale is a language tag", Severity: finding.Error, Since: "0.1.0",
	Doc: `The locale does not follow the grammar of language tags (BCP 47), so that no program can tell in which language the framework is written.

Write a language, and a country where it matters, with a hyphen between them: en-GB, cy, fr-CA.`,
})

// badTag judges the grammar alone.
func badTag(p *Pass) {
	if p.Locale == "" {
		return
	}
	tag := text.ReadTag(p.Locale)
	if tag.WellFormed {
		return
	}
	report := p.Report(&p.Entity, p.At("locale"), fmt.Sprintf("“%s” is no language tag", p.Locale)).
		Help("write a language and a country, such as en-GB")
	if tag.Meant != "" {
		report.Help("did you mean " + tag.Meant + "?").Suggest(tag.Meant)
	}
}
