package files

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"runtime"
	"strconv"
)

// ErrChanged marks a file that somebody else changed since it was read.
var ErrChanged = errors.New("the file was changed meanwhile and is left as it is; run the command again")

// WriteFile replaces the text of a regular file. Whoever reads the file, at
// whatever moment the program or the machine stops, finds all of the old text or
// all of the new: the new one is written beside it, brought to the disk, and
// takes its name and its mode. A file that no longer holds old is left alone,
// and one that already holds data is not touched.
func (f *FS) WriteFile(name string, old, data []byte) error {
	if err := f.replace(name, old, data); err != nil {
		return fmt.Errorf("writing %s: %w", name, cause(err))
	}
	return nil
}

func (f *FS) replace(name string, old, data []byte) error {
	mode, err := f.unchanged(name, old)
	if err != nil || bytes.Equal(old, data) {
		return err
	}
	temporary, err := f.beside(name, mode, data)
	if err != nil {
		return err
	}
	// Somebody may have saved the file while its new text was written.
	if _, err := f.unchanged(name, old); err != nil {
		return errors.Join(err, f.root.Remove(temporary))
	}
	if err := f.root.Rename(temporary, name); err != nil {
		return errors.Join(err, f.root.Remove(temporary))
	}
	return f.syncFolder(path.Dir(name))
}

// unchanged returns the mode of a regular file that holds old.
func (f *FS) unchanged(name string, old []byte) (fs.FileMode, error) {
	info, err := f.root.Lstat(name)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("it is not a regular file: %w", fs.ErrInvalid)
	}
	if info.Size() != int64(len(old)) {
		return 0, ErrChanged
	}
	now, err := fs.ReadFile(f, name)
	if err == nil && !bytes.Equal(now, old) {
		err = ErrChanged
	}
	return info.Mode().Perm(), err
}

// beside writes a temporary file in the folder of a file. Its name begins with a
// dot, so that nobody takes it for data should it be left behind.
func (f *FS) beside(name string, mode fs.FileMode, data []byte) (temporary string, err error) {
	var file *os.File
	for range 100 {
		temporary = path.Join(path.Dir(name), "."+path.Base(name)+"."+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		if file, err = f.root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode|0o200); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", err
	}
	_, err = file.Write(data)
	err = errors.Join(err, setMode(file, mode), file.Sync())
	if err = errors.Join(err, file.Close()); err != nil {
		return "", errors.Join(err, f.root.Remove(temporary))
	}
	return temporary, nil
}

// setMode undoes what the umask took. Windows has no such mode on open files.
func setMode(file *os.File, mode fs.FileMode) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	return file.Chmod(mode)
}

// syncFolder brings a new name to the disk. Windows cannot do that for folders,
// and does it by itself.
func (f *FS) syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := f.root.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(ignoreUnsupported(dir.Sync()), dir.Close())
}

// ignoreUnsupported drops the error of file systems that cannot sync a folder.
func ignoreUnsupported(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) {
		return nil
	}
	return err
}

// cause strips the path that the error of a file system repeats.
func cause(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}
