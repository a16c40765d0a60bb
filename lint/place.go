package lint

import (
	"iter"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// absentAt returns the place of something that a group lacks: the key that holds
// the group, else the key of its id, else its first key.
func absentAt(group source.Node) source.Span {
	switch {
	case !group.KeySpan().IsZero():
		return group.KeySpan()
	case group.Parent().Kind() != source.Array && group.Get("id").Exists():
		return group.Get("id").KeySpan()
	}
	return group.Item(0).KeySpan()
}

// lacks reports whether an entity does not have a field, nor one that may be it,
// misspelt.
func lacks(e *framework.Entity, field string) bool {
	return !e.Node().Get(field).Exists() && !e.Broken(field)
}

// lackingAt returns the place of a field that an entity does not fill: the key
// of the field where it stands empty, else where its absence shows.
func lackingAt(e *framework.Entity, field string) source.Span {
	if n := e.Node().Get(field); n.Exists() {
		return n.KeySpan()
	}
	return absentAt(e.Node())
}

// entries returns the entries of a list of an entity. A list of which its schema
// refused a part has none: that is told, and the rest is judged once it is mended.
func entries(e *framework.Entity, field string) iter.Seq[source.Node] {
	list := e.Node().Get(field)
	if list.Kind() != source.Array || e.Broken(field) {
		return func(func(source.Node) bool) {}
	}
	return list.Children()
}
