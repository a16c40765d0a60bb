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
	fsys  fs.FS  // a file system that is open already, in place of root; or nil
	name  string // slash-separated, from root
	shown string // as people call it
}

// form says what a file must be.
type form struct {
	schema string
	what   string // begins the list of its mistakes
	start  string // the next step where there is nothing in it
	limits source.Limits
}

// read reads and parses a file and holds it to a schema.
func (p place) read(f form) (*source.Document, error) {
	text, err := p.text(f.limits.Bytes)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", p.shown, err)
	}
	file := &source.File{Path: p.shown, Text: text}
	if int64(len(text)) > f.limits.Bytes {
		return nil, fmt.Errorf("reading %s: it is larger than %d bytes", p.shown, f.limits.Bytes)
	}
	m := &mistakes{what: f.what}
	if blank(text) {
		m.add(source.Span{File: file}, "there is nothing in the file", f.start)
		return nil, m.err()
	}
	doc, faults := source.Parse(file, f.limits)
	found, err := validate.Document(doc, faults, f.schema, false)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", p.shown, err)
	}
	m.findings(found)
	return doc, m.err()
}

// blank reports whether a text holds nothing but white space and comments.
func blank(text string) bool {
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

// folder returns the file system that holds the file; the caller calls done.
func (p place) folder() (fsys fs.FS, done func() error, err error) {
	if p.fsys != nil {
		return p.fsys, func() error { return nil }, nil
	}
	folder, err := files.Open(p.root)
	if err != nil {
		return nil, nil, err
	}
	return folder, folder.Close, nil
}

// text reads up to one byte more than a limit.
func (p place) text(limit int64) (string, error) {
	folder, done, err := p.folder()
	if err != nil {
		return "", cause(err)
	}
	defer done()
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
	folder, done, err := p.folder()
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", p.shown, cause(err))
	}
	defer done()
	f, err := folder.Open(p.name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", p.shown, cause(err))
	}
	return true, f.Close()
}
