package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/internal/text"
)

// Document is what can be written in a format: [*Findings], [*Changes].
type Document interface {
	// Formats returns the names of the formats that the document has, sorted.
	Formats() []string
	// Write writes the document in a format. An unknown format is an error that
	// names those there are; every other error comes from w.
	Write(w io.Writer, format string, o Options) error
}

// saved is a kind of document that [Read] knows. Its name is that of its schema
// and of the list that only it has.
type saved struct {
	name   string
	decode func(data []byte) (Document, error)
}

var documents []saved

// document registers a kind of document; it is called while variables are set
// up, in the kind's own file.
func document[D Document](name string) bool {
	documents = append(documents, saved{name, func(data []byte) (Document, error) {
		var d D
		err := json.Unmarshal(data, &d)
		return d, err
	}})
	return true
}

// writer writes documents of one kind in one format.
type writer[D any] func(w io.Writer, doc *D, o Options) error

// table holds the formats of one kind of document by name.
type table[D any] map[string]writer[D]

// add registers a format; it is called while variables are set up, in the
// format's own file.
func (t table[D]) add(name string, write writer[D]) bool {
	if t[name] != nil {
		panic("report: the format " + name + " is registered twice")
	}
	t[name] = write
	return true
}

func (t table[D]) names() []string {
	names := make([]string, 0, len(t))
	for name := range t {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// find returns the format of that name.
func (t table[D]) find(name string) (writer[D], error) {
	if write := t[name]; write != nil {
		return write, nil
	}
	names := t.names()
	hint := ""
	if near, ok := text.Nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %q? ", near)
	}
	return nil, fmt.Errorf("unknown format %q: %suse one of %s", name, hint, strings.Join(names, ", "))
}
