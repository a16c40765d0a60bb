package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// suiteCode is a code in its suite, in the form in which codes are compared.
type suiteCode struct{ suite, code string }

// inSuite returns the comparable form of a code. A space between a letter and a
// digit does not count, because publishers write both "HI 8" and "HI8"; any other
// may tell two codes apart.
func inSuite(suite, code string) suiteCode {
	var b strings.Builder
	last := ' '
	for _, part := range strings.Fields(text.NFC(code)) {
		next, _ := utf8.DecodeRuneInString(part)
		if b.Len() > 0 && !(unicode.IsLetter(last) && unicode.IsDigit(next)) {
			b.WriteByte(' ')
		}
		b.WriteString(part)
		last, _ = utf8.DecodeLastRuneInString(part)
	}
	return suiteCode{suite, b.String()}
}

// codeHandover is a declared succession between two competencies, by their ids.
type codeHandover struct{ from, to string }

// codeHandovers returns all of them. A successor may take over the code of what it
// replaces.
func codeHandovers(p *Pass) map[codeHandover]bool {
	all := map[codeHandover]bool{}
	for _, c := range p.Competencies {
		for _, id := range c.Deprecation.ReplacedBy {
			all[codeHandover{c.ID, id}] = true
		}
		for _, id := range c.Replaces {
			all[codeHandover{id, c.ID}] = true
		}
	}
	return all
}

// takesOver reports whether one of two competencies takes over from the other.
func takesOver(all map[codeHandover]bool, a, b *framework.Competency) bool {
	return all[codeHandover{a.ID, b.ID}] || all[codeHandover{b.ID, a.ID}]
}
