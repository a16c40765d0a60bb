package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// keyed is a list of groups that are told apart by one of their fields.
type keyed struct {
	field string
	key   func(source.Node) string
	names framework.Kind // what the key names, or ""
	// The three tell what happened to an item; path leads to it.
	added, removed func(path string, item source.Node)
	both           func(path string, old, new source.Node)
}

// by returns the function that reads a field as key.
func by(field string) func(source.Node) string {
	return func(n source.Node) string { return valueOf(n.Get(field)) }
}

// keyed compares two lists item by item, wherever an item stands, and returns the
// keys of what stayed and of what is there, in order. What has the key of an earlier item counts as another.
// An item that names something which was taken over goes by the successor; where
// several came together, each is compared with the one that is left.
func (p *pair) keyed(k keyed) (before, after []string) {
	old, new := p.at(k.field)
	before, was := index(old, k.key)
	after, is := index(new, k.key)
	kept := map[string]bool{}
	var stayed []string // the old keys of what is left, as they are today
	for _, key := range before {
		next := key
		if k.names != "" {
			next = p.followed(k.names, key, func(id string) bool { return is[id].Exists() })
		}
		if path := k.field + "[" + next + "]"; is[next].Exists() {
			if !kept[next] {
				stayed = append(stayed, next)
			}
			kept[next] = true
			k.both(path, was[key], is[next])
		} else {
			k.removed(path, was[key])
		}
	}
	for _, key := range after {
		if !kept[key] {
			k.added(k.field+"["+key+"]", is[key])
		}
	}
	return stayed, after
}

// index returns the items of a list by key, and the keys in order.
func index(list source.Node, key func(source.Node) string) (order []string, at map[string]source.Node) {
	at = map[string]source.Node{}
	seen := map[string]int{}
	for item := range list.Children() {
		name := key(item)
		if seen[name]++; seen[name] > 1 {
			name = fmt.Sprintf("%s#%d", name, seen[name])
		}
		order = append(order, name)
		at[name] = item
	}
	return order, at
}

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
