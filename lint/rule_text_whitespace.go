package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(whitespace, finding.Rule{
	ID: "text/whitespace", Title: "Texts have no stray white space", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A text has two spaces where one belongs, a space before a comma or inside a bracket, or white space at its beginning or end. Nobody sees it, and comparisons, searches and tables stumble over it.

` + "`cadre fix`" + ` repairs it. The lines of a literal block are laid out by hand: their beginnings and ends are not judged.`,
})

// flaw is a stretch of white space, and what should stand in its place.
type flaw struct {
	from, to int
	want     string
	message  string // with a place for what people call the text
}

// mostEdits bounds how many places of one text are told or repaired at a time; a text
// with more was laid out like that on purpose, or by a machine.
const mostEdits = 50

// whitespace reports a text once, at the first place, and repairs all of them.
func whitespace(p *Pass) {
	for e, n := range p.prose() {
		flaws := whitespaceFlaws(n.Text(), n.Style() == source.Literal)
		if len(flaws) == 0 {
			continue
		}
		first := flaws[0]
		r := p.reportWithin(e, n, first.from, first.to, fmt.Sprintf(first.message, called(n))).Params(n.Field, n.Key()).Help(spaceHelp(n, first))
		p.repairSpaces(r, n, flaws)
	}
}

func spaceHelp(n framework.Prose, f flaw) string {
	switch {
	case strings.TrimSpace(n.Text()) == "":
		return "write the text, or leave the field out"
	case f.want == " ":
		return "write one space"
	}
	return "take it out"
}

func (p *Pass) repairSpaces(r *Report, n framework.Prose, flaws []flaw) {
	if len(flaws) > mostEdits || strings.TrimSpace(n.Text()) == "" {
		return
	}
	var edits []source.Edit
	for _, f := range flaws {
		edit, ok := n.Replace(f.from, f.to, f.want)
		if !ok {
			return
		}
		edits = append(edits, edit)
	}
	r.Fix("tidy the white space", edits...)
}

// whitespaceFlaws finds every stretch of spaces and tabs that should be another.
func whitespaceFlaws(s string, literal bool) []flaw {
	var flaws []flaw
	end := len(strings.TrimRight(s, "\n")) // a block of text ends with a line break
	for i := 0; i < end; {
		from := strings.IndexAny(s[i:end], " \t\u00a0")
		if from < 0 {
			break
		}
		from += i
		to := from + len(s[from:end]) - len(strings.TrimLeft(s[from:end], " \t\u00a0"))
		i = to
		if want, message := judgeSpace(s[:end], from, to, literal); message != "" && !inCode(s, from, to) {
			flaws = append(flaws, flaw{from, to, want, message})
		}
	}
	return flaws
}

// inCode reports whether a stretch stands between backticks: code may mean its
// spaces.
func inCode(s string, from, to int) bool {
	return strings.Count(s[:from], "`")%2 == 1 && strings.Contains(s[to:], "`")
}

// judgeSpace says what should stand in the place of a stretch of white space, and
// what is wrong with it, if anything.
func judgeSpace(s string, from, to int, literal bool) (want, message string) {
	lineStart := from > 0 && s[from-1] == '\n'
	lineEnd := to < len(s) && s[to] == '\n'
	line := s[lastBreak(s, from):to]
	byHand := literal && (strings.Contains(line, "|") || strings.HasPrefix(line, " ")) // a table, or code
	switch {
	case from == 0 && to == len(s):
		return "", "nothing but white space in %s"
	case literal && (from == 0 || lineStart || byHand), lineStart, lineEnd:
		return "", ""
	case from == 0:
		return "", "white space at the beginning of %s"
	case to == len(s):
		return "", "white space at the end of %s"
	case closesBehind(s, from, to):
		return "", "a space before a punctuation mark in %s"
	case opensBefore(s, from, to):
		return "", "a space behind a bracket in %s"
	case utf8.RuneCountInString(s[from:to]) > 1:
		return " ", "more than one space between words in %s"
	case s[from] == '\t':
		return " ", "a tab between words in %s"
	}
	return "", ""
}

func lastBreak(s string, at int) int { return strings.LastIndexByte(s[:at], '\n') + 1 }

// closesBehind reports whether a comma, a full stop or a closing bracket follows
// that belongs to the word before the space. A mark behind an address, or one
// that begins something, such as .NET or an ellipsis, does not.
func closesBehind(s string, from, to int) bool {
	word := s[strings.LastIndexAny(s[:from], " \n(")+1 : from]
	if word == "" || word == "or" || word == "and" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }) {
		return false
	}
	rest := s[to+1:]
	switch s[to] {
	case ',':
		return rest == "" || rest[0] == ' ' || rest[0] == '\n'
	case '.':
		next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " "))
		return rest == "" || rest[0] == ' ' && unicode.IsUpper(next)
	case ')':
		open := strings.LastIndexByte(s[:from], '(')
		return open >= 0 && opensRemark(s, open)
	}
	return false
}

// opensBefore reports whether the space follows a bracket that opens a remark, and
// not the arguments of something.
func opensBefore(s string, from, to int) bool {
	next, _ := utf8.DecodeRuneInString(s[to:])
	if s[from-1] != '(' || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return false
	}
	return opensRemark(s, from-1)
}

// opensRemark reports whether a bracket stands apart from the word before it.
func opensRemark(s string, at int) bool {
	return at == 0 || s[at-1] == ' ' || s[at-1] == '\n' || s[at-1] == ')'
}
