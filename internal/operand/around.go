package operand

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"

	"github.com/cadre-framework/cadre/internal/files"
)

// Around is what a framework lies in: the repository of a folder (else the folder
// itself), a git revision or an archive.
type Around struct {
	FS        fs.FS
	Framework string                   // the framework's folder in it, "." for the top
	Call      func(name string) string // how people call a file in it
}

// Around opens what the framework lies in; it is released together with the
// operand. An operand that lies in nothing, such as standard input, has none, and
// ok is false. Of a revision and of an archive the data files are there, and no
// list of them.
func (o *Operand) Around(ctx context.Context) (around Around, ok bool, err error) {
	if o.tree != nil {
		return Around{treeFS{ctx, o.tree}, o.inside, o.tree.call}, true, nil
	}
	if o.Dir == "" {
		return Around{}, false, nil
	}
	root, framework := o.Repository, o.inside
	if root == "" {
		root, framework = o.Dir, "."
	}
	fsys, err := files.Open(root)
	if err != nil {
		return Around{}, false, fmt.Errorf("opening what lies around %s: %w", o.Name, err)
	}
	o.closer = both{o.closer, fsys}
	near := slashRel(o.Dir, root)
	return Around{fsys, framework, func(name string) string { return path.Join(o.near, near, name) }}, true, nil
}

// both closes two things.
type both [2]io.Closer

func (b both) Close() error { return errors.Join(b[0].Close(), b[1].Close()) }

// treeFS opens the files of a tree by their paths. A text is read when it is
// wanted.
type treeFS struct {
	ctx  context.Context
	tree *tree
}

// Open opens a regular file.
func (f treeFS) Open(name string) (fs.File, error) {
	failed := func(err error) (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if !fs.ValidPath(name) {
		return failed(fs.ErrInvalid)
	}
	at := slices.IndexFunc(f.tree.items, func(it item) bool { return it.path == name })
	if at < 0 {
		return failed(fs.ErrNotExist)
	}
	it := &f.tree.items[at]
	if it.mode != 0 {
		return failed(errors.New("it is no regular file"))
	}
	if err := f.load(it); err != nil {
		return failed(err)
	}
	m := newMemory()
	if _, err := m.put(path.Base(name), it.node()); err != nil {
		return failed(err)
	}
	return m.Open(path.Base(name))
}

// load reads the text of a file where that was not done before, within the time
// that opening the operand had.
func (f treeFS) load(it *item) error {
	if f.tree.later == nil {
		return nil
	}
	limits := f.tree.limits
	ctx, cancel := context.WithTimeoutCause(f.ctx, limits.Time, &LimitError{Operand: f.tree.name, Name: "seconds of git", Value: int64(limits.Time.Seconds())})
	defer cancel()
	return f.tree.later(ctx, []*item{it})
}
