package validate

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted returns a text from a file in quotes, on one line and of bearable
// length; what cannot be seen is shown by its code.
func quoted(s string) string { return strconv.Quote(cut(s)) }

// shorten is quoted without the quotes.
func shorten(s string) string {
	q := quoted(s)
	return q[1 : len(q)-1]
}

// cut shortens a text to the length that messages show, in code points.
func cut(s string) string {
	const longest = 80
	if len(s) <= longest || utf8.RuneCountInString(s) <= longest {
		return s
	}
	for i, n := 0, 0; i < len(s); n++ {
		if n == longest {
			return s[:i] + "…"
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s
}

// either joins choices: "a", "a or b", "a, b or c".
func either(choices []string) string {
	if len(choices) < 2 {
		return strings.Join(choices, "")
	}
	last := len(choices) - 1
	return strings.Join(choices[:last], ", ") + " or " + choices[last]
}

func entries(count string) string {
	if count == "1" {
		return "1 entry"
	}
	return count + " entries"
}

// isDigits reports whether a text is a whole number, be it in quotes or with
// zeros before it.
func isDigits(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && strings.Trim(digits, "0123456789") == ""
}

// bareNumber writes such a text as a number of JSON's grammar.
func bareNumber(s string) string {
	digits, minus := strings.CutPrefix(s, "-")
	bare := cmp.Or(strings.TrimLeft(digits, "0"), "0")
	if minus && bare != "0" {
		return "-" + bare
	}
	return bare
}
