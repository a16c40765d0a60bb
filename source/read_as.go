package source

import (
	"regexp"
	"strings"
	"sync"
)

// What a plain scalar may be taken for when nobody can tell what its author
// meant, so that quotes could publish a tilde.
const (
	AsNothing = "nothing"
	AsSign    = "a sign of YAML"
)

// ReadAs returns what readers of YAML 1.1, or of the core schema of YAML 1.2, may
// take a plain scalar for that is text to Cadre; "" when it is text to all. The
// words and expressions are those of yaml.org/type and of the YAML 1.2.2 core
// schema; where readers leave the letter of the former (it makes a number of
// 1.2.3), their practice counts.
func ReadAs(text string) string {
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
			return AsNothing
		}
	case "~":
		return AsNothing
	case "<<", "=":
		return AsSign
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
