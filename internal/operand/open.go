package operand

import (
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
func (o Opener) Open(args []string) (*Operand, error) {
	if len(args) == 0 {
		return o.nearest()
	}
	if len(args) == 1 {
		switch args[0] {
		case Embedded:
			return embedded(), nil
		case Stdin:
			return o.stdin()
		}
	}
	var found place
	var parts []string
	for i, arg := range args {
		p, err := o.locate(arg)
		if err != nil {
			return nil, err
		}
		if i > 0 && (p.dir != found.dir || p.bundle != found.bundle) {
			return nil, fmt.Errorf("%w: %s and %s lie in different frameworks; check them one after the other", ErrUsage, args[0], arg)
		}
		found = p
		parts = append(parts, p.part)
	}
	return o.folder(found, parts)
}

// place is where an argument lies: the folder of its framework, the bundle in
// it if it is one, and the part of the framework that was named ("." for all).
type place struct{ dir, bundle, part string }

// nearest finds the framework that is meant when none is named.
func (o Opener) nearest() (*Operand, error) {
	dir, err := upward(o.Dir)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		below := filepath.Join(o.Dir, "framework-data")
		if ok, err := isFramework(below); err != nil {
			return nil, err
		} else if !ok {
			return nil, fmt.Errorf("there is no framework here: no framework.yaml in this folder or above it, and none in ./framework-data\nname the folder of your framework, start one with cadre init, or try the one that ships with Cadre: cadre check embedded")
		}
		dir = below
	}
	return o.folder(place{dir: dir, part: "."}, []string{"."})
}

// locate finds the framework that a path lies in.
func (o Opener) locate(arg string) (place, error) {
	if arg == "" {
		return place{}, fmt.Errorf("%w: the name of the framework is empty", ErrUsage)
	}
	at := arg
	if !filepath.IsAbs(at) {
		at = filepath.Join(o.Dir, at)
	}
	at = filepath.Clean(at)
	info, err := os.Stat(at)
	if err != nil {
		return place{}, fmt.Errorf("%s: %w", arg, reason(err))
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

// reason says in plain words why a path cannot be used.
func reason(err error) error {
	if os.IsNotExist(err) {
		return fmt.Errorf("there is no such file or folder; look at the spelling, or run cadre check without a name to find the nearest framework")
	}
	return err
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
		return false, fmt.Errorf("%w: the folder %s holds %s: keep one of them", ErrUsage, filepath.Base(dir), strings.Join(found, " and "))
	}
	return len(found) == 1, nil
}
