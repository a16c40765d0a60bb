package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// A look-up is the answer to a question about a framework: plain data with the
// tags of its JSON, which every format is made of. For text and Markdown it lays
// itself out as blocks.
type lookup interface {
	blocks() []block
}

// Answer is a look-up that can be written in a format.
type Answer struct{ lookup }

// LookupHead is what every look-up begins with.
type LookupHead struct {
	SchemaVersion int     `json:"schemaVersion"`
	Tool          Tool    `json:"tool"`
	Framework     Version `json:"framework"`
}

// Version names the framework that was asked.
type Version struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Version string `json:"version"`
}

func lookupHead(f *framework.Framework, version string) LookupHead {
	return LookupHead{SchemaVersion, Tool{"cadre", valid(version)}, Version{valid(f.ID), valid(f.Title), valid(f.Version)}}
}

var lookupFormats = map[string]func(io.Writer, lookup, Options) error{
	"json":     writeLookupJSON,
	"markdown": writeLookupMarkdown,
	"text":     writeLookupText,
}

// LookupFormats returns the names of the formats for look-ups, sorted.
func LookupFormats() []string {
	var names []string
	for name := range lookupFormats {
		names = append(names, name)
	}
	slices.SortFunc(names, cmp.Compare[string])
	return names
}

// Formats returns the same as [LookupFormats].
func (Answer) Formats() []string { return LookupFormats() }

// Write writes the answer in a format; of the options only the width matters.
func (a Answer) Write(w io.Writer, format string, o Options) error {
	write := lookupFormats[format]
	if write == nil {
		return fmt.Errorf("unknown format %q", format)
	}
	if err := write(w, a.lookup, o); err != nil {
		return fmt.Errorf("writing the answer as %s: %w", format, err)
	}
	return nil
}

// writeLookupJSON writes two spaces of indent, and escapes what terminals and
// build hosts could take for orders.
func writeLookupJSON(w io.Writer, l lookup, _ Options) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(l); err != nil {
		return err
	}
	_, err := w.Write(append(escapeJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), '\n'))
	return err
}

// block is a piece of a page: a heading, a paragraph, a table, or a list with
// items at depths.
type block struct {
	heading   string
	paragraph string
	table     *grid
	items     []item
}

type item struct {
	depth int
	text  string
}

// grid is a table: its columns, and the rows below them.
type grid struct {
	columns []column
	rows    [][]string
}

type column struct {
	title string
	right bool // numbers stand to the right
	spare bool // left out when the others do not fit a terminal
	fixed bool // never shortened to fit a terminal: numbers, and ids, which people copy
}
