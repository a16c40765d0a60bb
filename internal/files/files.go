// Package files opens folders of the machine as file systems that cannot be
// left: no path and no link leads out of the folder, and nothing but regular
// files and folders is opened. It writes into them so that no text is ever lost,
// and shows how two texts differ.
package files

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// FS is a folder opened through [os.Root].
type FS struct {
	fs.FS
	root *os.Root
}

// Open opens a folder. The caller closes it.
func Open(dir string) (*FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the folder %s: %w", dir, err)
	}
	return &FS{root.FS(), root}, nil
}

// Close releases the folder.
func (f *FS) Close() error { return f.root.Close() }

// Open opens a regular file or a folder for reading. Anything else is refused,
// without waiting for it: a pipe that nobody writes to would block for ever.
func (f *FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	flag := os.O_RDONLY
	if runtime.GOOS != "windows" {
		flag |= syscall.O_NONBLOCK
	}
	file, err := f.root.OpenFile(name, flag, 0)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// ReadDir lists a folder in the order of its names.
func (f *FS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.FS, name) }
