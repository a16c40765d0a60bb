package report

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// escapeJSON returns JSON that means the same and is safe to show on a terminal
// and in the log of a build host: every character that [hostile] names, and the
// bracket of "##[", by which a log begins an order, stands as \uXXXX. Its
// argument comes from encoding/json, where such characters stand in strings
// only and never behind a backslash.
func escapeJSON(b []byte) []byte {
	if !needsEscape(b) {
		return b
	}
	out := make([]byte, 0, len(b)+len(b)/8)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r == '\n', !hostile(r) && !(r == '[' && bytes.HasSuffix(b[:i], []byte("##"))):
			out = append(out, b[i:i+size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += size
	}
	return out
}

// needsEscape reports whether something may be there to escape; most text has
// nothing.
func needsEscape(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf || c == 0x7f {
			return true
		}
	}
	return bytes.Contains(b, []byte("##["))
}
