package source

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/internal/text"
)

// Parse reads a text as JSON when the path ends in ".json" and as YAML
// otherwise. The document is never nil; it is empty when the text could not be
// read or exceeds a limit. Faults come in reading order and say everything that
// is wrong.
func Parse(f *File, l Limits) (*Document, []Fault) {
	b := &builder{file: f, limits: l, doc: &Document{File: f}}
	if int64(len(f.Text)) > l.Bytes {
		return b.doc, []Fault{TooLarge(f, l)}
	}
	if fault, bad := encodingFault(f); bad {
		return b.doc, []Fault{fault}
	}
	b.checkBOM()
	b.checkBidi()
	if IsJSON(f.Path) {
		b.readJSON()
	} else {
		b.readYAML()
	}
	sortFaults(b.faults)
	return b.doc, b.faults
}

// IsJSON reports whether a path is read as JSON, whatever the case of its ending.
func IsJSON(path string) bool { return strings.HasSuffix(strings.ToLower(path), ".json") }

// TooLarge is the fault of a file with more bytes than the limits allow; the
// file's text need not have been read.
func TooLarge(f *File, l Limits) Fault {
	return Fault{
		Code:    "too-large",
		Span:    Span{f, 0, 0},
		Message: fmt.Sprintf("the file is larger than %d bytes and was not read", l.Bytes),
		Help:    "split it into one file per entity; a single entity never needs that much",
	}
}

// builder collects the nodes and faults of one text.
type builder struct {
	file   *File
	limits Limits
	doc    *Document
	faults []Fault
	stack  []int32 // children of the collections that are open
}

func (b *builder) span(start, end int) Span { return Span{b.file, start, end} }

func (b *builder) fault(code string, start, end int, message, help string) {
	b.faults = append(b.faults, Fault{Code: code, Span: b.span(start, end), Message: message, Help: help})
}

// reject reports a text that cannot be taken in at all, and empties the
// document.
func (b *builder) reject(code string, start, end int, message, help string) {
	b.fault(code, start, end, message, help)
	*b.doc = Document{File: b.file}
}

// add appends a node without an end and returns its index.
func (b *builder) add(n node) int32 {
	b.doc.nodes = append(b.doc.nodes, n)
	return int32(len(b.doc.nodes) - 1)
}

// close gives the collection i its children, which are those on the stack from
// mark on.
func (b *builder) close(i int32, mark int) {
	d := b.doc
	d.nodes[i].kids = int32(len(d.kids))
	d.nodes[i].count = int32(len(b.stack) - mark)
	d.kids = append(d.kids, b.stack[mark:]...)
	b.stack = b.stack[:mark]
	if d.nodes[i].kind == Object {
		b.index(Node{d, i})
	}
}

// fewKeys is the number of keys up to which a search beats an index.
const fewKeys = 16

// index reports keys that stand twice and makes wide objects quick to search.
func (b *builder) index(object Node) {
	seen := make(map[string]Node, object.Len())
	for child := range object.Children() {
		key := text.NFC(child.Key())
		first, twice := seen[key]
		if !twice {
			seen[key] = child
			continue
		}
		span := child.KeySpan()
		b.faults = append(b.faults, Fault{
			Code:    "duplicate-key",
			Span:    span,
			Message: fmt.Sprintf("the field %q stands twice", child.Key()),
			Help:    "keep one of the two",
			Params:  []string{child.Key()},
			Related: []Note{{first.KeySpan(), "first written here"}},
		})
	}
	if object.Len() <= fewKeys {
		return
	}
	index := make(map[string]int32, len(seen))
	for child := range object.Children() {
		if _, ok := index[child.Key()]; !ok {
			index[child.Key()] = child.i
		}
	}
	if b.doc.wide == nil {
		b.doc.wide = map[int32]map[string]int32{}
	}
	b.doc.wide[object.i] = index
}

// full reports a document with too many values, once.
func (b *builder) full(at int) bool {
	if len(b.doc.nodes) < b.limits.Nodes {
		return false
	}
	b.reject("too-large", at, at, fmt.Sprintf("more than %d values in one file; it was not read", b.limits.Nodes),
		"split the file: one file per entity")
	return true
}

// checkScalar holds a decoded scalar to the limits and to what may be written
// with escapes; it reports whether reading may go on.
func (b *builder) checkScalar(start, end int, decoded string) bool {
	if len(decoded) > b.limits.Scalar {
		b.reject("too-large", start, start, fmt.Sprintf("a text of more than %d bytes; the file was not read", b.limits.Scalar),
			"shorten the text, or link to it as a resource")
		return false
	}
	b.checkEscapes(start, end, decoded)
	return true
}

// checkNumber refuses numbers that other readers round or cannot hold.
func (b *builder) checkNumber(start, end int) bool {
	if numberInRange(b.file.Text[start:end]) {
		return true
	}
	b.reject("number", start, end, "the number is too long or out of range; the file was not read",
		fmt.Sprintf("write at most %d characters and an exponent between -%d and %d, or quote it if it is text", MaxNumberLength, MaxExponent, MaxExponent))
	return false
}

// tooDeep refuses collections nested beyond the limit.
func (b *builder) tooDeep(at int) {
	b.reject("too-deep", at, at, fmt.Sprintf("more than %d groups or lists inside each other; the file was not read", b.limits.Depth),
		"framework data is never that deep: look for brackets or dashes that were not meant")
}
