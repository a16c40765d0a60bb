package operand

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/files"
)

// folder opens the folder of a framework or of a bundle. A framework file that
// holds everything is a bundle.
func (o Opener) folder(p place, parts []string) (*Operand, error) {
	if p.bundle == "" && look(filepath.Join(p.dir, defaultBundle)) == bundle {
		p.bundle = defaultBundle
	}
	fsys, err := files.Open(p.dir)
	if err != nil {
		return nil, err
	}
	op := &Operand{FS: fsys, closer: fsys, Layout: framework.DefaultLayout, Dir: p.dir}
	op.Name = o.shown(filepath.Join(p.dir, p.bundle))
	if p.bundle != "" {
		op.Layout = framework.BundleLayout(p.bundle)
	}
	if !slices.Contains(parts, ".") {
		op.Part = within(parts)
	}
	op.near = slashRel(o.Dir, p.dir)
	op.Repository = repository(p.dir)
	base := op.Repository
	if base == "" {
		base = p.dir
	}
	op.Prefix = slashRel(base, p.dir)
	op.inside = op.Prefix
	if op.Prefix == "." {
		op.Prefix = ""
	}
	op.Root = slashRel(o.Dir, base)
	if back := slashRel(base, o.Dir); back != ".." && !strings.HasPrefix(back, "../") {
		op.Directory = back
	}
	return op, nil
}

// within accepts the paths that lie in one of the parts, or are one.
func within(parts []string) func(string) bool {
	return func(name string) bool {
		for _, part := range parts {
			if name == part || strings.HasPrefix(name, part+"/") {
				return true
			}
		}
		return false
	}
}

// shown returns a path as people see it from the working directory, and the
// name of the folder where that path would be dots alone.
func (o Opener) shown(at string) string {
	rel := slashRel(o.Dir, at)
	if rel == "." || rel == ".." || strings.HasSuffix(rel, "/..") {
		return filepath.Base(at)
	}
	return rel
}

// slashRel leads from one folder to another with slashes. Where no way leads,
// as between two drives, it is the last part of the name, so that no absolute
// path gets into a report.
func slashRel(from, to string) string {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.Base(to)
	}
	return filepath.ToSlash(rel)
}
