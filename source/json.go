package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// readJSON reads strict JSON. encoding/json checks the grammar and decodes;
// places come from its input offset, as every byte between two tokens is white
// space, a comma or a colon.
func (b *builder) readJSON() {
	r := &jsonReader{builder: b, base: len(b.file.Text) - len(strings.TrimPrefix(b.file.Text, byteOrderMark))}
	r.text = b.file.Text[r.base:]
	if strings.TrimSpace(r.text) == "" {
		b.reject("invalid-json", 0, 0, "the file is empty", "write the entity, or delete the file")
		return
	}
	var raw json.RawMessage
	if err := json.Unmarshal([]byte(r.text), &raw); err != nil {
		r.syntax(err)
		return
	}
	r.dec = json.NewDecoder(strings.NewReader(r.text))
	r.dec.UseNumber()
	r.next()
	r.value(0, node{}, 0)
}

type jsonReader struct {
	*builder
	text       string
	base       int // bytes of the file before text
	dec        *json.Decoder
	token      json.Token
	start, end int // of the token, in the file
}

// next reads one token of a text that is known to be valid.
func (r *jsonReader) next() {
	behind := r.dec.InputOffset()
	gap := r.text[behind:]
	start := int(behind) + len(gap) - len(strings.TrimLeft(gap, " \t\r\n,:"))
	token, err := r.dec.Token()
	if err != nil {
		panic(fmt.Sprintf("encoding/json: valid and yet: %v", err))
	}
	r.token, r.start, r.end = token, r.base+start, r.base+int(r.dec.InputOffset())
}

// value adds the value that begins with the current token; n holds its key. It
// reports whether reading may go on.
func (r *jsonReader) value(parent int32, n node, depth int) bool {
	if r.full(r.start) {
		return false
	}
	n.parent, n.start, n.end, n.text = parent, int32(r.start), int32(r.end), r.file.Text[r.start:r.end]
	switch t := r.token.(type) {
	case json.Delim:
		n.text = ""
		return r.collection(n, t, depth+1)
	case string:
		n.kind, n.style, n.text = String, Double, t
		if !r.checkString(t) {
			return false
		}
	case json.Number:
		n.kind = Number
		if !r.checkNumber(r.start, r.end) {
			return false
		}
	case bool:
		n.kind = Bool
	default:
		n.kind = Null
	}
	r.stack = append(r.stack, r.add(n))
	return true
}

func (r *jsonReader) collection(n node, open json.Delim, depth int) bool {
	if depth > r.limits.Depth {
		r.tooDeep(r.start)
		return false
	}
	n.kind, n.style = Array, Flow
	if open == '{' {
		n.kind = Object
	}
	i := r.add(n)
	mark := len(r.stack)
	for r.dec.More() {
		var child node
		if r.next(); n.kind == Object {
			if !r.checkString(r.token.(string)) {
				return false
			}
			child.key, child.keyStart, child.keyEnd = r.token.(string), int32(r.start), int32(r.end)
			r.next()
		}
		if !r.value(i, child, depth) {
			return false
		}
	}
	r.next()
	r.doc.nodes[i].end = int32(r.end)
	r.close(i, mark)
	r.stack = append(r.stack, i)
	return true
}

// checkString also reports escapes for half a character, which encoding/json
// silently replaces.
func (r *jsonReader) checkString(decoded string) bool {
	if half := loneSurrogate(r.file.Text[r.start:r.end]); half != "" {
		r.fault("encoding", r.start, r.end, fmt.Sprintf("the escape %s is half a character", half), "write the character itself")
	}
	return r.checkScalar(r.start, r.end, decoded)
}

var (
	escapes   = regexp.MustCompile(`\\(u[0-9a-fA-F]{4}|.)`)
	highFirst = regexp.MustCompile(`^\\u[dD][89abAB]`)
	lowSecond = regexp.MustCompile(`^\\u[dD][c-fC-F]`)
)

// loneSurrogate returns the first escape that names one half of a UTF-16 pair
// without the other.
func loneSurrogate(raw string) string {
	if !strings.Contains(raw, `\u`) {
		return ""
	}
	found := escapes.FindAllStringIndex(raw, -1)
	for i := 0; i < len(found); i++ {
		e := raw[found[i][0]:found[i][1]]
		switch {
		case lowSecond.MatchString(e):
			return e
		case !highFirst.MatchString(e):
		case i+1 < len(found) && found[i+1][0] == found[i][1] && lowSecond.MatchString(raw[found[i+1][0]:]):
			i++
		default:
			return e
		}
	}
	return ""
}

// jsonHelp explains the messages of encoding/json by their endings.
var jsonHelp = []struct{ ending, message, help string }{
	{"looking for beginning of object key string", "a field name in double quotes is expected here", "remove a comma too many, or put the name in double quotes"},
	{"after object key:value pair", "a comma or } is expected here", "put a comma between two fields"},
	{"after object key", "a colon is expected here", "write \"name\": value"},
	{"after array element", "a comma or ] is expected here", "put a comma between two items"},
	{"after top-level value", "there is more text after the end of the data", "keep one value in the file"},
	{"looking for beginning of value", "a value is expected here", "remove a comma too many, or put text in double quotes"},
	{"in string literal", "a text may not hold a bare tab or line break", "write \\t or \\n instead"},
	{"in string escape code", "this is not an escape that JSON knows", "write \\\\ for a backslash"},
	{"unexpected end of JSON input", "the file ends before the data does", "close the quotes, brackets and braces that are still open"},
}

// syntax reports where and why the text is not JSON.
func (r *jsonReader) syntax(err error) {
	var bad *json.SyntaxError
	if !errors.As(err, &bad) {
		panic(fmt.Sprintf("encoding/json: %v", err))
	}
	at := r.base + min(max(int(bad.Offset)-1, 0), len(r.text)-1)
	if strings.HasSuffix(bad.Error(), "unexpected end of JSON input") {
		at = r.base + len(strings.TrimRight(r.text, " \t\r\n"))
	}
	if strings.Contains(bad.Error(), "exceeded max depth") {
		r.tooDeep(at)
		return
	}
	message, help := "this is not JSON: "+bad.Error(), "see https://www.json.org for how JSON is written"
	for _, h := range jsonHelp {
		if strings.Contains(bad.Error(), h.ending) {
			message, help = h.message, h.help
			break
		}
	}
	r.reject("invalid-json", at, min(at+1, len(r.file.Text)), message, help)
}
