package validate

import (
	"slices"
	"sort"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// entity is one entity of a document.
type entity struct {
	node source.Node
	kind string
}

// list returns the entities of the document in reading order.
func (j *judge) list() []entity {
	root := j.doc.Root()
	var list []entity
	switch {
	case j.kind == "" || !root.Exists():
	case j.many:
		for item := range root.Children() {
			list = append(list, entity{item, j.kind})
		}
	case j.kind == "bundle":
		collections := schema.Collections()
		for part := range root.Children() {
			if part.Key() == "framework" {
				list = append(list, entity{part, "framework"})
			}
			if kind := collections[part.Key()]; kind != "" {
				for item := range part.Children() {
					list = append(list, entity{item, kind})
				}
			}
		}
	default:
		list = append(list, entity{root, j.kind})
	}
	return list
}

// entityAt returns the entity that a span belongs to. In a file of one entity,
// everything does.
func (j *judge) entityAt(s source.Span) (entity, bool) {
	if len(j.entities) == 1 && j.entities[0].node == j.doc.Root() {
		return j.entities[0], true
	}
	i := sort.Search(len(j.entities), func(i int) bool { return j.entities[i].node.Span().Start > s.Start })
	if i == 0 || !j.entities[i-1].node.Span().Contains(s) {
		return entity{}, false
	}
	return j.entities[i-1], true
}

// subjectOf returns the entity that a span belongs to by its human name. What
// has no id to be known by is known by its file.
func (j *judge) subjectOf(s source.Span) finding.Subject {
	e, ok := j.entityAt(s)
	if !ok || e.node.Get("id").Str() == "" {
		return finding.FileSubject(j.doc.File.Path)
	}
	subject := finding.Subject{Kind: e.kind, ID: e.node.Get("id").Str(), Title: e.node.Get("title").Str()}
	if e.kind == "role" {
		subject.Constituency = e.node.Get("constituency").Str()
	}
	return subject
}

// placeOf returns where a violation is shown: a missing field at the key that
// holds the group, in a list at the entry's first key, at a file's top at its id
// or first key; an unknown field at its key; everything else at the value.
func placeOf(n source.Node, v schema.Violation) source.Span {
	switch {
	case v.Property == "" || v.Rule == "dependency":
		return n.Span()
	case v.Rule == "unknown-property":
		return n.Get(v.Property).KeySpan()
	case !n.KeySpan().IsZero():
		return n.KeySpan()
	case !n.Parent().Exists() && n.Get("id").Exists():
		return n.Get("id").KeySpan()
	case n.Len() > 0:
		return n.Item(0).KeySpan()
	}
	return n.Span()
}

// names are the fields by which the entry of a list is told from its neighbours,
// likeliest first.
var names = [...]string{"id", "ref", "to", "scale", "title"}

// pathOf returns the path of a field within its entity, as it enters params:
// "level.from", "competencies[manage-risk].proficiency". Entries are named by
// what they say, never by their number, which changes when another is added.
func (j *judge) pathOf(n source.Node, property string) string {
	top, _ := j.entityAt(n.Span())
	var parts []string
	for ; n != top.node && n.Parent().Exists(); n = n.Parent() {
		if n.Parent().Kind() == source.Array {
			parts = append(parts, "["+nameOf(n)+"]")
		} else {
			parts = append(parts, "."+n.Key())
		}
	}
	slices.Reverse(parts)
	if property != "" {
		parts = append(parts, "."+property)
	}
	return strings.TrimPrefix(strings.Join(parts, ""), ".")
}

func nameOf(n source.Node) string {
	const longest = 64
	for _, field := range names {
		if text := n.Get(field).Str(); text != "" && len(text) <= longest {
			return text
		}
	}
	return ""
}

func spansOf(faults []source.Fault) []source.Span {
	var spans []source.Span
	for _, f := range faults {
		spans = append(spans, f.Span)
	}
	return spans
}
