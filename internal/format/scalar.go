package format

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/cadre-framework/cadre/source"
)

// plainer returns a text of one line as written, without its quotes where no
// reader needs them.
func plainer(n source.Node, inFlow bool) string {
	if n.Style() != source.Plain && isPlain(n.Text(), inFlow) && source.ReadAs(n.Text()) == "" {
		return n.Text()
	}
	return n.Span().Text()
}

var rank = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)

// keyText is plainer for the name of a field. Names that are ranks need no
// quotes: a name is text whatever it looks like.
func keyText(n source.Node) string {
	raw, key := n.KeySpan().Text(), n.Key()
	quoted := strings.ContainsAny(raw[:1], `'"`)
	if quoted && (rank.MatchString(key) || isPlain(key, false) && source.ReadAs(key) == "") {
		return key
	}
	return raw
}

// isPlain reports whether a text can stand without quotes as far as its
// characters go. It is stricter than YAML: what some readers stumble over keeps
// its quotes.
func isPlain(s string, inFlow bool) bool {
	const first = "-?:,[]{}#&*!|>'\"%@`="
	switch {
	case !foldable(s), strings.ContainsAny(s[:1], first), strings.HasPrefix(s, "..."):
		return false
	case strings.HasSuffix(s, ":"), strings.Contains(s, ": "), strings.Contains(s, " #"):
		return false
	}
	return !inFlow || !strings.ContainsAny(s, ",[]{}:")
}

// foldable reports whether a text can stand on lines without quotes and signs:
// no line breaks of its own, nothing invisible, no white space at its ends.
func foldable(s string) bool {
	strange := func(r rune) bool { return r != ' ' && (!unicode.IsGraphic(r) || unicode.IsSpace(r)) }
	return s != "" && s[0] != ' ' && s[len(s)-1] != ' ' && !strings.ContainsFunc(s, strange)
}
