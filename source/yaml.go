package source

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// errTooDeep stops the parser at the depth limit.
var errTooDeep = errors.New("too deep")

// depthLimit is a plugin of the parser. It counts flow and block collections
// apart, so it only bounds the work; value counts exactly.
type depthLimit int

func (d depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > int(d) {
		return errTooDeep
	}
	return nil
}

func (depthLimit) CheckAlias(int, int) error { return nil }

// readYAML reads one YAML document from the nodes of yaml/v4, which know where
// they start; where they end follows from the text.
func (b *builder) readYAML() {
	y := &yamlReader{builder: b, line: 1, column: 1}
	if strings.HasPrefix(b.file.Text, byteOrderMark) {
		y.offset = len(byteOrderMark)
	}
	if y.tooBusy() {
		return
	}
	loader, err := yaml.NewLoader(strings.NewReader(b.file.Text[y.offset:]), yaml.WithPlugin(depthLimit(b.limits.Depth)))
	if err != nil {
		panic(fmt.Sprintf("yaml: options: %v", err))
	}
	var first, second yaml.Node
	err = loader.Load(&first)
	if err == io.EOF {
		b.reject("invalid-yaml", 0, 0, "the file is empty", "write the entity, or delete the file")
		return
	}
	if err != nil {
		y.syntax(err)
		return
	}
	end := len(b.file.Text)
	if err := loader.Load(&second); err == nil {
		end = b.lineColumn(second.Line, second.Column)
		b.fault("extra-document", end, min(end+3, len(b.file.Text)), "a second document begins here, and only the first is read",
			"move it into a file of its own, or remove the ---")
	} else if err != io.EOF {
		y.syntax(err)
		return
	}
	if y.value(first.Content[0], node{}, 0) {
		y.comments(end)
	}
}

// yamlReader walks the parser's nodes in reading order, so that its cursor only
// moves forward.
type yamlReader struct {
	*builder
	line, column, offset int    // the cursor
	opaque               []Span // scalars, in which a "#" begins no comment
}

// tooBusy refuses a text that the parser would blow up into far more nodes than
// the limit: each needs at least one of these characters.
func (y *yamlReader) tooBusy() bool {
	const slack = 4 // texts hold commas and line breaks, too
	count := 0
	for i := 0; i < len(y.file.Text); i++ {
		switch y.file.Text[i] {
		case ',', '[', '{', '\n', ':', '-', '?':
			count++
		}
	}
	if count <= slack*y.limits.Nodes {
		return false
	}
	y.reject("too-large", 0, 0, fmt.Sprintf("far more than %d values in one file; it was not read", y.limits.Nodes),
		"split the file: one file per entity")
	return true
}

// lineColumn converts a place of the parser: lines from 1, columns from 1 in
// code points, a byte order mark not counted.
func (b *builder) lineColumn(line, column int) int {
	return forward(b.file.Text, b.file.lineStart(line), column-1)
}

// seek moves the cursor to a node.
func (y *yamlReader) seek(n *yaml.Node) int {
	if n.Line != y.line || n.Column < y.column {
		y.offset, y.column = y.file.lineStart(n.Line), 1
	}
	y.offset = forward(y.file.Text, y.offset, n.Column-y.column)
	y.line, y.column = n.Line, n.Column
	return y.offset
}

// forward returns the offset that lies a number of code points behind offset.
func forward(text string, offset, points int) int {
	for ; points > 0 && offset < len(text); points-- {
		_, size := utf8.DecodeRuneInString(text[offset:])
		offset += size
	}
	return offset
}

// value adds the value of a node of the parser; n holds its key and parent. It
// reports whether reading may go on.
func (y *yamlReader) value(from *yaml.Node, n node, depth int) bool {
	at := y.seek(from)
	if y.full(at) {
		return false
	}
	before := len(y.faults)
	n.start = int32(y.properties(from, at))
	switch from.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		return y.collection(from, n, depth+1)
	case yaml.AliasNode:
		n.end = int32(endOfWord(y.file.Text, at))
		n.kind = Null
		y.fault("alias", at, int(n.end), "an alias: the text stands elsewhere", "write the value out here")
	default:
		if !y.scalar(from, &n) {
			return false
		}
		y.coverTagged(before, int(n.end))
	}
	y.stack = append(y.stack, y.add(n))
	return true
}

// scalar fills in a scalar and its end.
func (y *yamlReader) scalar(from *yaml.Node, n *node) bool {
	n.style = scalarStyle(from.Style)
	n.kind, n.text = String, from.Value
	start := int(n.start)
	end := y.end(n.style, start, from.Value)
	n.end = int32(end)
	if n.style != Plain {
		return y.checkScalar(start, end, from.Value)
	}
	if n.kind = plainKind(from.Value); n.kind == Number {
		return y.checkNumber(start, end)
	}
	return y.checkScalar(start, end, from.Value)
}

// end returns where a scalar ends, and notes that it holds no comments.
func (y *yamlReader) end(style Style, start int, decoded string) int {
	end, _ := scan(y.file.Text, style, start, decoded, func(unit) {})
	body := start
	if style == Literal || style == Folded {
		body = min(headerEnd(y.file.Text, start), end)
	}
	y.opaque = append(y.opaque, y.span(body, end))
	return end
}

func scalarStyle(s yaml.Style) Style {
	switch {
	case s&yaml.DoubleQuotedStyle != 0:
		return Double
	case s&yaml.SingleQuotedStyle != 0:
		return Single
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	}
	return Plain
}

func (y *yamlReader) collection(from *yaml.Node, n node, depth int) bool {
	if depth > y.limits.Depth {
		y.tooDeep(int(n.start))
		return false
	}
	n.kind, n.style = Array, Block
	if from.Kind == yaml.MappingNode {
		n.kind = Object
	}
	if from.Style&yaml.FlowStyle != 0 {
		n.style = Flow
	}
	i := y.add(n)
	mark := len(y.stack)
	if !y.children(from, n.kind, i, depth) {
		return false
	}
	y.finish(i, mark)
	y.close(i, mark)
	y.stack = append(y.stack, i)
	return true
}

func (y *yamlReader) children(from *yaml.Node, kind Kind, parent int32, depth int) bool {
	for j := 0; j < len(from.Content); j++ {
		child := node{parent: parent}
		if kind == Object {
			if !y.key(from.Content[j], &child) {
				return false
			}
			j++
		}
		if !y.value(from.Content[j], child, depth) {
			return false
		}
	}
	return true
}

// key reads the name of a field; only text can be one.
func (y *yamlReader) key(from *yaml.Node, n *node) bool {
	at := y.seek(from)
	if from.Kind != yaml.ScalarNode {
		y.reject("invalid-yaml", at, at+1, "a field name must be plain text", "write name: value")
		return false
	}
	start := y.properties(from, at)
	n.key, n.keyStart = from.Value, int32(start)
	end := y.end(scalarStyle(from.Style), start, from.Value)
	n.keyEnd = int32(end)
	if from.Value == "" && scalarStyle(from.Style) == Plain {
		y.reject("invalid-yaml", at, min(at+1, len(y.file.Text)), "a field name is missing before the colon", "write name: value")
		return false
	}
	if from.Value == "<<" && scalarStyle(from.Style) == Plain {
		y.fault("alias", start, end, "a merge key: fields are copied from elsewhere", "write the fields out here")
	}
	return y.checkScalar(start, end, from.Value)
}

// finish gives a collection its place: a block one spans its children, a flow
// one ends at its bracket.
func (y *yamlReader) finish(i int32, mark int) {
	n := &y.doc.nodes[i]
	n.end = n.start + 1
	if len(y.stack) > mark {
		last := y.doc.nodes[y.stack[len(y.stack)-1]]
		n.end = max(last.end, last.keyEnd)
		if first := y.doc.nodes[y.stack[mark]]; n.style == Block && n.kind == Object {
			n.start = first.keyStart
		}
	}
	if n.style == Flow {
		n.end = int32(closingBracket(y.file.Text, int(n.end)))
	}
}
