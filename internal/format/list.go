package format

import (
	"io/fs"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// Files lists the data files of a framework folder in the order of their paths.
// Names that begin with a dot, the releases and everything that is no regular
// file are left out.
func Files(fsys fs.FS, l framework.Layout) ([]string, error) {
	var paths []string
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path == ".":
		case strings.HasPrefix(d.Name(), "."), path == l.Releases:
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() && framework.IsData(path):
			paths = append(paths, path)
		}
		return nil
	})
	return paths, err
}
