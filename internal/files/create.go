package files

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// CreateFile writes a file that is not there yet, and the folder that it lies in.
// It takes its name only when all of it is on the disk, and never the place of
// another: if there is one, the error is [fs.ErrExist].
func (f *FS) CreateFile(name string, data []byte) error {
	if err := f.create(name, data); err != nil {
		return fmt.Errorf("writing %s: %w", name, cause(err))
	}
	return nil
}

func (f *FS) create(name string, data []byte) error {
	if !fs.ValidPath(name) {
		return fs.ErrInvalid
	}
	switch _, err := f.root.Lstat(name); {
	case err == nil:
		return fs.ErrExist
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := f.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	temporary, err := f.beside(name, 0o644, data)
	if err != nil {
		return err
	}
	// A link, unlike a new name, never takes the place of a file.
	err = f.root.Link(temporary, name)
	if err = errors.Join(err, f.root.Remove(temporary)); err != nil {
		return err
	}
	return f.syncFolder(path.Dir(name))
}

// Remove removes a file that was created and is not wanted after all.
func (f *FS) Remove(name string) error {
	if err := f.root.Remove(name); err != nil {
		return fmt.Errorf("removing %s: %w", name, cause(err))
	}
	return nil
}
