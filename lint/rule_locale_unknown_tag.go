package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(unknownTag, finding.Rule{
	ID: "locale/unknown-tag", Title: "The locale is registered", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The locale looks like a language tag, but a part of it is registered for no language, script, country or variant: en-UK should be en-GB. Programs then fall back to another language, and the spelling rules stay silent.

Write the registered code of the language and of the country.`,
})

// unknownTag looks the parts of the tag up. One that breaks the grammar is told by
// locale/bad-tag.
func unknownTag(p *Pass) {
	tag := text.ReadTag(p.Locale)
	if p.Locale == "" || !tag.WellFormed || tag.Unknown == "" {
		return
	}
	report := p.Report(&p.Entity, p.At("locale"), fmt.Sprintf("“%s” is not registered as a part of language tags", tag.Unknown)).
		Help("write the registered codes of language and country, such as en-GB")
	if tag.Meant != "" {
		report.Help("did you mean " + tag.Meant + "?").Suggest(tag.Meant)
	}
}
