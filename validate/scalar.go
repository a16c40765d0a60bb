package validate

import (
	"regexp"
	"strings"
	"sync"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// scalars reports the plain YAML scalars below a value that a reader of YAML 1.1
// would take for something else than the text that the schema wants there. A
// value that breaks the schema is not judged again.
func (j *judge) scalars(n source.Node, path []string) {
	switch n.Kind() {
	case source.String:
		if n.Style() == source.Plain && readAs(n.Text()) != "" {
			j.scalar(n, path)
		}
	case source.Array:
		for child := range n.Children() {
			j.scalars(child, append(path, "0")) // all entries of a list have one schema
		}
	case source.Object:
		for child := range n.Children() {
			j.scalars(child, append(path, escapeToken.Replace(child.Key())))
		}
	}
}

var escapeToken = strings.NewReplacer("~", "~0", "/", "~1")

func (j *judge) scalar(n source.Node, path []string) {
	if j.broken[n] || j.faults.Holds(n.Span()) {
		return
	}
	pointer := strings.Join(append([]string{""}, path...), "/")
	about, known := schema.Property(j.kind, pointer)
	if !known || !about.Text() {
		return
	}
	text, meaning := n.Text(), readAs(n.Text())
	s := sentence{judge: j, node: n}
	f := finding.Finding{
		Rule: ambiguousScalar, Severity: ambiguousScalar.Severity, Span: n.Span(), Subject: j.subjectOf(n.Span()),
		Params:  []string{j.pathOf(n, ""), shorten(text)},
		Message: s.name() + " is text here, but some programs read " + shorten(text) + " as " + meaning,
		Help:    "put quotes around it: " + s.written(s.key(), `"`+text+`"`, false),
	}
	if meaning == nothing || meaning == sign {
		f.Help = "remove it if nothing is meant; put quotes around it if the characters are"
	} else {
		f.Fixes = []finding.Fix{{
			Title: "put quotes around " + shorten(text),
			Edits: []source.Edit{{Span: n.Span(), New: `"` + text + `"`}},
		}}
	}
	j.found = append(j.found, f)
}

// What a plain scalar may be taken for when nobody can tell what its author
// meant, so that quotes could publish a tilde.
const (
	nothing = "nothing"
	sign    = "a sign of YAML"
)

// readAs returns what readers of YAML 1.1, or of the core schema of YAML 1.2, may
// take a plain scalar for that is text to Cadre; "" when it is text to all. The
// words and expressions are those of yaml.org/type and of the YAML 1.2.2 core
// schema; where readers leave the letter of the former (it makes a number of
// 1.2.3), their practice counts.
func readAs(text string) string {
	const begin = "0123456789+-.~<=yYnNtTfFoO"
	if text == "" || strings.IndexByte(begin, text[0]) < 0 {
		return ""
	}
	switch strings.ToLower(text) {
	case "y", "yes", "on", "true", "n", "no", "off", "false":
		if capitals(text) {
			return "true or false"
		}
	case "null":
		if capitals(text) {
			return nothing
		}
	case "~":
		return nothing
	case "<<", "=":
		return sign
	}
	switch e := expressions(); {
	case e.date.MatchString(text):
		return "a date"
	case e.sixty.MatchString(text):
		return "a time or a number"
	case e.number.MatchString(text):
		return "a number"
	}
	return ""
}

// capitals reports whether a word is written in one of the three ways that count:
// no, No, NO.
func capitals(s string) bool {
	lower := strings.ToLower(s)
	return s == lower || s == strings.ToUpper(s) || s == strings.ToUpper(s[:1])+lower[1:]
}

type expressionSet struct{ date, sixty, number *regexp.Regexp }

var expressions = sync.OnceValue(func() expressionSet {
	return expressionSet{
		date: regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$|` +
			`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?$`),
		sixty: regexp.MustCompile(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`),
		number: regexp.MustCompile(`^[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|` +
			`[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))$|` +
			`^\.(nan|NaN|NAN)$`),
	}
})
