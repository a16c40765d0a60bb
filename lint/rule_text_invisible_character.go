package lint

import (
	"fmt"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(invisibleCharacter, finding.Rule{
	ID: "text/invisible-character", Title: "Texts have no invisible characters", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A text holds a character that nobody can see, such as a zero-width space or a soft hyphen. It comes along when text is copied from a web page or a word processor, and then the word is not found, sorted or compared as it looks.

` + "`cadre fix`" + ` takes it out. Characters that join letters in Persian or Indian scripts, and those inside emoji, are left alone; characters that reorder text are told by syntax/bidi-control.`,
})

// invisibleCharacter reports a text once, at the first place, and repairs all.
func invisibleCharacter(p *Pass) {
	for e, n := range p.prose() {
		found := text.Invisibles(n.Text())
		if len(found) == 0 {
			continue
		}
		from, to := found[0][0], found[0][1]
		r, _ := utf8.DecodeRuneInString(n.Text()[from:])
		report := p.reportWithin(e, n, from, to, fmt.Sprintf("an invisible character (U+%04X) in %s", r, called(n))).
			Params(n.Field, n.Key()).Help("delete it; it often comes from copying out of another program")
		removeAll(report, n, found)
	}
}

// removeAll adds the fix that takes stretches out of a text.
func removeAll(report *Report, n framework.Prose, stretches [][2]int) {
	var edits []source.Edit
	for _, s := range stretches {
		edit, ok := n.Replace(s[0], s[1], "")
		if !ok || len(stretches) > mostEdits {
			return
		}
		edits = append(edits, edit)
	}
	report.Fix("delete what cannot be seen", edits...)
}
