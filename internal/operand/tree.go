package operand

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// tree is what an archive or a git revision holds, before it is known where in it
// the framework lies.
type tree struct {
	name   string // as people call it: "git:main", "old.zip"
	joint  string // stands between the name and a path in the tree
	items  []item
	read   func(files []*item) error // fills in the texts of files
	limits Limits

	// later fills in texts once the operand is open; nil where they are all there.
	later func(ctx context.Context, files []*item) error
}

// item is a file of a tree, or what takes the place of one.
type item struct {
	path string
	mode fs.FileMode // type bits; a regular file has none
	key  string      // what the text is found by
	text string

	size  int64 // of the text, where that is known before
	blank bool  // whether the text is too large for anybody, and was left out
}

// spot is where in a tree a framework lies: its folder, "." for the top, or the
// bundle in it; and the part of it that was named.
type spot struct{ dir, bundle, part string }

// path returns where the framework itself lies.
func (s spot) path() string { return path.Join(s.dir, s.bundle) }

// call returns how people call a path of the tree.
func (t *tree) call(p string) string {
	if p == "." {
		return t.name
	}
	return t.name + t.joint + p
}

// open makes an operand of the framework at a spot.
func (t *tree) open(s spot) (*Operand, error) {
	wanted := t.within(s)
	if names := t.folders()[s.dir]; s.bundle == "" && len(names) > 1 {
		return nil, usage("the folder %s holds %s: keep one of them", t.call(s.dir), strings.Join(names, " and "))
	}
	if len(wanted) > t.limits.Entries {
		return nil, &LimitError{Operand: t.call(s.dir), Name: "number of files", Value: int64(t.limits.Entries)}
	}
	if err := t.load(wanted); err != nil {
		return nil, err
	}
	fsys := newMemory()
	nodes := 0
	for _, it := range wanted {
		inside := it.path
		if s.dir != "." {
			inside = it.path[len(s.dir)+1:]
		}
		if !fs.ValidPath(inside) {
			return nil, fmt.Errorf("%s holds an entry whose name is no path, %q: it cannot be read", t.name, it.path)
		}
		folders, err := fsys.put(inside, it.node())
		if err != nil {
			return nil, fmt.Errorf("reading %s: the entry %w", t.name, err)
		}
		if nodes += folders + 1; nodes > t.limits.Entries {
			return nil, &LimitError{Operand: t.call(s.dir), Name: "number of files and folders", Value: int64(t.limits.Entries)}
		}
		if inside == defaultBundle && s.bundle == "" && it.holds() == bundle {
			s.bundle = inside
		}
	}
	return t.operand(fsys, s), nil
}

func (t *tree) operand(fsys fs.FS, s spot) *Operand {
	op := &Operand{Name: t.call(s.path()), FS: fsys, Layout: framework.DefaultLayout, Detached: true, inside: s.dir, tree: t}
	op.Prefix = op.Name
	if s.path() == "." && t.joint != "/" {
		op.Prefix += t.joint
	}
	if s.bundle != "" {
		op.Layout = framework.BundleLayout(s.bundle)
	}
	if s.part != "" && s.part != "." {
		op.Part = within([]string{s.part})
	}
	return op
}

// within returns the items that belong to a framework.
func (t *tree) within(s spot) []*item {
	var wanted []*item
	for i := range t.items {
		it := &t.items[i]
		inside, ok := it.path, true
		if s.dir != "." {
			inside, ok = strings.CutPrefix(it.path, s.dir+"/")
		}
		switch {
		case !ok, hidden(inside):
		case s.bundle != "" && inside != s.bundle:
		case it.mode != 0, isWanted(inside):
			wanted = append(wanted, it)
		}
	}
	return wanted
}

// isWanted reports whether a file can belong to a framework or its releases.
func isWanted(name string) bool {
	switch path.Base(name) {
	case "SHA256SUMS", "CHANGELOG.md":
		return true
	}
	return framework.IsData(strings.ToLower(name))
}

// hidden reports whether a part of a path begins with a dot: such files are no
// part of a framework.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// load fills in the texts of the regular files among the items.
func (t *tree) load(items []*item) error {
	return t.read(slices.DeleteFunc(slices.Clone(items), func(it *item) bool { return it.mode != 0 }))
}

// node returns the file of a memory that an item is.
func (it *item) node() *node {
	n := &node{mode: it.mode | 0o444, text: it.text}
	if it.blank {
		n.blank = it.size
	}
	return n
}

// holds looks at the beginning of an item whose text is there.
func (it *item) holds() content {
	switch {
	case it.mode != 0:
		return other
	case it.blank && source.IsJSON(it.path):
		return broken
	}
	return contentOf(it.path, strings.NewReader(it.text))
}
