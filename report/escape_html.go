package report

import "strings"

// htmlText is data that may go into a template of a page: what is hostile is
// written out. The template escapes what would be markup when it writes the text,
// by the place where it stands, so no template may take data of another type.
type htmlText string

// htmlLine returns data of one line; a line break in it is written out too.
func htmlLine(s string) htmlText { return htmlText(visible(s)) }

// htmlLines returns data of one or more lines, which stay lines.
func htmlLines(s string) htmlText {
	return htmlText(Message(strings.ReplaceAll(s, "\r\n", "\n")))
}

// htmlParagraphs returns texts of several lines each, the empty ones left out.
func htmlParagraphs(texts []string) []htmlText {
	var out []htmlText
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, htmlLines(s))
		}
	}
	return out
}
