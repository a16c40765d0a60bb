package operand

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// Earlier is the revision that a framework will be compared with, before it is
// known where in it that framework lies. Its Around leads to the working directory.
type Earlier struct {
	Around
	Repository string // absolute root

	tree *tree
}

// Earlier opens the base of the repository that the working directory lies in, as
// [Opener.Base] does; with fork, where HEAD left it. It is nil where the base is no
// revision, or where there is no repository.
func (o Opener) Earlier(ctx context.Context, arg, branch string, fork bool) (*Earlier, error) {
	r := revision{ref: defaultBase}
	switch {
	case strings.HasPrefix(arg, gitScheme):
		var err error
		if r, err = parseRevision(arg); err != nil {
			return nil, err
		}
	case arg != "":
		return nil, nil
	case branch != "":
		r.ref = tracked + "origin/" + branch
		if err := checkRef(r.ref); err != nil {
			return nil, fmt.Errorf("%w: GITHUB_BASE_REF: %w", ErrUsage, err)
		}
	}
	root := repository(o.Dir)
	if root == "" {
		return nil, nil
	}
	within, cancel := o.inTime(ctx, gitScheme+shortRef(r.ref))
	defer cancel()
	t, err := o.treeOf(within, r, root, fork)
	if err != nil {
		return nil, err
	}
	return &Earlier{Around{treeFS{ctx, t}, slashRel(root, o.Dir), t.call}, root, t}, nil
}

// Nearest returns the path of the framework that was meant there when none was
// named, or "": the nearest from the working directory upward, else the folder
// framework-data.
func (e *Earlier) Nearest() string {
	if dir := e.tree.upward(e.Framework); dir != "" {
		return dir
	}
	if below := path.Join(e.Framework, "framework-data"); e.tree.upward(below) == below {
		return below
	}
	return ""
}

// upward returns the nearest folder of a tree with a framework file, from dir up,
// or "".
func (t *tree) upward(dir string) string {
	folders := t.folders()
	for ; ; dir = path.Dir(dir) {
		if folders[dir] != nil {
			return dir
		}
		if dir == "." {
			return ""
		}
	}
}

// Elsewhere returns the path at which a base has the framework that args name, or
// that work is, where this is not the path of work; else "". It knows that of
// revisions of the repository that work lies in. Somebody who named both paths
// knows that they differ.
func (o Opener) Elsewhere(ctx context.Context, base, work *Operand, args []string) (string, error) {
	if base.tree == nil || base.Repository == "" || base.Repository != work.Repository {
		return "", nil
	}
	here := work.path()
	for _, arg := range args {
		named, ok, err := o.fromRoot(work, arg)
		if err != nil {
			return "", err
		}
		if !ok {
			continue
		}
		there, err := base.tree.around(ctx, named)
		if err != nil {
			return "", err
		}
		if there != "" && there != here {
			return there, nil
		}
	}
	if there := base.path(); there != here && (len(args) == 0 || !base.placed) {
		return there, nil
	}
	return "", nil
}

// path returns where the framework of an operand lies, from the root of the
// repository.
func (o *Operand) path() string { return frameworkPath(o.inside, o.Layout.Bundle) }

// fromRoot returns the path that an argument names, from the root of the repository
// that work lies in. An argument that names a whole revision has none.
func (o Opener) fromRoot(work *Operand, arg string) (name string, ok bool, err error) {
	if strings.HasPrefix(arg, gitScheme) {
		r, err := parseRevision(arg)
		return r.path, r.path != "", err
	}
	name = slashRel(work.Repository, o.absolute(arg))
	return name, name != ".." && !strings.HasPrefix(name, "../"), nil
}

// around returns the path of the framework that a path of the tree lies in, be it
// that nothing is at the path itself; or "".
func (t *tree) around(ctx context.Context, name string) (string, error) {
	_, file := t.entry(name)
	if file != nil && file.mode == 0 {
		if err := (treeFS{ctx, t}).load(file); err != nil {
			return "", err
		}
		if file.holds() == bundle {
			return frameworkPath(path.Split(name)), nil
		}
	}
	return t.upward(name), nil
}
