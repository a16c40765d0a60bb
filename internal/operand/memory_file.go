package operand

import (
	"io"
	"io/fs"
	"strings"
)

// openFile is a file of a [memory] as it is read.
type openFile struct {
	node *node
	*strings.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFile) Close() error               { return nil }

// blankFile is a file of which only the size is known, as it is read.
type blankFile struct {
	node *node
	io.Reader
}

func (f *blankFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *blankFile) Close() error               { return nil }

// blanks never ends.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// openFolder is a folder of a [memory] as it is listed.
type openFolder struct {
	node *node
	rest []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFolder) Close() error               { return nil }

// Read says that a folder has no text.
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.node.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next n entries, or all that are left.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.rest) {
		n = len(f.rest)
	}
	next := f.rest[:n]
	f.rest = f.rest[n:]
	return next, nil
}
