package operand

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// memory is a file system of texts that were read before. Opening a file copies
// nothing, and several goroutines may read at once.
type memory struct{ *node }

// node is a file, a folder, or what takes the place of one, such as a link.
type node struct {
	name     string
	mode     fs.FileMode
	text     string
	blank    int64 // size of a file of which only that is known; it reads as blanks
	children map[string]*node
}

func newMemory() memory { return memory{folderNode(".")} }

func folderNode(name string) *node {
	return &node{name: name, mode: fs.ModeDir | 0o555, children: map[string]*node{}}
}

// add puts a text at a path.
func (m memory) add(path string, mode fs.FileMode, text string) (folders int, err error) {
	return m.put(path, &node{mode: mode | 0o444, text: text})
}

// put puts a file at a path, and counts the folders that it makes on the way.
// One name can stand for one thing only.
func (m memory) put(path string, file *node) (folders int, err error) {
	at := m.node
	parts := strings.Split(path, "/")
	for _, name := range parts[:len(parts)-1] {
		next := at.children[name]
		if next == nil {
			next = folderNode(name)
			at.children[name] = next
			folders++
		}
		if !next.IsDir() {
			return folders, fmt.Errorf("%q lies in a folder that is a file, too", path)
		}
		at = next
	}
	name := parts[len(parts)-1]
	if at.children[name] != nil {
		return folders, fmt.Errorf("%q is there twice", path)
	}
	file.name = name
	at.children[name] = file
	return folders, nil
}

// find returns the node at a path.
func (m memory) find(op, path string) (*node, error) {
	at := m.node
	if !fs.ValidPath(path) {
		return nil, &fs.PathError{Op: op, Path: path, Err: fs.ErrInvalid}
	}
	if path == "." {
		return at, nil
	}
	for name := range strings.SplitSeq(path, "/") {
		if at = at.children[name]; at == nil {
			return nil, &fs.PathError{Op: op, Path: path, Err: fs.ErrNotExist}
		}
	}
	return at, nil
}

// Open opens a file or a folder. What is neither is not opened.
func (m memory) Open(path string) (fs.File, error) {
	n, err := m.find("open", path)
	switch {
	case err != nil:
		return nil, err
	case n.IsDir():
		return &openFolder{node: n, rest: n.list()}, nil
	case !n.mode.IsRegular():
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
	}
	if n.blank > 0 {
		return &blankFile{n, io.LimitReader(blanks{}, n.blank)}, nil
	}
	return &openFile{n, strings.NewReader(n.text)}, nil
}

// ReadDir lists a folder in the order of its names.
func (m memory) ReadDir(path string) ([]fs.DirEntry, error) {
	n, err := m.find("readdir", path)
	if err != nil {
		return nil, err
	}
	if !n.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: path, Err: fs.ErrInvalid}
	}
	return n.list(), nil
}

func (n *node) list() []fs.DirEntry {
	var all []fs.DirEntry
	for _, child := range n.children {
		all = append(all, child)
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all
}

func (n *node) Name() string               { return n.name }
func (n *node) Size() int64                { return max(n.blank, int64(len(n.text))) }
func (n *node) Mode() fs.FileMode          { return n.mode }
func (n *node) Type() fs.FileMode          { return n.mode.Type() }
func (n *node) ModTime() time.Time         { return time.Time{} }
func (n *node) IsDir() bool                { return n.mode.IsDir() }
func (n *node) Sys() any                   { return nil }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }
