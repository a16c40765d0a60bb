// Package operand opens what a command works on: a framework folder, a bundle, an
// archive, a git revision, the framework that ships with Cadre, or a bundle on
// standard input. Whatever it is, the rest of the program sees a read-only file
// system, a layout, and how people call the files in it.
//
// Archives and revisions are anybody's: they are read into memory within
// [Limits], nothing of them is written to disk, and nothing that they name is run.
package operand

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	frameworkdata "github.com/cadre-framework/cadre/framework-data"

	"github.com/cadre-framework/cadre/framework"
)

// ErrUsage marks errors that the user mends on the command line. All others say
// that something is not there or cannot be read.
var ErrUsage = errors.New("wrong usage")

// usage returns an error that counts as ErrUsage and does not repeat its words.
func usage(format string, args ...any) error { return &usageError{fmt.Errorf(format, args...)} }

type usageError struct{ error }

func (e *usageError) Is(target error) bool { return target == ErrUsage }
func (e *usageError) Unwrap() error        { return e.error }

// Operand is one opened framework. The caller closes it.
type Operand struct {
	Name   string // as people call it, from the working directory: "framework-data"
	FS     fs.FS
	Layout framework.Layout
	Part   func(path string) bool // what of it was asked for; nil for all

	// A file of the operand is called Prefix and its path, and lies there below
	// Base, unless the operand is Detached from any folder. Base is the
	// repository's root, or the operand's own folder where there is none; Root
	// leads there from the working directory, and Directory leads back where
	// that is below it.
	Prefix          string
	Root, Directory string
	Detached        bool

	// Dir is the absolute folder of an operand that has one, and Repository the
	// absolute root of the git repository that it lies in or comes from.
	Dir, Repository string

	inside string // leads from the repository's root to the operand's folder
	near   string // leads from the working directory to the operand's folder
	tree   *tree  // what the operand was taken from: a revision, an archive; or nil
	placed bool   // whether the argument said where in a revision it lies
	closer io.Closer
}

// Close releases what was opened.
func (o *Operand) Close() error {
	if o.closer == nil {
		return nil
	}
	return o.closer.Close()
}

// Same reports whether two operands lie in one place, be it through links.
func (o *Operand) Same(other *Operand) bool {
	return o.Dir != "" && other.Dir != "" && o.Layout.Bundle == other.Layout.Bundle && real(o.Dir) == real(other.Dir)
}

// Opener opens operands. Dir is the absolute working directory.
type Opener struct {
	Dir       string
	Stdin     io.Reader
	MaxBundle int64   // bytes of a bundle on standard input
	Limits    *Limits // nil for DefaultLimits

	// Work returns the path of the working framework when somebody has named one,
	// and nil when it is the nearest; nil for the nearest.
	Work func() ([]string, error)
}

// The operands that are no paths.
const (
	Embedded = "embedded"
	Stdin    = "-"
)

func embedded() *Operand {
	return &Operand{
		Name: Embedded, FS: frameworkdata.FS, Layout: framework.DefaultLayout,
		Prefix: Embedded, Detached: true,
	}
}

// stdinName is the file that standard input is taken for: only JSON is read
// from it.
const stdinName = "stdin.json"

// stdin reads one byte beyond the limit, so that the check sees when it is
// exceeded.
func (o Opener) stdin() (*Operand, error) {
	data, err := io.ReadAll(io.LimitReader(o.Stdin, o.MaxBundle+1))
	if err != nil {
		return nil, err
	}
	switch text := strings.TrimSpace(strings.TrimPrefix(string(data), byteOrderMark)); {
	case text == "":
		return nil, usage("standard input is empty; it must hold a bundle, one JSON object with a whole framework")
	case text[0] != '{':
		return nil, usage("standard input must hold a bundle, one JSON object with a whole framework; name a folder or a file to check YAML")
	}
	fsys := newMemory()
	if _, err := fsys.add(stdinName, 0, string(data)); err != nil {
		return nil, err
	}
	return &Operand{
		Name: "stdin", FS: fsys, Layout: framework.BundleLayout(stdinName),
		Prefix: "stdin", Detached: true,
	}, nil
}

// Near returns how people call a file of the operand, from the working directory.
func (o *Operand) Near(name string) string {
	if o.Detached {
		return o.Path(name)
	}
	return path.Join(o.near, name)
}

// Path returns how a file of the operand is called below Base.
func (o *Operand) Path(name string) string {
	if o.Layout.Bundle == name && o.Detached {
		return o.Prefix
	}
	if o.Prefix == "" || strings.HasSuffix(o.Prefix, ":") {
		return o.Prefix + name
	}
	return o.Prefix + "/" + name
}
