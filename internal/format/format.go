// Package format lays out data files as people should find them: fields in the
// order of their schema, two spaces a step, quotes only where they are needed,
// long texts folded.
//
// It is for whoever writes files back: the commands that tidy and repair. Most
// callers need one call:
//
//	text, faults, err := format.Text(file, framework.DefaultLayout)
//
// A YAML file is never written anew from its values. Its text is cut into the
// pieces that people wrote (a field's name, a value, the comments above it and
// beside it), and these are put in order and moved to their columns. What a
// piece holds is left as it is unless it can be written more plainly: comments,
// blank lines between fields and line breaks inside texts all stay. Where the
// pieces cannot be told apart with certainty, the file is left as it is.
//
// Nothing is returned unproven. The new text is read again: it must hold the
// same values and the same comments, and laying it out once more must change
// nothing.
package format

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Text returns the text of a data file in canonical layout. A file with faults
// cannot be laid out: they are returned instead. An error says that the layout
// would have changed what the file says, and that it is best left alone.
func Text(f *source.File, l framework.Layout) (string, []source.Fault, error) {
	old, faults := read(f, l)
	if faults = severe(faults); len(faults) > 0 {
		return "", faults, nil
	}
	text, err := proven(f, old, l)
	if err != nil && openEnd(old.Root()) {
		return f.Text, nil, nil
	}
	return text, nil, err
}

// proven lays out a file and proves the result.
func proven(f *source.File, old *source.Document, l framework.Layout) (string, error) {
	clean := strings.ReplaceAll(strings.TrimPrefix(f.Text, "\ufeff"), "\r\n", "\n")
	text, err := again(f.Path, clean, l)
	if err != nil {
		return "", err
	}
	doc, faults := read(&source.File{Path: f.Path, Text: text}, l)
	if len(faults) > 0 {
		return "", changed(f.Path, "could not be read any more: "+faults[0].Message)
	}
	if what := difference(old, doc); what != "" {
		return "", changed(f.Path, what)
	}
	if twice, err := again(f.Path, text, l); err != nil || twice != text {
		return "", changed(f.Path, "would be laid out differently each time")
	}
	return text, nil
}

// changed is the error of a layout that did not stand its proof.
func changed(path, what string) error {
	return fmt.Errorf("laying out %s: the result %s; the file is left as it is, please report this with the file", path, what)
}

func read(f *source.File, l framework.Layout) (*source.Document, []source.Fault) {
	limits := source.FileLimits
	if l.Bundle != "" {
		limits = source.LargeBundleLimits
	}
	return source.Parse(f, limits)
}

// severe drops the fault that the layout itself mends.
func severe(faults []source.Fault) []source.Fault {
	var left []source.Fault
	for _, f := range faults {
		if f.Code != "byte-order-mark" {
			left = append(left, f)
		}
	}
	return left
}

// again lays out a text that has LF line ends and no byte order mark.
func again(path, text string, l framework.Layout) (string, error) {
	doc, faults := read(&source.File{Path: path, Text: text}, l)
	if len(faults) > 0 {
		return "", changed(path, "could not be read with plain line ends: "+faults[0].Message)
	}
	kind, many := l.Contents(doc)
	o := order{kind: string(kind), many: many, known: map[string]map[string]int{}}
	if source.IsJSON(path) {
		return jsonText(doc.Root(), &o), nil
	}
	root, ok := readTree(doc)
	if !ok {
		return tidyEnd(doc, l), nil
	}
	root.arrange(&o, "")
	return root.text(), nil
}

// tidyEnd gives a file that is laid out in a way of its own its final line
// break, where that changes nothing else.
func tidyEnd(doc *source.Document, l framework.Layout) string {
	text := strings.TrimRight(doc.File.Text, "\n") + "\n"
	next, faults := read(&source.File{Path: doc.File.Path, Text: text}, l)
	if len(faults) > 0 || difference(doc, next) != "" {
		return doc.File.Text
	}
	return text
}
