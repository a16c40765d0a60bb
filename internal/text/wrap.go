package text

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks every paragraph of s into lines of at most width code points,
// between words only. Paragraphs are lines of s; empty lines stay.
func Wrap(s string, width int) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		column := 0
		for _, word := range strings.Fields(paragraph) {
			n := utf8.RuneCountInString(word)
			switch {
			case column == 0:
			case column+1+n > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += n
		}
	}
	return b.String()
}
