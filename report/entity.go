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
			Fields: fieldsOf(f, e), UsedBy: append(append([]EntityUse{}, users[e.Ref]...), standing(f, e)...),
		})
	}
	return Answer{l}
}

// standing returns the active roles that stand on a level of the framework's
// scale: they name its rank and not its id.
func standing(f *framework.Framework, e *framework.Entity) []EntityUse {
	var uses []EntityUse
	for _, l := range f.LevelsOf(f.LevelScale) {
		if &l.Entity != e || !l.Rank.Stated {
			continue
		}
		for _, r := range f.RolesAt(l.Rank.Value) {
			if r.IsActive() {
				uses = append(uses, EntityUse{Named{string(r.Kind), valid(r.ID), valid(r.Title)}, "level"})
			}
		}
	}
	return uses
}

// fieldsOf writes all fields but those that the heading shows.
func fieldsOf(f *framework.Framework, e *framework.Entity) []EntityField {
	names := titles(f, e)
	labels(f, e, names)
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

// labels notes how people print ranks: by the scale that stands beside them, the
// framework's own for levels and proficiencies; and the titles of facets.
func labels(f *framework.Framework, e *framework.Entity, names map[source.Node]string) {
	note := func(scale *framework.Scale, n source.Node) {
		if rank, ok := n.Int(); ok && scale.Label(rank) != n.Text() {
			names[n] = scale.Label(rank)
		}
	}
	levels, skill := f.Scale(f.LevelScale), f.Scale(f.ProficiencyScale)
	for _, key := range []string{"from", "to"} {
		note(levels, e.Node().Get("level").Get(key))
		note(levels, e.Node().Get("entryRanks").Get(key))
	}
	note(levels, e.Node().Get("level"))
	for c := range e.Node().Get("competencies").Children() {
		note(skill, c.Get("proficiency"))
	}
	for m := range e.Node().Get("mappings").Children() {
		for _, key := range []string{"from", "to", "rank"} {
			note(f.Scale(m.Get("scale").Str()), m.Get(key))
		}
	}
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
			if reference := names[child] != "" && child.Kind() == source.String; n.Kind() == source.Object && !reference {
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
