package fix

import (
	"io/fs"
	"strings"
)

// overlay is a file system with the text of some files replaced.
type overlay struct {
	fs.FS
	texts map[string]string
}

// Open opens a file as it is after the repairs.
func (o overlay) Open(name string) (fs.File, error) {
	file, err := o.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if text, changed := o.texts[name]; changed {
		return &replaced{file, strings.NewReader(text)}, nil
	}
	return file, nil
}

// ReadDir lists a folder; repairs neither add nor remove files.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.FS, name) }

// replaced is an open file with another text. Its size is that of the file
// below, which serves as a hint only.
type replaced struct {
	fs.File
	*strings.Reader
}

func (r *replaced) Read(p []byte) (int, error) { return r.Reader.Read(p) }
