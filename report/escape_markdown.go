package report

import (
	"regexp"
	"strconv"
	"strings"
)

// markdownActive are the characters that mean something to GitHub's Markdown
// wherever they stand: written as references they only stand for themselves. The
// parentheses of a link need brackets before them, and an exclamation mark needs
// them behind it, so neither is here.
const markdownActive = "\\`*[]<>|~"

// markdownEdge are the characters that mean something at the edges of a text alone.
const markdownEdge = "#-+=:.)"

// commits are what GitHub takes for the name of a commit.
var commits = regexp.MustCompile(`(?i:[0-9a-f]{7,})`)

// unlink is an empty comment. Inside what would be a link it keeps it text, and
// nobody sees it.
const unlink = "<!-- -->"

// shortest is the number of digits of a commit's name that make a link.
const shortest = 7

// markdown returns data as text of one line of Markdown that can become no
// markup, link, mention, image, heading, list or break of a table.
func markdown(s string) string {
	s = oneLine(s)
	breaks := unlinked(s)
	first, last := edges(s)
	var b strings.Builder
	for i := range len(s) {
		if breaks[i] {
			b.WriteString(unlink)
		}
		atEdge := (i < first || i >= last) && strings.IndexByte(markdownEdge, s[i]) >= 0
		if atEdge || strings.IndexByte(markdownActive, s[i]) >= 0 || marksUp(s, i) {
			b.WriteString("&#" + strconv.Itoa(int(s[i])) + ";")
			continue
		}
		b.WriteByte(s[i])
	}
	if strings.HasSuffix(s, "$") {
		b.WriteString(unlink) // another text may follow that a formula would reach into
	}
	return b.String()
}

// oneLine returns data as people see it, white space being one space.
func oneLine(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// unlinked returns the places of s that need an unlink before them.
func unlinked(s string) []bool {
	breaks := make([]bool, len(s))
	for i := 1; i < len(s); i++ {
		if linked(s[:i], s[i:]) {
			breaks[i] = true
		}
	}
	for _, at := range commits.FindAllStringIndex(s, -1) {
		for i := at[0] + 1; i < at[1]; i += shortest - 1 {
			breaks[i] = true
		}
	}
	return breaks
}

// linked reports whether two parts of a text form, where they meet, what GitHub
// makes something of after it has read the references: an address, a mention, a
// formula, the number of an issue in both forms, an emoji.
func linked(before, after string) bool {
	switch before[len(before)-1] {
	case '@', '$':
		return true
	case '#':
		return digit(after[0])
	case ':':
		return strings.HasPrefix(after, "//") || emoji(after)
	case 'w', 'W':
		return after[0] == '.' && endsIn(before, "www")
	case 'h', 'H':
		return len(after) > 1 && after[0] == '-' && digit(after[1]) && endsIn(before, "gh")
	}
	return false
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// endsIn reports whether s ends in an ASCII word, whatever its case.
func endsIn(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[len(s)-len(word):], word)
}

// emoji reports whether what follows a colon would make GitHub show a picture
// instead. Of numbers it knows 100 and 1234 alone; others are lines and columns.
func emoji(s string) bool {
	name, _, closed := strings.Cut(s, ":")
	if !closed || name == "" || strings.Trim(name, letters+digits+"_+-") != "" {
		return false
	}
	return strings.Trim(name, digits) != "" || name == "100" || name == "1234"
}

const (
	digits  = "0123456789"
	letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// edges returns how many bytes at the beginning of a text could open a heading, a
// list, a rule or the order of a build host where the text begins a line, and where
// the number signs begin that would be lost at the end of a heading.
func edges(s string) (first, last int) {
	first = len(s) - len(strings.TrimLeft(s, "#-+=: "))
	if number := len(s) - len(strings.TrimLeft(s, digits)); 0 < number && number < len(s) {
		first = number + 1
	}
	return first, len(strings.TrimRight(s, "#"))
}

// marksUp reports whether the byte at i is markup because of its neighbours: an
// ampersand that begins a reference, or an underscore that could open emphasis
// because it does not follow a letter.
func marksUp(s string, i int) bool {
	switch s[i] {
	case '&':
		return i+1 < len(s) && strings.IndexByte("#"+letters, s[i+1]) >= 0
	case '_':
		return i == 0 || strings.IndexByte(letters+digits, s[i-1]) < 0
	}
	return false
}
