package diff

import (
	"fmt"
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/source"
)

// extensions compares the fields that belong to other programs, at any depth.
func (p *pair) extensions() {
	was, is := map[string]source.Node{}, map[string]source.Node{}
	collect(was, "", p.old.Node())
	collect(is, "", p.new.Node())
	paths := map[string]bool{}
	for _, side := range []map[string]source.Node{was, is} {
		for path := range side {
			paths[path] = true
		}
	}
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		if !sameExtension(was[path], is[path]) {
			p.add(extensionChanged, path, was[path], is[path], "%s changed", path)
		}
	}
}

// sameExtension compares to the last key: nobody here knows which of them matter.
func sameExtension(a, b source.Node) bool {
	return a.Exists() == b.Exists() && fmt.Sprintf("%#v", a.Value()) == fmt.Sprintf("%#v", b.Value())
}

// collect gathers extensions by path. Items go by what identifies them.
func collect(into map[string]source.Node, path string, n source.Node) {
	i := 0
	for child := range n.Children() {
		i++
		step := "." + child.Key()
		if path == "" {
			step = child.Key()
		}
		if n.Kind() == source.Array {
			step = "[" + nameOfItem(child, i) + "]"
		}
		if isExtension(child.Key()) && n.Kind() == source.Object {
			into[path+step] = child
		} else if child.Len() > 0 {
			collect(into, path+step, child)
		}
	}
}

// nameOfItem returns what identifies an item, or its position from 1.
func nameOfItem(n source.Node, i int) string {
	for _, key := range []string{"id", "ref", "to", "scale", "title"} {
		if s := n.Get(key).Str(); s != "" {
			return s
		}
	}
	return fmt.Sprint(i)
}
