package format

import (
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// item is a field or a list entry with all that people wrote around it. Lines
// that stand alone are comments, or empty where a line is blank.
type item struct {
	node    source.Node
	lead    []string // lines above
	beside  string   // comment behind the colon or dash, white space before it included
	between []string // lines between that and the value
	after   string   // comment behind the value, white space before it included
	kids    []*item  // of a collection in block style
	tail    []string // lines behind the last of them
	flow    string   // the value as it will stand, when it is a flow collection of one line
	header  []string // at the top: lines that belong to the file
	column  int      // at which the kids stand, in bytes from 0
	kept    int      // blank lines at the end of a block text that are part of it
}

// isBlock reports whether the item's value is a collection with a line for
// every entry.
func (it *item) isBlock() bool { return it.node.Style() == source.Block }

// treeReader walks a text together with its document, so that every byte
// between two values is accounted for.
type treeReader struct {
	text string
	at   int
	open []*item // the collections that are open, outermost first
	last *item   // the value behind which the reader stands
}

// readTree cuts a document into items. It is false when the text holds
// something that the cutting does not know.
func readTree(doc *source.Document) (*item, bool) {
	r := &treeReader{text: doc.File.Text}
	root := &item{node: doc.Root()}
	_, lead := r.skip()
	if r.marker() {
		root.header = texts(lead)
		r.at += len("---")
		var beside string
		beside, lead = r.skip()
		root.header = append(root.header, "---"+beside)
	}
	if !root.isBlock() || unclear(root.node) || !r.block(root, texts(lead)) {
		return nil, false
	}
	r.next(-1)
	root.splitHeader()
	return root, r.at == len(r.text)
}

// unclear reports whether a block text below a value cannot be moved with
// certainty: it keeps line breaks and says nothing else, so that no line tells
// how far it is indented.
func unclear(n source.Node) bool {
	if n.Kind() == source.String {
		return isText(n) && n.Text() != "" && strings.Trim(n.Text(), "\n") == ""
	}
	for child := range n.Children() {
		if unclear(child) {
			return true
		}
	}
	return false
}

// openEnd reports whether a text keeps what stands at the end of a file that
// lacks its last line break: to add one could add to the text.
func openEnd(n source.Node) bool {
	if n.Kind() == source.String {
		all := n.Span().File.Text
		return isText(n) && blockHeader(n).keeps() && !strings.HasSuffix(all, "\n") && strings.TrimSpace(all[n.Span().End:]) == ""
	}
	return n.Len() > 0 && openEnd(n.Item(n.Len()-1))
}

// marker reports whether the line that begins here opens the document.
func (r *treeReader) marker() bool {
	rest, found := strings.CutPrefix(r.text[r.at:], "---")
	return found && (rest == "" || strings.Contains(" \t\n", rest[:1])) && r.columnOf(r.at) == 0
}

// splitHeader leaves at the top what belongs to the file and not to its first
// field: all up to the last blank line, and what editors are told.
func (it *item) splitHeader() {
	lead := it.kids[0].lead
	n := 0
	for i, line := range lead {
		if line == "" || n == i && strings.HasPrefix(line, "# yaml-language-server:") {
			n = i + 1
		}
	}
	it.header = append(it.header, lead[:n]...)
	it.kids[0].lead = lead[n:]
}

// block reads a collection whose first entry begins here; lead stands above it.
func (r *treeReader) block(c *item, lead []string) bool {
	level := len(r.open)
	c.column = r.columnOf(r.at)
	r.open = append(r.open, c)
	for node := range c.node.Children() {
		it := &item{node: node, lead: lead}
		if len(c.kids) > 0 {
			it.lead = r.next(level)
		}
		c.kids = append(c.kids, it)
		if !r.name(it) || !r.value(it) {
			return false
		}
	}
	return len(c.kids) > 0
}

// name walks over what stands before a value: the name and colon of a field, or
// a dash.
func (r *treeReader) name(it *item) bool {
	sign := byte('-')
	if key := it.node.KeySpan(); !key.IsZero() {
		if r.at != key.Start || strings.Contains(key.Text(), "\n") {
			return false
		}
		sign = ':'
		r.at = key.End
		r.at += spaces(r.text[r.at:])
	}
	if r.at >= len(r.text) || r.text[r.at] != sign {
		return false
	}
	r.at++
	return true
}

// value walks over a value.
func (r *treeReader) value(it *item) bool {
	r.last = it
	span := it.node.Span()
	if span.Start == span.End {
		return it.node.Kind() == source.Null
	}
	beside, own := r.skip()
	it.beside = beside
	if r.at != span.Start {
		return false
	}
	if it.isBlock() {
		return r.block(it, texts(own))
	}
	for _, line := range texts(own) {
		if line != "" {
			it.between = append(it.between, line)
		}
	}
	r.at = span.End
	r.keep(it)
	return true
}

// keep walks over the blank lines that a block text keeps.
func (r *treeReader) keep(it *item) {
	if !isText(it.node) || !blockHeader(it.node).keeps() {
		return
	}
	for {
		line, _, more := strings.Cut(strings.TrimPrefix(r.text[r.at:], "\n"), "\n")
		if !more || strings.TrimSpace(line) != "" || r.text[r.at] != '\n' {
			return
		}
		r.at += 1 + len(line)
		it.kept++
	}
}

// texts returns the lines as they will be written.
func texts(lines []remark) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.text)
	}
	return all
}
