package check

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// entry is one file of the framework before it is read.
type entry struct {
	path string
	mode fs.FileMode // type bits; a regular file has none
}

// discover lists the data files in the order of their paths, and what takes the
// place of one without being a regular file. Names that begin with a dot and
// the releases are no part of the framework.
func discover(ctx context.Context, fsys fs.FS, o *Options) ([]entry, error) {
	layout, limit := o.layout(), o.limits().Files
	if layout.Bundle != "" {
		return []entry{{path: layout.Bundle}}, nil
	}
	var found []entry
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case path == ".":
			return nil
		case strings.HasPrefix(d.Name(), "."), path == layout.Releases:
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.IsDir() && isCandidate(path, d.Type()):
			found = append(found, entry{path, d.Type()})
		}
		if len(found) > limit {
			return &LimitError{"number of files", int64(limit)}
		}
		return nil
	})
	return found, err
}

// isCandidate reports whether a directory entry is, or could hide, framework
// data: a link without an extension may stand for a folder, and an ending in
// capitals for one that counts.
func isCandidate(path string, mode fs.FileMode) bool {
	base := path[strings.LastIndexByte(path, '/')+1:]
	return framework.IsData(strings.ToLower(path)) || mode != 0 && !strings.Contains(base, ".")
}

// Files returns the paths of the data files that a run reads, in its order.
func Files(ctx context.Context, fsys fs.FS, o Options) ([]string, error) {
	entries, err := discover(ctx, fsys, &o)
	if err != nil {
		return nil, fmt.Errorf("listing the files: %w", err)
	}
	var paths []string
	for _, e := range entries {
		if o.Part == nil || o.Part(e.path) {
			paths = append(paths, e.path)
		}
	}
	return paths, nil
}
