package framework

import (
	"iter"

	"github.com/cadre-framework/cadre/source"
)

// Reference is one use of an id of the framework.
type Reference struct {
	From  *Entity
	To    Ref
	Field string      // the field that holds it, such as "progression" or "for.roles"
	Node  source.Node // the id as written
}

// referenceFields is the table of fields that name entities of the framework:
// of which kind is the holder, where the field lies ("[]" stands for every item
// of a list), and what kind it names. A kind of "" stands for the holder's own.
var referenceFields = []struct {
	holder Kind   // "" for every kind
	field  string // as References calls it
	path   []string
	to     Kind
}{
	{KindFramework, "levelScale", []string{"levelScale"}, KindScale},
	{KindFramework, "proficiencyScale", []string{"proficiencyScale"}, KindScale},
	{KindLevel, "scale", []string{"scale"}, KindScale},
	{KindLevel, "mappings", []string{"mappings", "[]", "scale"}, KindScale},
	{KindCompetency, "broader", []string{"broader", "[]"}, KindCompetency},
	{KindCompetency, "related", []string{"related", "[]"}, KindCompetency},
	{KindCompetency, "mappings", []string{"mappings", "[]", "scale"}, KindScale},
	{KindRole, "constituency", []string{"constituency"}, KindConstituency},
	{KindRole, "competencies", []string{"competencies", "[]", "ref"}, KindCompetency},
	{KindRole, "progression", []string{"progression", "[]", "to"}, KindRole},
	{KindRole, "resources", []string{"resources", "[]"}, KindResource},
	{KindResource, "for.constituencies", []string{"for", "constituencies", "[]"}, KindConstituency},
	{KindResource, "for.roles", []string{"for", "roles", "[]"}, KindRole},
	{KindResource, "for.competencies", []string{"for", "competencies", "[]"}, KindCompetency},
	{KindResource, "for.levels", []string{"for", "levels", "[]"}, KindLevel},
	{"", successors, []string{"deprecated", "replacedBy", "[]"}, ""},
}

// successors is the field that every kind has. Of a framework it names another
// framework, which is no entity of this one.
const successors = "deprecated.replacedBy"

// References yields every use of an id of this framework, entity by entity.
// Ids of earlier releases, under "replaces", are none.
func (f *Framework) References() iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		for _, e := range f.entities {
			if !e.references(yield) {
				return
			}
		}
	}
}

// ReferencesOf yields the uses of ids that one entity makes.
func (f *Framework) ReferencesOf(e *Entity) iter.Seq[Reference] {
	return func(yield func(Reference) bool) { e.references(yield) }
}

func (e *Entity) references(yield func(Reference) bool) bool {
	for _, field := range referenceFields {
		if field.holder != "" && field.holder != e.Kind || field.field == successors && e.Kind == KindFramework {
			continue
		}
		r := Reference{From: e, To: Ref{Kind: field.to}, Field: field.field}
		if field.to == "" {
			r.To.Kind = e.Kind
		}
		if !follow(value{e.node, e.broken}, field.path, r, yield) {
			return false
		}
	}
	return true
}

// follow walks a path and yields what stands at its ends.
func follow(v value, path []string, r Reference, yield func(Reference) bool) bool {
	if len(path) == 0 {
		r.Node, r.To.ID = v.Node, v.text()
		return r.To.ID == "" || yield(r)
	}
	if path[0] != "[]" {
		return follow(v.get(path[0]), path[1:], r, yield)
	}
	for item := range v.items() {
		if !follow(item, path[1:], r, yield) {
			return false
		}
	}
	return true
}
