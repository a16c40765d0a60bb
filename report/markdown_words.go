package report

import (
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// markdownMarks stand around words that were deleted or added.
var markdownMarks = map[string]string{string(diff.Deleted): "~~", string(diff.Added): "**"}

// markdownWords writes words as Markdown, each stretch with its marks. Where
// stretches touch, an empty comment stands between them: beside it a mark counts
// whatever the data begins or ends with, as beside a space. What came in the place
// of something else stands apart from it.
func markdownWords(all []token) string {
	var b strings.Builder
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].op == all[start].op {
			end++
		}
		switch {
		case start == 0:
		case all[start].spaced || all[start].op == string(diff.Added) && all[start-1].op == string(diff.Deleted):
			b.WriteByte(' ')
		default:
			b.WriteString(unlink)
		}
		mark := markdownMarks[all[start].op]
		b.WriteString(mark + markdown(plainWords(all[start:end])) + mark)
		start = end
	}
	return b.String()
}

// plainWords is a stretch of words without marks.
func plainWords(stretch []token) string {
	var b strings.Builder
	for i, t := range stretch {
		if t.spaced && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}
