package framework

import (
	"iter"

	"github.com/cadre-framework/cadre/source"
)

// Prose is a text in the framework's own words.
type Prose struct {
	source.Node
	Field string // the field that holds it, such as "summary" or "descriptors"
}

// ownFields is the table of fields that hold prose, by kind; a kind of "" stands
// for every kind. "[]" stands for every item of a list, "*" for every field of a
// group. Names that others gave are not among them: aliases, sources, publishers,
// codes and addresses, and the titles of resources.
var ownFields = []struct {
	kind Kind
	path []string
}{
	{"", []string{"title"}},
	{"", []string{"summary"}},
	{"", []string{"notes"}},
	{"", []string{"deprecated", "reason"}},
	{KindScale, []string{"facets", "[]", "title"}},
	{KindLevel, []string{"descriptors", "*"}},
	{KindLevel, []string{"qualifications", "[]"}},
	{KindConstituency, []string{"functions", "[]", "title"}},
	{KindConstituency, []string{"specialisms", "[]", "title"}},
	{KindConstituency, []string{"specialisms", "[]", "summary"}},
	{KindCompetency, []string{"descriptors", "*"}},
	{KindRole, []string{"responsibilities", "[]"}},
	{KindRole, []string{"qualifications", "[]"}},
	{KindRole, []string{"settings", "[]"}},
	{KindRole, []string{"progression", "[]", "note"}},
}

// Prose yields the texts of an entity that are the framework's own, in the order
// of the table of fields. Texts that their schema refused are left out.
func (e *Entity) Prose() iter.Seq[Prose] {
	return func(yield func(Prose) bool) {
		for _, own := range ownFields {
			named := e.Kind == KindResource && own.path[0] == "title"
			if named || own.kind != "" && own.kind != e.Kind {
				continue
			}
			if !e.prose(value{e.node, e.broken}, own.path, own.path[0], yield) {
				return
			}
		}
	}
}

func (e *Entity) prose(v value, path []string, field string, yield func(Prose) bool) bool {
	if len(path) == 0 {
		return v.text() == "" || yield(Prose{v.Node, field})
	}
	switch path[0] {
	case "[]":
		for item := range v.items() {
			if !e.prose(item, path[1:], field, yield) {
				return false
			}
		}
		return true
	case "*":
		for child := range v.fields() {
			if !e.prose(child, path[1:], field, yield) {
				return false
			}
		}
		return true
	}
	return e.prose(v.get(path[0]), path[1:], field, yield)
}
