package operand

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// Open opens the framework that the arguments lie in. Several arguments must
// lie in one framework; without any, the nearest framework upward counts, else
// the folder framework-data.
func (o Opener) Open(ctx context.Context, args []string) (*Operand, error) {
	if len(args) == 0 {
		p, err := o.nearest()
		if err != nil {
			return nil, err
		}
		return o.folder(p, []string{p.part})
	}
	for _, arg := range args {
		switch special := o.special(ctx, arg); {
		case special == nil:
		case len(args) > 1:
			return nil, usage("%s is a framework of its own; check it alone", arg)
		default:
			return special()
		}
	}
	var found place
	var parts []string
	for i, arg := range args {
		p, err := o.locate(arg)
		if notThere(err) {
			return nil, o.absent(ctx, arg)
		}
		if err != nil {
			return nil, err
		}
		if i > 0 && (p.dir != found.dir || p.bundle != found.bundle) {
			return nil, usage("%s and %s lie in different frameworks; check them one after the other", args[0], arg)
		}
		found = p
		parts = append(parts, p.part)
	}
	return o.folder(found, parts)
}

// Special reports whether an argument names something else than a file or a folder
// that can be written: an archive, a git revision, the shipped framework, standard
// input.
func (o Opener) Special(arg string) bool { return o.special(context.Background(), arg) != nil }

// special returns what opens an argument that is no path in a folder, or nil.
func (o Opener) special(ctx context.Context, arg string) func() (*Operand, error) {
	switch {
	case arg == Embedded:
		return func() (*Operand, error) { return embedded(), nil }
	case arg == Stdin:
		return o.stdin
	case strings.HasPrefix(arg, gitScheme):
		return func() (*Operand, error) { return o.revision(ctx, arg) }
	case o.namesArchive(arg):
		return func() (*Operand, error) { return o.archive(arg) }
	}
	return nil
}

// PathArgument returns a path as an argument that is taken for nothing else, as
// people would type it.
func PathArgument(path string) string {
	if path == Embedded || path == Stdin || strings.HasPrefix(path, gitScheme) {
		return "./" + path
	}
	return path
}

// revision opens a git revision as it stands.
func (o Opener) revision(ctx context.Context, arg string) (*Operand, error) {
	r, err := parseRevision(arg)
	if err != nil {
		return nil, err
	}
	h, err := o.home()
	if err != nil {
		return nil, err
	}
	return o.git(ctx, r, h, false)
}

// place is where an argument lies: the folder of its framework, the bundle in
// it if it is one, and the part of the framework that was named ("." for all).
type place struct{ dir, bundle, part string }

// ErrNowhere says that there is no framework where none is named.
var ErrNowhere = errors.New("there is no framework here")

// working finds the working framework: the one that was named, else the nearest.
func (o Opener) working(named []string) (place, error) {
	if len(named) > 0 {
		return o.locate(named[0])
	}
	return o.nearest()
}

// nearest finds the framework that is meant when none is named.
func (o Opener) nearest() (place, error) {
	dir, err := upward(o.Dir)
	if err != nil {
		return place{}, err
	}
	if dir == "" {
		below := filepath.Join(o.Dir, "framework-data")
		if ok, err := isFramework(below); err != nil {
			return place{}, err
		} else if !ok {
			return place{}, fmt.Errorf("%w: no framework.yaml in this folder or above it, and none in ./framework-data\nname the folder of your framework, start one with cadre init, or name \"embedded\", the one that ships with Cadre", ErrNowhere)
		}
		dir = below
	}
	return place{dir: dir, part: "."}, nil
}

// absolute returns the clean absolute form of a path.
func (o Opener) absolute(arg string) string {
	if filepath.IsAbs(arg) {
		return filepath.Clean(arg)
	}
	return filepath.Join(o.Dir, arg)
}

// locate finds the framework that a path lies in.
func (o Opener) locate(arg string) (place, error) {
	if arg == "" {
		return place{}, usage("the name of the framework is empty")
	}
	at := o.absolute(arg)
	info, err := os.Stat(at)
	if notThere(err) {
		return place{}, nowhereError(arg)
	}
	if err != nil {
		return place{}, fmt.Errorf("%s: %w", arg, err)
	}
	dir, holds := at, other
	if !info.IsDir() {
		if holds = look(at); holds == bundle {
			return alone(at)
		}
		dir = filepath.Dir(at)
	}
	root, err := upward(dir)
	if err != nil {
		return place{}, err
	}
	if root == "" && holds == broken {
		return alone(at)
	}
	if root == "" {
		return place{}, outside(arg, at)
	}
	part, err := filepath.Rel(root, at)
	return place{dir: root, part: filepath.ToSlash(part)}, err
}

// alone is the place of a bundle. A link is followed first: the command line is
// trusted, and the folder that is opened must hold the file itself.
func alone(at string) (place, error) {
	at, err := filepath.EvalSymlinks(at)
	return place{dir: filepath.Dir(at), bundle: filepath.Base(at), part: "."}, err
}

// outside is the error for a path in no framework.
func outside(arg, at string) error {
	hint := "name a folder that holds framework.yaml, or a file inside one"
	if ok, err := isFramework(filepath.Join(at, "framework-data")); ok && err == nil {
		hint = "did you mean " + path.Join(filepath.ToSlash(arg), "framework-data") + "?"
	}
	return fmt.Errorf("%s lies in no framework: there is no framework.yaml in its folder or above it\n%s", arg, hint)
}

// upward returns the nearest folder with a framework file, from dir up, or "".
func upward(dir string) (string, error) {
	for {
		ok, err := isFramework(dir)
		if ok || err != nil {
			return dir, err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// isFramework reports whether a folder holds a framework file. Two of them are
// a mistake that only the user can mend.
func isFramework(dir string) (bool, error) {
	var found []string
	for _, ext := range []string{".yaml", ".yml", ".json"} {
		name := framework.DefaultLayout.Framework + ext
		if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
			found = append(found, name)
		}
	}
	if len(found) > 1 {
		return false, usage("the folder %s holds %s: keep one of them", filepath.Base(dir), strings.Join(found, " and "))
	}
	return len(found) == 1, nil
}
