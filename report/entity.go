package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// EntityList is the answer to "what is this": the entities with an id.
type EntityList struct {
	LookupHead
	Entities []EntityPage `json:"entities"`
}

// EntityPage is an entity as people read it, and who refers to it.
type EntityPage struct {
	Kind   string        `json:"kind"`
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Fields []EntityField `json:"fields"` // in the order of the schema, extensions last
	UsedBy []EntityUse   `json:"usedBy"`
}

// EntityField is one field of an entity: its values in words, one a line.
type EntityField struct {
	Name   string   `json:"name"`
	Title  string   `json:"title"`
	Values []string `json:"values"`
}

// EntityUse is an entity that refers to this one.
type EntityUse struct {
	Named
	Field string `json:"field"`
}

// NewEntityList makes the answer for the entities with an id.
func NewEntityList(f *framework.Framework, entities []*framework.Entity, version string) Answer {
	users := map[framework.Ref][]EntityUse{}
	for r := range f.References() {
		users[r.To] = append(users[r.To], EntityUse{Named{string(r.From.Kind), valid(r.From.ID), valid(r.From.Title)}, r.Field})
	}
	l := &EntityList{LookupHead: lookupHead(f, version), Entities: []EntityPage{}}
	for _, e := range entities {
		l.Entities = append(l.Entities, EntityPage{
			Kind: string(e.Kind), ID: valid(e.ID), Title: valid(e.Title),
			Fields: fieldsOf(f, e), UsedBy: append([]EntityUse{}, users[e.Ref]...),
		})
	}
	return Answer{l}
}

// fieldsOf writes all fields but those that the heading shows.
func fieldsOf(f *framework.Framework, e *framework.Entity) []EntityField {
	names := titles(f, e)
	var keys []string
	for child := range e.Node().Children() {
		keys = append(keys, child.Key())
	}
	order := schema.Keys(string(e.Kind))
	slices.SortStableFunc(keys, func(a, b string) int { return position(order, a) - position(order, b) })
	fields := []EntityField{}
	for _, key := range slices.Compact(keys) {
		if key == "id" || key == "title" {
			continue
		}
		title := key
		if p, ok := schema.Field(string(e.Kind) + "." + key); ok && p.Title != "" {
			title = p.Title
		}
		fields = append(fields, EntityField{valid(key), valid(title), convert(values(e.Node().Get(key), names), valid)})
	}
	return fields
}

func position(order []string, key string) int {
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}

// titles returns the titles of what an entity refers to, by the node of the
// reference.
func titles(f *framework.Framework, e *framework.Entity) map[source.Node]string {
	names := map[source.Node]string{}
	for r := range f.ReferencesOf(e) {
		if to := f.Lookup(r.To); to != nil && to.Title != "" {
			names[r.Node] = to.Title
		}
	}
	return names
}

// values writes a field in words: a line for a value, a line an item for a list,
// a line a field for a group.
func values(n source.Node, names map[source.Node]string) []string {
	lines := []string{}
	switch n.Kind() {
	case source.Array:
		for item := range n.Children() {
			lines = append(lines, words(item, names))
		}
	case source.Object:
		for child := range n.Children() {
			lines = append(lines, child.Key()+": "+words(child, names))
		}
	default:
		lines = append(lines, words(n, names))
	}
	return lines
}

// words writes a value on one line, with the titles of what it refers to.
func words(n source.Node, names map[source.Node]string) string {
	switch n.Kind() {
	case source.Array, source.Object:
		var parts []string
		for child := range n.Children() {
			part := words(child, names)
			if named := names[child] != ""; n.Kind() == source.Object && !named {
				part = child.Key() + ": " + part
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, ", ")
	}
	if title := names[n]; title != "" {
		return fmt.Sprintf("%s (%s)", title, n.Text())
	}
	return strings.Join(strings.Fields(n.Text()), " ")
}

func (l *EntityList) blocks() []block {
	var all []block
	for _, e := range l.Entities {
		all = append(all, block{heading: fmt.Sprintf("%s: %s (%s)", e.Kind, cmp.Or(e.Title, "without a title"), e.ID)})
		for _, f := range e.Fields {
			all = append(all, f.block())
		}
		used := block{heading: "Referred to by"}
		for _, u := range e.UsedBy {
			used.items = append(used.items, item{0, fmt.Sprintf("%s: %s (%s), in %s", u.Kind, cmp.Or(u.Title, "without a title"), u.ID, u.Field)})
		}
		if len(used.items) == 0 {
			used = block{paragraph: "Nothing refers to it."}
		}
		all = append(all, used)
	}
	return all
}

func (f EntityField) block() block {
	b := block{heading: f.Title}
	for _, v := range f.Values {
		b.items = append(b.items, item{0, v})
	}
	return b
}
