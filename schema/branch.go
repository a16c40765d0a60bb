package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// choose explains a value that fits no branch of oneOf or anyOf. Where the JSON
// type of the value leaves one branch, that is the one that was meant, and its
// violations speak for themselves; where it leaves none, the type is wrong. Else
// the branch that the value resembles most is explained.
func (w *walker) choose(e *jsonschema.ValidationError) {
	p, err := w.place(e)
	if err != nil {
		w.err = cmp.Or(w.err, err)
		return
	}
	open := w.branches(p, e.Causes)
	switch len(open) {
	case 0:
		var types []string
		for _, b := range p.node.branches {
			types = union(types, b.admits())
		}
		p.keyword = "type"
		w.add(p, Violation{Rule: "type", Types: types, Got: typeOf(p.value), About: w.about(p.path)})
	case 1:
		w.found = append(w.found, open[0].found...)
	default:
		best := slices.MinFunc(open, likelier)
		w.add(p, Violation{Got: typeOf(p.value), Closest: best.found, About: w.about(p.path)})
	}
}

// branch is one way to read a value, and what is in the way.
type branch struct {
	found         []Violation
	discriminated bool // a field with one allowed value has it
	present       int  // required fields that are there
	depth         int  // how far into the value the deepest violation lies
}

// branches returns the branches that admit the JSON type of the value. Every
// branch failed, so that the causes stand in the branches' order.
func (w *walker) branches(p place, causes []*jsonschema.ValidationError) []branch {
	var open []branch
	got := typeOf(p.value)
	for i, n := range p.node.branches {
		types := n.admits()
		if i >= len(causes) || len(types) > 0 && !slices.Contains(types, got) && !(got == "integer" && slices.Contains(types, "number")) {
			continue
		}
		inner := walker{kind: w.kind, value: w.value, load: w.load}
		inner.walk(causes[i])
		if inner.err != nil {
			w.err = cmp.Or(w.err, inner.err)
		}
		b := branch{found: settle(inner.found)}
		b.measure(n, p)
		open = append(open, b)
	}
	return open
}

func (b *branch) measure(n *node, p place) {
	o, _ := p.value.(map[string]any)
	for _, m := range n.reach() {
		for _, name := range m.required {
			if _, there := o[name]; there {
				b.present++
			}
		}
		for _, f := range m.fields {
			value, there := o[f.name]
			if f.node != nil && there && len(f.node.allowed) == 1 && f.node.allowed[0] == plain(value) {
				b.discriminated = true
			}
		}
	}
	for _, v := range b.found {
		b.depth = max(b.depth, strings.Count(v.Pointer, "/"))
	}
}

// likelier orders branches by how much the value resembles them; equals stay in
// the order of the schema.
func likelier(a, b branch) int {
	if a.discriminated != b.discriminated {
		if a.discriminated {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.present, a.present), cmp.Compare(b.depth, a.depth))
}
