package diff

import (
	"fmt"

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
	k := p.itemKeys(list)
	was, is := p.itemsOf(k, old, new)
	partner := partners(k, was, is)
	for i, item := range was {
		if j, ok := partner[i]; ok && item.nodes[0].Len() > 0 {
			a, b := alike(item.nodes, is[j].nodes)
			p.extensionsIn(path+"["+is[j].name+"]", "", a, b)
		}
	}
}

// itemKeys returns how the items of a list are told apart.
func (p *pair) itemKeys(list string) keyed {
	switch {
	case list == "competencies":
		return keyed{key: by("ref"), names: aCompetency, weight: strictness}
	case list == "progression":
		return keyed{key: by("to"), names: aRole}
	case list == "mappings" && p.new.Kind == aCompetency:
		return p.mappings()
	case list == "mappings":
		return keyed{key: by("scale"), names: aScale}
	case list == "sources":
		return keyed{key: by("title")}
	}
	return keyed{key: by("id")}
}

// sameExtension compares to the last key: nobody here knows which of them matter.
func sameExtension(a, b source.Node) bool {
	return a.Exists() == b.Exists() && fmt.Sprintf("%#v", a.Value()) == fmt.Sprintf("%#v", b.Value())
}
