package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

var _ = findingsFormats.add("json", writeFindingsJSON)

// writeFindingsJSON names the fields itself, so that a long list is written
// finding by finding and never stands in memory twice.
func writeFindingsJSON(w io.Writer, d *Findings, _ Options) error {
	o := openObject(w)
	o.head(d.Head)
	o.field("operand", d.Operand)
	o.field("summary", d.Summary)
	list(o, "notes", d.Notes)
	list(o, "findings", d.Findings)
	list(o, "rules", d.Rules)
	return o.close()
}

// object writes a JSON object field by field: two spaces of indent, line feeds,
// a final newline. The first error stays until close.
type object struct {
	w      *bufio.Writer
	buffer bytes.Buffer
	before string // what stands before the next field
	err    error
}

func openObject(w io.Writer) *object {
	return &object{w: bufio.NewWriter(w), before: "{\n  "}
}

func (o *object) head(h Head) {
	o.field("schemaVersion", h.SchemaVersion)
	o.field("tool", h.Tool)
	o.field("complete", h.Complete)
	o.field("root", h.Root)
	if h.Directory != "" {
		o.field("directory", h.Directory)
	}
}

func (o *object) field(name string, value any) {
	o.name(name)
	o.value(value, "  ")
}

// list writes an array item by item. It is no method because methods have no
// type parameters.
func list[T any](o *object, name string, items []T) {
	o.name(name)
	if len(items) == 0 {
		o.w.WriteString("[]")
		return
	}
	before := "[\n    "
	for i := range items {
		o.w.WriteString(before)
		o.value(&items[i], "    ")
		before = ",\n    "
	}
	o.w.WriteString("\n  ]")
}

func (o *object) name(name string) {
	o.w.WriteString(o.before)
	o.before = ",\n  "
	o.w.WriteString(`"` + name + `": `)
}

func (o *object) value(value any, indent string) {
	o.buffer.Reset()
	e := json.NewEncoder(&o.buffer)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	if err := e.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
	o.w.Write(escapeJSON(bytes.TrimSuffix(o.buffer.Bytes(), []byte("\n"))))
}

func (o *object) close() error {
	o.w.WriteString("\n}\n")
	if o.err != nil {
		return o.err
	}
	return o.w.Flush()
}
