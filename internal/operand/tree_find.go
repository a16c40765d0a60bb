package operand

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// mostListed is how many frameworks an error names.
const mostListed = 10

// What keeps a path of a tree from leading to a framework.
var (
	errAbsent  = errors.New("it is not there")
	errOutside = errors.New("lies in no framework")
)

// only finds the framework of a tree that holds one: a folder with a framework
// file, or else a bundle. Which of several is meant only the user knows.
func (t *tree) only() (spot, error) {
	var found []spot
	for dir := range t.folders() {
		if !hidden(dir) || dir == "." {
			found = append(found, spot{dir: dir})
		}
	}
	if len(found) == 0 {
		var err error
		if found, err = t.bundles(); err != nil {
			return spot{}, err
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return spot{}, fmt.Errorf("there is no framework in %s: no folder holds framework.yaml, and no file is a bundle", t.name)
	}
	return spot{}, fmt.Errorf("there are %d frameworks in %s, and only you know which is meant%s:\n%s", len(found), t.name, t.howToName(), t.listed(found))
}

// howToName says how one of several frameworks is named, where that can be done.
func (t *tree) howToName() string {
	if t.joint == ":" {
		return "; name one of them as written here"
	}
	return "; pack one of them alone, or unpack them and name a folder"
}

func (t *tree) listed(found []spot) string {
	var names []string
	for _, s := range found {
		name := t.call(s.path())
		if s.path() == "." {
			name += t.joint
		}
		names = append(names, "  "+name)
	}
	slices.Sort(names)
	if more := len(names) - mostListed; more > 0 {
		names = append(names[:mostListed], fmt.Sprintf("  and %d more", more))
	}
	return strings.Join(names, "\n")
}

// folders returns the names of the framework files in each folder that has one.
func (t *tree) folders() map[string][]string {
	found := map[string][]string{}
	for _, it := range t.items {
		if dir, name := path.Split(it.path); framework.DefaultLayout.IsFramework(name) {
			dir = path.Clean(dir)
			found[dir] = append(found[dir], name)
		}
	}
	return found
}

// bundles returns where the bundles of a tree lie.
func (t *tree) bundles() ([]spot, error) {
	var files []*item
	for i := range t.items {
		if it := &t.items[i]; it.mode == 0 && source.IsJSON(it.path) && !hidden(it.path) {
			files = append(files, it)
		}
	}
	if err := t.load(files); err != nil {
		return nil, err
	}
	var found []spot
	for _, it := range files {
		if it.holds() == bundle {
			found = append(found, alongside(it.path))
		}
	}
	return found, nil
}

// alongside is the spot of a bundle.
func alongside(file string) spot { return spot{dir: path.Dir(file), bundle: path.Base(file)} }

// at finds the framework that a path of a tree lies in.
func (t *tree) at(p string) (spot, error) {
	folder, file := t.entry(p)
	if file == nil && !folder {
		return spot{}, errAbsent
	}
	holds := other
	if file != nil {
		if err := t.load([]*item{file}); err != nil {
			return spot{}, err
		}
		if holds = file.holds(); holds == bundle {
			return alongside(p), nil
		}
	}
	folders := t.folders()
	for dir := p; ; dir = path.Dir(dir) {
		if folders[dir] != nil {
			return spot{dir: dir, part: inner(dir, p)}, nil
		}
		if dir == "." {
			break
		}
	}
	if holds == broken {
		return alongside(p), nil
	}
	return spot{}, fmt.Errorf("%s %w: there is no framework.yaml in its folder or above it\nname a folder that holds framework.yaml, or a file inside one", t.call(p), errOutside)
}

// inner returns the way from a folder to a path below it.
func inner(dir, p string) string {
	switch dir {
	case p:
		return "."
	case ".":
		return p
	}
	return p[len(dir)+1:]
}

// entry looks a path up: whether it is a folder, and the file there.
func (t *tree) entry(p string) (folder bool, file *item) {
	for i := range t.items {
		if it := &t.items[i]; it.path == p {
			return false, it
		} else if p == "." || strings.HasPrefix(it.path, p+"/") {
			folder = true
		}
	}
	return folder, nil
}
