package cli

import (
	"strings"

	"github.com/cadre-framework/cadre/internal/text"
)

// pageText returns the body of a page of docs, from its first section on, as text
// for people: headings without marks, blocks indented, paragraphs wrapped. It
// knows the Markdown that these pages are made of and no more.
func pageText(page string) string {
	var b strings.Builder
	fence, begun := "", false
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		heading, isHeading := strings.CutPrefix(line, "## ")
		switch begun = begun || isHeading; {
		case !begun:
		case fence != "" && line == fence:
			fence = ""
		case fence != "":
			b.WriteString(strings.TrimRight("  "+line, " ") + "\n")
		case strings.HasPrefix(line, "```"):
			fence = line[:len(line)-len(strings.TrimLeft(line, "`"))]
		case isHeading:
			b.WriteString(heading + "\n")
		case strings.HasPrefix(line, "`"):
			b.WriteString(strings.ReplaceAll(line, "`", "") + "\n") // the path of a file
		default:
			b.WriteString(text.Wrap(line, 80) + "\n")
		}
	}
	return b.String()
}
