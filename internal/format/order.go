package format

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// order knows in which order the fields of a file stand.
type order struct {
	kind  string
	many  bool // whether the top is a list of entities
	known map[string]map[string]int
}

// fields returns the places of the fields of a group, by the JSON pointer of
// the group in an entity. A group of free names has none.
func (o *order) fields(pointer string) map[string]int {
	if o.many {
		pointer = strings.TrimPrefix(pointer, "/0")
	}
	places, ok := o.known[pointer]
	if !ok {
		about, _ := schema.Property(o.kind, pointer)
		places = make(map[string]int, len(about.Keys))
		for i, key := range about.Keys {
			places[key] = i
		}
		o.known[pointer] = places
	}
	return places
}

// sort puts fields in the order of the schema. Names that the schema does not
// list come last and keep their order.
func sort[T any](o *order, pointer string, all []T, key func(T) string) {
	places := o.fields(pointer)
	place := func(t T) int {
		if i, ok := places[key(t)]; ok {
			return i
		}
		return len(places)
	}
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(place(a), place(b)) })
}

var escapeToken = strings.NewReplacer("~", "~0", "/", "~1")

// below returns the pointer of a child. All entries of a list have one schema.
func below(pointer string, child source.Node) string {
	if child.Parent().Kind() == source.Array {
		return pointer + "/0"
	}
	return pointer + "/" + escapeToken.Replace(child.Key())
}
