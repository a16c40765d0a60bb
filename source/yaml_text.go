package source

import (
	"errors"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// lineStart returns the offset at which column 1 of line n lies; a byte order
// mark stands before it.
func (f *File) lineStart(n int) int {
	start := f.Line(n).Start
	if start == 0 && strings.HasPrefix(f.Text, byteOrderMark) {
		return len(byteOrderMark)
	}
	return start
}

// properties reports the anchor and the tag before a value and returns where
// the value itself begins.
func (y *yamlReader) properties(from *yaml.Node, at int) int {
	if from.Kind == yaml.AliasNode || isCollectionStart(from) && from.Anchor == "" && from.Style&yaml.TaggedStyle == 0 {
		return at
	}
	text := y.file.Text
	for at < len(text) && (text[at] == '&' || text[at] == '!') {
		end := endOfWord(text, at)
		if text[at] == '&' {
			y.fault("alias", at, end, "an anchor: other places may copy this value", "remove it, and write the value out where it is used")
		} else {
			y.fault("tag", at, end, "a type tag: readers disagree about what it means", "remove it; put the value in quotes if it must be text")
		}
		if at = end; from.Kind != yaml.ScalarNode || from.Value != "" || scalarStyle(from.Style) != Plain {
			at = skipBlank(text, end)
		}
	}
	return at
}

// coverTagged widens the faults of tags to the scalar that they stand before:
// what it means is the tag's to say, so nothing else may judge it.
func (y *yamlReader) coverTagged(before, end int) {
	for i := before; i < len(y.faults); i++ {
		if y.faults[i].Code == "tag" {
			y.faults[i].Span.End = end
		}
	}
}

// isCollectionStart reports whether a node begins where its first child does,
// so that what stands there may belong to the child.
func isCollectionStart(n *yaml.Node) bool {
	return n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0
}

// endOfWord returns the end of an alias, an anchor or a tag.
func endOfWord(text string, at int) int {
	if n := strings.IndexAny(text[at:], " \t\r\n,[]{}"); n >= 0 {
		return at + n
	}
	return len(text)
}

// skipBlank skips white space, line breaks and comments.
func skipBlank(text string, at int) int {
	for at < len(text) {
		switch text[at] {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = endOfLine(text, at)
		default:
			return at
		}
	}
	return at
}

func endOfLine(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// closingBracket returns the offset behind the bracket that closes a flow
// collection, from the end of its last child on.
func closingBracket(text string, at int) int {
	for at = skipBlank(text, at); at < len(text); at = skipBlank(text, at+1) {
		if text[at] == ']' || text[at] == '}' {
			return at + 1
		}
	}
	return at
}

// comments finds the comments up to end, which stand outside of all scalars.
func (y *yamlReader) comments(end int) {
	at := 0
	for _, scalar := range y.opaque {
		y.commentsBetween(at, scalar.Start)
		at = max(at, scalar.End)
	}
	y.commentsBetween(at, end)
}

func (y *yamlReader) commentsBetween(at, end int) {
	text := y.file.Text
	for at < end {
		n := strings.IndexByte(text[at:end], '#')
		if n < 0 {
			return
		}
		start := at + n
		at = start + 1
		if start > 0 && !strings.ContainsRune(" \t\n", rune(text[start-1])) && text[:start] != byteOrderMark {
			continue
		}
		at = endOfLine(text, start)
		y.doc.Comments = append(y.doc.Comments, y.span(start, len(strings.TrimRight(text[:at], "\r"))))
	}
}

// noCharacter is what the parser says of an escape for half a character.
const noCharacter = "invalid Unicode character escape"

// yamlHelp explains the messages of the parser, the most telling part first.
var yamlHelp = []struct{ part, message, help string }{
	{"found unknown escape character", "a backslash that is no escape", "use single quotes, or write \\\\ for a backslash"},
	{"did not find expected hexadecimal number", "a backslash that is no escape", "use single quotes, or write \\\\ for a backslash"},
	{noCharacter, "an escape that stands for no character", "write the character itself"},
	{" tab", "a tab stands where only spaces may", "replace the tab by spaces"},
	{"block sequence entries are not allowed", "a list item cannot stand here", "start the list on a line of its own, below its field"},
	{"mapping values are not allowed", "a colon cannot stand here", "put the text in quotes if the colon belongs to it, or check the indentation"},
	{"mapping keys are not allowed", "a question mark cannot stand here", "put the text in quotes"},
	{"while scanning a quoted scalar", "a quote is opened here and never closed", "close the quote"},
	{"could not find expected ':'", "a field name without a colon", "write name: value, or indent the line if it continues a text"},
	{"did not find expected ',' or ']'", "a list is opened here and never closed", "close it with ]"},
	{"did not find expected ',' or '}'", "a group is opened here and never closed", "close it with }"},
	{"did not find expected '-' indicator", "this line does not fit the list above it", "indent all items of a list alike, each with a dash"},
	{"did not find expected key", "this line does not fit the fields above it", "indent all fields of one group alike, and put texts with quotes, colons or brackets in quotes"},
	{"did not find expected node content", "a value is missing before this", "write the value, or put the text in quotes if it begins with a comma or a bracket"},
	{"found a comment without preceding whitespace", "a # stands directly behind the value", "put a space before a comment, or the text in quotes if the # belongs to it"},
	{"found incompatible YAML document", "a line that begins with %YAML", "remove it"},
	{"directive", "a line that begins with %", "remove it, or put the text in quotes"},
	{"unknown anchor", "an alias to something that does not exist", "write the value out here"},
	{"while scanning an alias", "a text cannot begin with *", "put the text in quotes"},
	{"while scanning an anchor", "a text cannot begin with &", "put the text in quotes"},
	{"a tag", "a text cannot begin with !", "put the text in quotes"},
	{"tag handle", "a text cannot begin with !", "put the text in quotes"},
	{"indentation indicator", "the number behind | or > is not allowed", "remove it"},
	{"did not find expected comment or line break", "text behind | or > on the same line", "begin the text on the next line"},
	{"document", "the text goes on after its end", "keep one value in the file, and check the indentation"},
}

// syntax reports where and why the text is not YAML.
func (y *yamlReader) syntax(err error) {
	var bad *yaml.LoadError
	if !errors.As(err, &bad) {
		y.reject("invalid-yaml", 0, 0, "this is not YAML: "+err.Error(), "see https://yaml.org for how YAML is written")
		return
	}
	at := y.lineColumn(bad.Mark.Line, bad.Mark.Column)
	if errors.Is(err, errTooDeep) || bad.Message == errTooDeep.Error() {
		y.tooDeep(at)
		return
	}
	y.invalidYAML(bad, at)
}

func (y *yamlReader) invalidYAML(bad *yaml.LoadError, at int) {
	text := y.file.Text
	what := bad.ContextMsg + ": " + bad.Message
	message, help := "this is not YAML: "+bad.Message, "see https://yaml.org for how YAML is written"
	for _, h := range yamlHelp {
		if strings.Contains(what, h.part) {
			message, help = h.message, h.help
			break
		}
	}
	if strings.HasSuffix(message, "never closed") || strings.HasSuffix(message, "without a colon") {
		at = y.lineColumn(bad.ContextMark.Line, bad.ContextMark.Column)
	}
	if strings.Contains(what, "cannot start any token") {
		message, help = wrongStart(text, at)
	}
	if at, found := y.gluedColon(at); found {
		y.reject("invalid-yaml", at, at+1, "a colon without a space behind it", "put a space behind the colon")
		return
	}
	code := "invalid-yaml"
	if strings.Contains(what, noCharacter) {
		code = "encoding"
	}
	y.reject(code, at, min(at+1, endOfLine(text, at)), message, help)
}

// glued is a line that would be a field with a space behind its colon.
var glued = regexp.MustCompile(`^[ -]*[A-Za-z][A-Za-z0-9-]*:[^ \t\r\n/]`)

// gluedColon finds such a line at a place or just above it, which is how the
// most common slip shows.
func (y *yamlReader) gluedColon(at int) (int, bool) {
	n := y.file.Position(at).Line
	for _, line := range []Span{y.file.Line(n), y.file.Line(n - 1)} {
		if glued.MatchString(line.Text()) {
			return line.Start + strings.IndexByte(line.Text(), ':'), true
		}
	}
	return 0, false
}

func wrongStart(text string, at int) (message, help string) {
	if at < len(text) && text[at] == '\t' {
		return "a tab indents this line, and YAML allows only spaces", "replace the tab by spaces"
	}
	return "a text cannot begin with this character", "put the text in quotes"
}
