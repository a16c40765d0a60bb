package report

import "strings"

// xmlReferences are the characters that mean something to XML, and the two that
// it has no way to hold, not even as references.
var xmlReferences = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;",
	"\ufffe", `\ufffe`, "\uffff", `\uffff`,
)

// xmlText returns one line of data as it may stand in an attribute or in the text
// of an element. XML 1.0 has no place for most control characters, so that they
// are written out as [visible] does; a reader sees \x1b.
func xmlText(s string) string { return xmlReferences.Replace(visible(s)) }

// xmlLines returns lines of text, such as the body of an element, where each may
// begin a line of output.
func xmlLines(s string) string { return xmlReferences.Replace(Message(s)) }
