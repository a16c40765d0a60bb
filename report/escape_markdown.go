package report

import "strings"

// markdownActive are the characters that mean something to GitHub's Markdown:
// written as references they only stand for themselves. "@" mentions people, "#"
// links issues, ":" makes addresses.
const markdownActive = "\\`*_{}[]<>()#|~&@:!$^"

// markdown returns data as text of one line of Markdown that can become no
// markup, link, mention, image, heading, list or break of a table.
func markdown(s string) string {
	s = strings.Join(strings.Fields(visible(s)), " ")
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
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
