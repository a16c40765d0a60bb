package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// ExistsError says that files would have to be overwritten. Nothing was written
// then.
type ExistsError struct{ Paths []string }

func (e *ExistsError) Error() string {
	verb := "exists"
	if len(e.Paths) > 1 {
		verb = "exist"
	}
	return fmt.Sprintf("%s %s already", strings.Join(e.Paths, ", "), verb)
}

// Write writes new files below a folder, and the folders that they need. When one
// of them exists, or cannot be written, none is left behind.
func Write(root *os.Root, files []File) error {
	var existing []string
	for _, f := range files {
		_, err := root.Lstat(filepath.FromSlash(f.Path))
		if err == nil {
			existing = append(existing, f.Path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("looking for %s: %w", f.Path, cause(err))
		}
	}
	if len(existing) > 0 {
		return &ExistsError{existing}
	}
	for i, f := range files {
		if err := write(root, f); err != nil {
			for _, written := range files[:i] {
				err = errors.Join(err, root.Remove(filepath.FromSlash(written.Path)))
			}
			return err
		}
	}
	return nil
}

// write creates one file. Somebody may have been quicker, so it insists that the
// file is new.
func write(root *os.Root, f File) error {
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(f.Path)), 0o777); err != nil {
		return fmt.Errorf("making the folder of %s: %w", f.Path, cause(err))
	}
	name := filepath.FromSlash(f.Path)
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &ExistsError{[]string{f.Path}}
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", f.Path, cause(err))
	}
	_, err = file.WriteString(f.Text)
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", f.Path, errors.Join(cause(err), root.Remove(name)))
	}
	return nil
}

// cause strips the path that the error of a file system repeats.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}
