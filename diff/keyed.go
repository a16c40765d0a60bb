package diff

import (
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// keyed is a list of groups that are told apart by one of their fields.
type keyed struct {
	field string
	key   func(source.Node) string
	names framework.Kind // what the key names, or ""
	// finer tells apart items of one key where it can, and weight says which of
	// several that name the same counts. Either may be nil.
	finer  func(item source.Node) string
	weight func(item source.Node) int
	// The three tell what happened to an item; path leads to it.
	added, removed func(path string, item source.Node)
	both           func(path string, old, new source.Node)
}

// by returns the function that reads a field as key.
func by(field string) func(source.Node) string {
	return func(n source.Node) string { return valueOf(n.Get(field)) }
}

// keyed compares two lists item by item, wherever an item stands, and returns the
// keys of what stayed and of what is there, in order. An item that names something
// which was taken over goes by the successor.
func (p *pair) keyed(k keyed) (before, after []string) {
	was, is := p.items(k)
	partner := partners(k, was, is)
	taken := map[int]bool{}
	for i, item := range was {
		j, ok := partner[i]
		if !ok {
			k.removed(k.path(item), item.nodes[0])
			continue
		}
		taken[j] = true
		before = append(before, is[j].name)
		old, new := alike(item.nodes, is[j].nodes)
		k.both(k.path(is[j]), old, new)
		p.listed(k, item, is[j])
	}
	for j, item := range is {
		after = append(after, item.name)
		if !taken[j] {
			k.added(k.path(item), item.nodes[0])
		}
	}
	return before, after
}

// path leads to an item.
func (k keyed) path(i *item) string { return k.field + "[" + i.name + "]" }

// group compares a group of texts field by field: descriptors and labels.
func (p *pair) group(name string, added, removed func(path string, item source.Node), both func(path string, old, new source.Node)) {
	old, new := p.at(name)
	for child := range old.Children() {
		next := new.Get(child.Key())
		switch path := name + "." + child.Key(); {
		case isExtension(child.Key()):
		case isEmpty(next) && !isEmpty(child):
			removed(path, child)
		case !isEmpty(child) && !isEmpty(next):
			both(path, child, next)
		}
	}
	for child := range new.Children() {
		if !isExtension(child.Key()) && isEmpty(old.Get(child.Key())) && !isEmpty(child) {
			added(name+"."+child.Key(), child)
		}
	}
}
