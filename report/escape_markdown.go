package report

import (
	"regexp"
	"strings"
)

// markdownActive are the characters that mean something to GitHub's Markdown:
// written as references they only stand for themselves.
const markdownActive = "\\`*_{}[]<>()#|~&@:!$^"

// linked are what GitHub makes links of after it has read the references: a
// mention, the number of an issue in both forms, the name of a commit. An empty
// comment inside them keeps them text.
var linked = regexp.MustCompile(`@|#|(?i:gh)-[0-9]|[0-9a-f]{7,40}`)

const (
	unlink   = "<!-- -->"
	shortest = 7 // digits of a commit's name that make a link
)

// markdown returns data as text of one line of Markdown that can become no
// markup, link, mention, image, heading, list or break of a table.
func markdown(s string) string {
	s = strings.Join(strings.Fields(visible(s)), " ")
	breaks := map[int]bool{}
	for _, at := range linked.FindAllStringIndex(s, -1) {
		for i := at[0] + 1; i <= at[1]; i += shortest - 1 {
			breaks[i] = true
		}
	}
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if breaks[i] {
			b.WriteString(unlink)
		}
		if strings.IndexByte(markdownActive, c) >= 0 || beginsList(s, i) || c == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www") {
			b.WriteString("&#")
			b.WriteString(decimal(int(c)))
			b.WriteByte(';')
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// beginsList reports whether the byte at i would open a list, a rule or an
// underlined heading where the text begins a line.
func beginsList(s string, i int) bool {
	switch s[i] {
	case '-', '+', '=':
		return strings.Trim(s[:i], "-+= ") == ""
	case '.':
		return i > 0 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}
