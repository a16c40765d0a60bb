package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = rule(placeholder, finding.Rule{
	ID: "text/placeholder", Title: "No text waits to be written", Severity: finding.Error, Since: "0.1.0",
	Doc: `A text is a mark that something is still to be written: TODO, TBC, TBD, FIXME, “lorem ipsum”, or nothing but “to be confirmed”. It must not reach readers.

Write the text, or leave the field out until there is something to say. The files that ` + "`cadre new`" + ` makes hold such marks on purpose.`,
})

// mark finds what stands for a text anywhere in it. Capitals are needed, because
// “todo” is a word in other languages.
var mark = regexp.MustCompile(`\b(?:TODO|TBC|TBD|FIXME|[Ll]orem [Ii]psum|LOREM IPSUM)\b`)

// promises are texts that say only that one will come.
var promises = []string{"to be added", "to be agreed", "to be completed", "to be confirmed", "to be decided", "to be defined",
	"to be determined", "to be written", "placeholder", "text here", "insert text here", "xxx", "tbc", "tbd", "todo", "tba"}

// manyMarks are words by which people speak about marks. One of them in the
// singular may be another thing, such as a pass mark, unless it turns into a mark.
var (
	manyMarks = map[string]bool{"marks": true, "marker": true, "placeholders": true}
	oneMark   = map[string]bool{"mark": true, "placeholder": true}
)

// placeholder reports the first mark of a text.
func placeholder(p *Pass) {
	for e, n := range p.prose() {
		s := n.Text()
		from, to := 0, len(s)
		if !isPromise(s) {
			if from, to = firstMark(s); from == to {
				continue
			}
		}
		p.reportWithin(e, n, from, to, fmt.Sprintf("“%s” in %s: %s", strings.TrimSpace(s[from:to]), called(n), outstanding(s))).
			Help("write it, or leave the field out until there is something to say")
	}
}

// firstMark returns the place of the first mark of a text that is not only spoken
// about, or an empty place.
func firstMark(s string) (from, to int) {
	for _, at := range mark.FindAllStringIndex(s, -1) {
		if !cited(s, at[0], at[1]) && !amongMarks(s, at[0], at[1]) {
			return at[0], at[1]
		}
	}
	return 0, 0
}

// outstanding says what is still to be written, where the text itself says so.
func outstanding(s string) string {
	if task, ok := strings.CutPrefix(s, "TODO: "); ok && strings.TrimSpace(task) != "" {
		return strings.TrimSpace(task)
	}
	return "something is still to be written"
}

// isPromise reports whether a text is one of the promises and nothing else.
func isPromise(s string) bool {
	const longest = 64 // with some punctuation; a longer text need not be taken apart
	return len(s) <= longest && slices.Contains(promises, strings.Join(text.Words(s), " "))
}

// cited reports whether a mark is spoken about: in quotation marks, or as a kind
// of list.
func cited(s string, from, to int) bool {
	quoted := from > 0 && strings.ContainsAny(s[max(0, from-3):from], "\"'`“‘") && strings.ContainsAny(s[to:min(len(s), to+3)], "\"'`”’")
	before := text.Words(s[max(0, from-20):from])
	named := len(before) > 0 && slices.Contains([]string{"the", "a", "file", "files"}, before[len(before)-1])
	return quoted || named || followedBy(s[to:], "list", "lists", "comment", "comments", "item", "items", "file", "files", "marker", "markers")
}

// amongMarks reports whether the sentence that holds a mark is about marks. What
// a colon announces, or what announces something itself, is always a mark.
func amongMarks(s string, from, to int) bool {
	start := max(0, from-100)
	before := s[start+strings.LastIndexAny(s[start:from], ".!?\n")+1 : from]
	behind := s[to:min(len(s), to+100)]
	if end := strings.IndexAny(behind, ".!?\n"); end >= 0 {
		behind = behind[:end]
	}
	if strings.HasPrefix(behind, ":") || strings.HasSuffix(strings.TrimSpace(before), ":") {
		return false
	}
	said := wordsBefore(before, len(before))
	if anyIn(append(wordsBehind(behind, 0), said...), manyMarks) {
		return true
	}
	turns := len(said) > 0 && slices.Contains([]string{"from", "to", "with"}, said[len(said)-1])
	return turns && anyIn(said, oneMark)
}
