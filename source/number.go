package source

import (
	"regexp"
	"strconv"
	"strings"
)

// jsonNumber is the number grammar of RFC 8259.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// The longest number, in bytes, and the largest exponent that are read. Beyond
// them other readers round, and judging exactly would cost minutes.
const (
	MaxNumberLength = 32
	MaxExponent     = 308
)

// isNumber is jsonNumber behind a look at the first byte, which decides for
// most texts.
func isNumber(s string) bool {
	if s == "" || (s[0] != '-' && (s[0] < '0' || s[0] > '9')) {
		return false
	}
	return jsonNumber.MatchString(s)
}

// IsNumber reports whether a text is a number of JSON's grammar within the limits,
// such as every number of a document that could be read.
func IsNumber(s string) bool { return isNumber(s) && numberInRange(s) }

// numberInRange reports whether a number of JSON's grammar is within the limits.
func numberInRange(s string) bool {
	if len(s) > MaxNumberLength {
		return false
	}
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return true
	}
	exponent, err := strconv.Atoi(s[i+1:])
	return err == nil && -MaxExponent <= exponent && exponent <= MaxExponent
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
