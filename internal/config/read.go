package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// place is a file that cannot lead out of a folder.
type place struct {
	root  string // absolute folder that is opened
	name  string // slash-separated, from root
	shown string // as people call it
}

// read reads and parses a file and holds it to a schema.
func (p place) read(kind, what string, limits source.Limits) (*source.Document, error) {
	text, err := p.text(limits.Bytes)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", p.shown, err)
	}
	file := &source.File{Path: p.shown, Text: text}
	if int64(len(text)) > limits.Bytes {
		return nil, fmt.Errorf("reading %s: it is larger than %d bytes", p.shown, limits.Bytes)
	}
	doc, faults := source.Parse(file, limits)
	found, err := validate.Document(doc, faults, kind, false)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", p.shown, err)
	}
	m := &mistakes{what: what}
	m.findings(found)
	return doc, m.err()
}

// text reads up to one byte more than a limit.
func (p place) text(limit int64) (string, error) {
	folder, err := files.Open(p.root)
	if err != nil {
		return "", cause(err)
	}
	defer folder.Close()
	f, err := folder.Open(p.name)
	if err != nil {
		return "", cause(err)
	}
	defer f.Close()
	var b strings.Builder
	if _, err := io.Copy(&b, io.LimitReader(f, limit+1)); err != nil {
		return "", cause(err)
	}
	return b.String(), nil
}

// exists reports whether there is such a file.
func (p place) exists() (bool, error) {
	folder, err := files.Open(p.root)
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", p.shown, cause(err))
	}
	defer folder.Close()
	f, err := folder.Open(p.name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", p.shown, cause(err))
	}
	return true, f.Close()
}
