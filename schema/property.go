package schema

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Prop is what a schema says about a field or an entry of a list. Its slices are
// shared and must not be changed.
type Prop struct {
	Title       string
	Description string   // whole sentences
	Examples    []string // a text as it is, any other value as JSON on one line
	Types       []string // JSON types that may stand there, in the order of the schema; none when anything may
	Format      string   // "date", "uri" or ""
	Pattern     string   // the expression that a text matches, or ""
	Allowed     []string // the words to choose from, when there is a choice of words
	Keys        []string // the fields of a group in the order of the file; of a list, those of its entries
	Required    []string // those of Keys that must be there whatever the others say
}

// Text reports whether text is wanted that is not a date: where a plain YAML
// scalar such as no or 0777 may be read as something else.
func (p Prop) Text() bool { return p.Format != "date" && slices.Contains(p.Types, "string") }

// Property returns what the schema of a kind says about the value at a JSON
// pointer (RFC 6901) into an instance, "" being the whole, and whether it says
// anything. Of a field that begins with "x-" it says nothing.
func Property(kind, pointer string) (Prop, bool) {
	p := loaded(kind).prop(tokens(pointer))
	if p == nil {
		return Prop{}, false
	}
	return *p, true
}

// Field returns what is known about a field by its path for people: the kind and
// the names joined by dots, such as "role", "role.level" and
// "role.competencies.proficiency". Entries of lists are stepped into.
func Field(path string) (Prop, bool) {
	kind, rest, _ := strings.Cut(path, ".")
	f := loaded(kind)
	if f == nil {
		return Prop{}, false
	}
	nodes := f.root.reach()
	for rest != "" {
		path, rest, _ = strings.Cut(rest, ".")
		next := step(nodes, path)
		if len(next) == 0 {
			next = step(step(nodes, "0"), path)
		}
		nodes = next
	}
	if len(nodes) == 0 {
		return Prop{}, false
	}
	return *propOf(nodes), true
}

// Keys returns the names of the fields of a kind in the order in which its file
// lists them, which is the order in which people should write them. An unknown
// kind has none.
func Keys(kind string) []string {
	p, _ := Property(kind, "")
	return slices.Clone(p.Keys)
}

// prop returns the shared Prop at a place, or nil.
func (f *file) prop(path []string) *Prop {
	if f == nil {
		return nil
	}
	nodes := f.root.reach()
	for _, token := range path {
		if nodes = step(nodes, token); len(nodes) == 0 {
			return nil
		}
	}
	return propOf(nodes)
}

// props holds every Prop made so far by the first node of its place, from which
// the others follow; there are as many as the schemas have fields.
var props sync.Map

// propOf gathers what nodes say about the place that they judge. The first that
// has a title names it: a field's own words stand before those of the definition
// that it refers to.
func propOf(nodes []*node) *Prop {
	if p, ok := props.Load(nodes[0]); ok {
		return p.(*Prop)
	}
	p := &Prop{}
	for _, n := range nodes {
		p.Title = cmp.Or(p.Title, n.title)
		p.Description = cmp.Or(p.Description, n.about)
		p.Format = cmp.Or(p.Format, n.format)
		p.Pattern = cmp.Or(p.Pattern, n.limits["pattern"])
		if len(p.Examples) == 0 {
			p.Examples = n.examples
		}
		p.Types = union(p.Types, n.types)
		p.Allowed = union(p.Allowed, n.allowed)
		p.Required = union(p.Required, n.required)
		p.Keys = union(p.Keys, n.keys())
	}
	if len(p.Keys) == 0 {
		if items := step(nodes, "0"); len(items) > 0 {
			entry := propOf(items)
			p.Keys, p.Required = entry.Keys, entry.Required
		}
	}
	kept, _ := props.LoadOrStore(nodes[0], p)
	return kept.(*Prop)
}

func (n *node) keys() []string {
	var keys []string
	for _, f := range n.fields {
		keys = append(keys, f.name)
	}
	return keys
}

// union appends to a what only b has.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(slices.Clip(a), s)
		}
	}
	return a
}

// tokens splits a JSON pointer into its decoded tokens.
func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	list := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, token := range list {
		list[i] = unescapeToken.Replace(token)
	}
	return list
}
