package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// extensions compares the fields that belong to other programs, at any depth. Those
// of an item that came or went belong to the item.
func (p *pair) extensions() { p.extensionsIn("", "", p.old.Node(), p.new.Node()) }

// extensionsIn compares the extensions within two values; key is the field that
// holds them, and path leads there.
func (p *pair) extensionsIn(path, key string, old, new source.Node) {
	if old.Kind() == source.Array || new.Kind() == source.Array {
		p.extensionsOfItems(path, key, old, new)
		return
	}
	if path != "" {
		path += "."
	}
	for _, key := range allKeysOf(old, new) {
		switch was, is := old.Get(key), new.Get(key); {
		case !isExtension(key):
			p.extensionsIn(path+key, key, was, is)
		case !sameExtension(was, is):
			p.add(extensionChanged, path+key, was, is, "%s changed", path+key)
		}
	}
}

// extensionsOfItems compares the extensions of what stands in both of two lists.
func (p *pair) extensionsOfItems(path, list string, old, new source.Node) {
	name := p.itemNames(list)
	_, is := index(new, by(name.key))
	order, was := index(old, by(name.key))
	for _, id := range order {
		next := p.followed(name.kind, id, func(id string) bool { return is[id].Exists() })
		if is[next].Exists() && was[id].Len() > 0 {
			p.extensionsIn(path+"["+next+"]", "", was[id], is[next])
		}
	}
}

// itemName is the field by which the items of a list go, and the kind of entity
// that it names, or "".
type itemName struct {
	key  string
	kind framework.Kind
}

func (p *pair) itemNames(list string) itemName {
	switch {
	case list == "competencies":
		return itemName{"ref", aCompetency}
	case list == "progression":
		return itemName{"to", aRole}
	case list == "mappings" && p.new.Kind == aCompetency:
		return itemName{"code", ""}
	case list == "mappings":
		return itemName{"scale", aScale}
	case list == "sources":
		return itemName{"title", ""}
	}
	return itemName{"id", ""}
}

// sameExtension compares to the last key: nobody here knows which of them matter.
func sameExtension(a, b source.Node) bool {
	return a.Exists() == b.Exists() && fmt.Sprintf("%#v", a.Value()) == fmt.Sprintf("%#v", b.Value())
}
