package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

var errNothing = errors.New("there is no such file or folder")

// Name is the name of the configuration file.
const Name = ".cadre.yaml"

// Find returns the nearest folder with a configuration, from dir upward to the
// root of its repository, or "" when there is none. Outside a repository only dir
// itself is looked at: what lies further up belongs to somebody else.
func Find(dir string) (string, error) {
	root := Repository(dir)
	for {
		_, err := os.Lstat(filepath.Join(dir, Name))
		switch {
		case err == nil:
			return dir, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("looking for %s: %w", Name, cause(err))
		case dir == root || root == "" || dir == filepath.Dir(dir):
			return "", nil
		}
		dir = filepath.Dir(dir)
	}
}

// Repository returns the root of the git repository that a folder lies in, or "".
func Repository(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// cause strips the path that the error of a file system repeats, and says in plain
// words that there is nothing.
func cause(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errNothing
	}
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}
