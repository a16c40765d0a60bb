package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(misspelling, finding.Rule{
	ID: "text/misspelling", Title: "Words are spelled right", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A word is a well-known misspelling of another. The words come from the list of golangci/misspell; a word that is not on it is never reported, however odd it looks. The rule speaks only where the framework's locale is English.

` + "`cadre fix`" + ` corrects it where the word can mean nothing else. Names, words in quotation marks, hyphenated words, codes, abbreviations and addresses are not judged: inside a sentence a capital counts as that of a name, in a title it does not.`,
})

// misspelling looks up every word.
func misspelling(p *Pass) {
	if !p.english() {
		return
	}
	correct := localForm(p.Locale)
	for e, n := range p.prose() {
		hits := 0
		for w := range text.Plain(n.Text()) {
			if w.Name && !isTitle(n) {
				continue
			}
			meant, sure, known := text.Misspelling(strings.ToLower(w.Text))
			if !known {
				continue
			}
			if hits++; hits > mostEdits {
				break
			}
			meant = text.Recase(correct(meant), w.Text)
			report := p.reportWithin(e, n, w.Start, w.End, fmt.Sprintf("“%s” is misspelled", w.Text))
			report.meantInstead(n, w, meant, sure)
		}
	}
}

// meantInstead adds the right word: as a fix where nothing else can be meant, and
// nothing where nobody knows.
func (r *Report) meantInstead(n framework.Prose, w text.Word, meant string, sure bool) {
	switch {
	case meant == "":
		r.Help("correct it")
	case sure:
		r.Help(fmt.Sprintf("write “%s”", meant)).replace(n.Node, w.Start, w.End, "write “"+meant+"”", meant)
	default:
		r.Help(fmt.Sprintf("did you mean “%s”?", meant)).Suggest(meant)
	}
}

// localForm returns the function that gives a word in small letters the spelling
// of a locale.
func localForm(locale string) func(string) string {
	other := otherForms(locale)
	return func(word string) string {
		if form, ok := other(word); ok {
			return form
		}
		return word
	}
}

// otherForms returns the function that knows which words are spelled otherwise in
// a locale; it knows none where usage is mixed, or the locale names a variant.
func otherForms(locale string) func(string) (string, bool) {
	tag := text.ReadTag(locale)
	switch {
	case tag.Language == "en" && tag.Region == "GB" && !tag.Variants:
		return text.British
	case tag.Language == "en" && tag.Region == "US" && !tag.Variants:
		return text.American
	}
	return func(string) (string, bool) { return "", false }
}
