package source

import (
	"regexp"
	"strconv"
	"strings"
)

// jsonNumber is the number grammar of RFC 8259.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

const (
	maxNumberLength = 32
	maxExponent     = 308
)

// isNumber is jsonNumber behind a look at the first byte, which decides for
// most texts.
func isNumber(s string) bool {
	if s == "" || (s[0] != '-' && (s[0] < '0' || s[0] > '9')) {
		return false
	}
	return jsonNumber.MatchString(s)
}

// numberInRange reports whether a number of JSON's grammar is short enough to
// be exact and has an exponent that a double can hold.
func numberInRange(s string) bool {
	if len(s) > maxNumberLength {
		return false
	}
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return true
	}
	exponent, err := strconv.Atoi(s[i+1:])
	return err == nil && -maxExponent <= exponent && exponent <= maxExponent
}

// plainKind returns the type of a plain YAML scalar.
func plainKind(s string) Kind {
	switch {
	case s == "" || s == "null":
		return Null
	case s == "true" || s == "false":
		return Bool
	case isNumber(s):
		return Number
	}
	return String
}
