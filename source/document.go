package source

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Kind is the JSON type of a value.
type Kind uint8

// The kinds of a node. Absent is the kind of a node that does not exist.
const (
	Absent Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"absent", "null", "boolean", "number", "string", "array", "object"}

// String returns the name of the type as JSON Schema spells it.
func (k Kind) String() string { return kindNames[k] }

// Style is the way in which a value is written.
type Style uint8

// The styles. JSON text is Double, JSON collections are Flow.
const (
	Plain Style = iota
	Single
	Double
	Literal
	Folded
	Block
	Flow
)

// node is one value. Children stand in Document.kids[kids : kids+count].
type node struct {
	kind             Kind
	style            Style
	start, end       int32
	keyStart, keyEnd int32
	parent           int32
	kids, count      int32
	key, text        string
}

// Document is a parsed file: a flat array of nodes in reading order. The zero
// Document is empty: its root is Absent.
type Document struct {
	File     *File
	Comments []Span // in reading order, from the "#" to the end of its line

	nodes []node
	kids  []int32
	wide  map[int32]map[string]int32 // key to child, for objects with many
}

// Root returns the top value; it is Absent when the text could not be parsed.
func (d *Document) Root() Node {
	if d == nil || len(d.nodes) == 0 {
		return Node{}
	}
	return Node{d, 0}
}

// Lookup follows a JSON pointer (RFC 6901), "" being the root. The node is
// Absent when nothing stands there.
func (d *Document) Lookup(pointer string) Node {
	n := d.Root()
	for i, token := range strings.Split(pointer, "/") {
		if i > 0 { // what stands before the first slash is nothing
			n = n.Step(unescapeToken.Replace(token))
		}
	}
	return n
}

var (
	unescapeToken = strings.NewReplacer("~1", "/", "~0", "~")
	escapeToken   = strings.NewReplacer("~", "~0", "/", "~1")
)

// Node is a handle on one value of a document. The zero Node is Absent, and
// every method is safe on it.
type Node struct {
	doc *Document
	i   int32
}

func (n Node) at() *node {
	if n.doc == nil {
		return &node{}
	}
	return &n.doc.nodes[n.i]
}

// Exists reports whether there is a value, be it null.
func (n Node) Exists() bool { return n.doc != nil }

// Kind returns the JSON type of the value.
func (n Node) Kind() Kind { return n.at().kind }

// Style returns how the value is written.
func (n Node) Style() Style { return n.at().style }

// Document returns the document that the node belongs to, or nil.
func (n Node) Document() *Document { return n.doc }

// Span returns the bytes of the value: quotes and brackets included, a block
// scalar from its indicator to its last character. An empty value has an empty
// span behind its colon or dash.
func (n Node) Span() Span {
	if n.doc == nil {
		return Span{}
	}
	v := n.at()
	return Span{n.doc.File, int(v.start), int(v.end)}
}

// Key returns the decoded key under which the value stands in its object.
func (n Node) Key() string { return n.at().key }

// KeySpan returns the bytes of the key, quotes included, or the zero span when
// the value stands in no object.
func (n Node) KeySpan() Span {
	v := n.at()
	if v.keyEnd == 0 {
		return Span{}
	}
	return Span{n.doc.File, int(v.keyStart), int(v.keyEnd)}
}

// Text returns the decoded text of a string, or the literal of a number,
// boolean or null; it is empty for collections.
func (n Node) Text() string { return n.at().text }

// Str returns the text of a string, and "" for every other kind.
func (n Node) Str() string {
	if n.Kind() != String {
		return ""
	}
	return n.at().text
}

// Int returns the value of a whole number, and whether it is one. A number beyond
// 32 bits is the nearest that fits.
func (n Node) Int() (int, bool) {
	if n.Kind() != Number {
		return 0, false
	}
	return wholeNumber(n.at().text)
}

// Len returns the number of children.
func (n Node) Len() int { return int(n.at().count) }

// Item returns child i, counted from 0, or an Absent node.
func (n Node) Item(i int) Node {
	v := n.at()
	if i < 0 || i >= int(v.count) {
		return Node{}
	}
	return Node{n.doc, n.doc.kids[int(v.kids)+i]}
}

// Children yields the values of an array or object in reading order.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for i := range n.Len() {
			if !yield(n.Item(i)) {
				return
			}
		}
	}
}

// Get returns the value under a key of an object, the first when the key stands
// twice, or an Absent node.
func (n Node) Get(key string) Node {
	if n.Kind() != Object {
		return Node{}
	}
	if index, ok := n.doc.wide[n.i]; ok {
		if i, ok := index[key]; ok {
			return Node{n.doc, i}
		}
		return Node{}
	}
	for child := range n.Children() {
		if child.at().key == key {
			return child
		}
	}
	return Node{}
}

// Step returns the value under a key of an object, or at a position of an array,
// counted from 0; it is Absent when there is none.
func (n Node) Step(token string) Node {
	if n.Kind() != Array {
		return n.Get(token)
	}
	i, err := strconv.Atoi(token)
	if err != nil {
		return Node{}
	}
	return n.Item(i)
}

// Parent returns the collection that holds the node, or an Absent node.
func (n Node) Parent() Node {
	if n.doc == nil || n.i == 0 {
		return Node{}
	}
	return Node{n.doc, n.at().parent}
}

// Pointer returns the JSON pointer of the node; two values under one key share
// it.
func (n Node) Pointer() string {
	var tokens []string
	for ; n.doc != nil && n.i != 0; n = n.Parent() {
		if p := n.Parent(); p.Kind() == Array {
			tokens = append(tokens, strconv.Itoa(p.indexOf(n)))
		} else {
			tokens = append(tokens, escapeToken.Replace(n.at().key))
		}
	}
	var b strings.Builder
	for i := len(tokens) - 1; i >= 0; i-- {
		b.WriteByte('/')
		b.WriteString(tokens[i])
	}
	return b.String()
}

func (n Node) indexOf(child Node) int {
	v := n.at()
	i, found := slices.BinarySearch(n.doc.kids[v.kids:v.kids+v.count], child.i)
	if !found {
		return -1
	}
	return i
}
