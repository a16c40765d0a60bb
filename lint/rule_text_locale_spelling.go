package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(localeSpelling, finding.Rule{
	ID: "text/locale-spelling", Title: "Spelling follows the locale", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A framework whose locale is en-GB spells a word as Americans do, or one with en-US as the British do: “customization”, “programme”. Mixed spelling looks careless, and a search for one form does not find the other. The words come from the lists of golangci/misspell; other locales are not judged.

` + "`cadre fix`" + ` respells it. Names, words in quotation marks, hyphenated words, codes and addresses are left alone. Who follows Oxford and writes “organize” in British English says so with the locale en-GB-oxendict, which is not judged.`,
})

// localeSpelling looks up every word that cannot be a name.
func localeSpelling(p *Pass) {
	other := otherForms(p.Locale)
	for e, n := range p.prose() {
		hits := 0
		for w := range text.Plain(n.Text()) {
			form, known := "", false
			if !w.Name {
				form, known = other(strings.ToLower(w.Text))
			}
			if known {
				if hits++; hits > mostEdits {
					break
				}
				form = text.Recase(form, w.Text)
				p.reportWithin(e, n, w.Start, w.End, fmt.Sprintf("“%s” is not the spelling of the locale %s", w.Text, p.Locale)).
					meantInstead(n, w, form, true)
			}
		}
	}
}
