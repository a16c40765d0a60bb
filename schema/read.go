package schema

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// member is one name and value of a JSON object whose order is kept.
type member struct {
	name  string
	value any
}

// object is a JSON object in the order of its file.
type object []member

// decode reads the next JSON value: object, []any, string, json.Number, bool or
// nil. The embedded files are the only input, so an error is a broken build.
func decode(d *json.Decoder) any {
	token, err := d.Token()
	if err != nil {
		panic("schema: reading an embedded file: " + err.Error())
	}
	switch token {
	case json.Delim('{'):
		o := object{}
		for d.More() {
			name := decode(d).(string)
			o = append(o, member{name, decode(d)})
		}
		d.Token()
		return o
	case json.Delim('['):
		list := []any{}
		for d.More() {
			list = append(list, decode(d))
		}
		d.Token()
		return list
	}
	return token
}

// newFile reads the text of a schema.
func newFile(name, text string) *file {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	f := &file{name: name, at: map[string]*node{}}
	f.root = f.read(decode(d), "")
	return f
}

// read makes a node of a subschema that is an object; true and false say nothing
// about a field and have none.
func (f *file) read(value any, pointer string) *node {
	o, ok := value.(object)
	if !ok {
		return nil
	}
	n := &node{file: f, limits: map[string]string{}}
	f.at[pointer] = n
	for _, m := range o {
		f.keyword(n, m, pointer+"/"+m.name)
	}
	return n
}

func (f *file) keyword(n *node, m member, pointer string) {
	switch m.name {
	case "title":
		n.title = m.value.(string)
	case "description":
		n.about = m.value.(string)
	case "examples":
		n.examples = texts(m.value)
	case "type":
		n.types = texts(m.value)
	case "format":
		n.format = m.value.(string)
	case "$ref":
		n.ref = m.value.(string)
	case "enum":
		n.allowed = texts(m.value)
	case "const":
		n.allowed = []string{textOf(m.value)}
	case "required":
		n.required = texts(m.value)
	case "dependencies":
		n.dependencies = map[string][]string{}
		for _, d := range m.value.(object) {
			n.dependencies[d.name] = texts(d.value)
		}
	case "items", "additionalProperties", "if", "then", "else":
		f.inner(n, m, pointer)
	case "properties", "patternProperties", "definitions":
		for _, p := range m.value.(object) {
			f.named(n, m.name, p, pointer+"/"+escapeToken.Replace(p.name))
		}
	case "allOf", "oneOf", "anyOf":
		for i, each := range m.value.([]any) {
			branch := f.read(each, pointer+"/"+strconv.Itoa(i))
			if m.name == "allOf" {
				n.all = append(n.all, branch)
			} else {
				n.branches = append(n.branches, branch)
			}
		}
	default:
		n.limits[m.name] = textOf(m.value)
	}
}

// inner reads a keyword that holds one subschema. What stands under a condition
// is kept for its own keywords and says nothing about fields.
func (f *file) inner(n *node, m member, pointer string) {
	child := f.read(m.value, pointer)
	switch m.name {
	case "items":
		n.items = child
	case "additionalProperties":
		n.rest = child
	}
}

func (f *file) named(n *node, keyword string, p member, pointer string) {
	child := f.read(p.value, pointer)
	switch keyword {
	case "properties":
		n.fields = append(n.fields, field{p.name, child})
	case "patternProperties":
		n.patterns = append(n.patterns, pattern{regexp.MustCompile(p.name), child})
	}
}

// texts returns the entries of a list as text; a single value is a list of one.
func texts(value any) []string {
	list, ok := value.([]any)
	if !ok {
		return []string{textOf(value)}
	}
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = textOf(v)
	}
	return out
}

// textOf returns a text as it is and any other value as JSON on one line, with a
// space behind colons and commas, so that it may be pasted into YAML too.
func textOf(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	var b strings.Builder
	write(&b, value)
	return b.String()
}

func write(b *strings.Builder, value any) {
	switch v := value.(type) {
	case object:
		separate(b, "{ ", " }", len(v), func(i int) {
			quoted, _ := json.Marshal(v[i].name)
			b.Write(quoted)
			b.WriteString(": ")
			write(b, v[i].value)
		})
	case []any:
		separate(b, "[", "]", len(v), func(i int) { write(b, v[i]) })
	case json.Number:
		b.WriteString(v.String())
	default:
		quoted, _ := json.Marshal(v)
		b.Write(quoted)
	}
}

func separate(b *strings.Builder, opening, closing string, n int, each func(i int)) {
	b.WriteString(opening)
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		each(i)
	}
	b.WriteString(closing)
}

var (
	escapeToken   = strings.NewReplacer("~", "~0", "/", "~1")
	unescapeToken = strings.NewReplacer("~1", "/", "~0", "~")
)
