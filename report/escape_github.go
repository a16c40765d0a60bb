package report

import (
	"strings"
	"unicode/utf16"
)

// githubData writes a text as the message of a command: lines that are safe in a
// log, joined by %0A, below limit UTF-16 units as written, which is never less
// than what the host counts. What is longer ends in an ellipsis.
func githubData(s string, limit int) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = leading(strings.TrimSuffix(line, "\r"))
	}
	return githubEscape(strings.Join(lines, "\n"), "%\r\n", limit)
}

// githubProperty writes one line as the value of a property. The host swallows
// equals signs at its beginning, which a space before them prevents.
func githubProperty(s string, limit int) string {
	s = visible(s)
	if strings.HasPrefix(s, "=") {
		s = " " + s
	}
	return githubEscape(s, "%\r\n:,", limit)
}

// githubEscape writes each of the special characters as a percent sign and its two
// hexadecimal digits. The host reads exactly these back, the percent sign last.
func githubEscape(s, special string, limit int) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	units, kept := 0, 0 // kept are the bytes that leave room for an ellipsis
	for _, r := range s {
		written := string(r)
		if r < 0x80 && strings.IndexByte(special, byte(r)) >= 0 {
			written = string([]byte{'%', hex[r>>4], hex[r&15]})
		}
		if units += len(utf16.Encode([]rune(written))); units >= limit {
			return b.String()[:kept] + "…"
		}
		b.WriteString(written)
		if units+1 < limit {
			kept = b.Len()
		}
	}
	return b.String()
}
