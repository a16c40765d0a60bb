package diff

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// members returns the texts of a list in order, each once, with the nodes that
// hold them.
func members(list source.Node) (order []string, at map[string]source.Node) {
	at = map[string]source.Node{}
	for item := range list.Children() {
		if _, twice := at[item.Text()]; !twice && item.Text() != "" {
			order = append(order, item.Text())
			at[item.Text()] = item
		}
	}
	return order, at
}

// difference is what a set of texts lost and gained. Ids that were taken over by
// others are neither.
type difference struct{ lost, gained []source.Node }

func (d difference) isEmpty() bool { return len(d.lost)+len(d.gained) == 0 }

// set compares two lists without their order. Kind says what entities they name,
// or is empty.
func (p *pair) set(kind framework.Kind, old, new source.Node) difference {
	before, was := members(old)
	after, is := members(new)
	held, holds := keysIn(old, source.Node.Text), keysIn(new, source.Node.Text)
	var d difference
	kept := map[string]bool{}
	for _, id := range before {
		today := p.heir(kind, id, held, holds)
		if kept[today] = true; !is[today].Exists() {
			d.lost = append(d.lost, was[id])
		}
	}
	for _, id := range after {
		if !kept[id] {
			d.gained = append(d.gained, is[id])
		}
	}
	return d
}

// each reports every member that a set lost or gained. The message has a place for
// what people call the member.
func (p *pair) each(name string, kind framework.Kind, added, removed *Kind, gained, lost string) {
	old, new := p.at(name)
	d := p.set(kind, old, new)
	for _, n := range d.lost {
		p.add(removed, itemPath(name, kind, n.Text()), n, source.Node{}, lost, p.nameOf(p.before, kind, n.Text()))
	}
	for _, n := range d.gained {
		p.add(added, itemPath(name, kind, n.Text()), source.Node{}, n, gained, p.nameOf(p.after, kind, n.Text()))
	}
}

// itemPath names a member of a list by its id. A text is no key, so the list stands
// for it.
func itemPath(name string, kind framework.Kind, id string) string {
	if kind == "" {
		return name
	}
	return name + "[" + id + "]"
}

func (p *pair) nameOf(s *side, kind framework.Kind, id string) string {
	if kind == "" {
		return `"` + id + `"`
	}
	return s.title(kind, id)
}

// whole reports a set that changed as one change.
func (p *pair) whole(k *Kind, path, what string, kind framework.Kind, old, new source.Node) {
	if d := p.set(kind, old, new); !d.isEmpty() {
		p.add(k, path, old, new, "%s", gainedAndLost(what, p.names(p.after, kind, d.gained), p.names(p.before, kind, d.lost)))
	}
}

func (p *pair) names(s *side, kind framework.Kind, nodes []source.Node) []string {
	var names []string
	for _, n := range nodes {
		names = append(names, p.nameOf(s, kind, n.Text()))
	}
	return names
}

// sameOrder reports whether what stands on both sides stands in the same order.
func sameOrder(before, after []string) bool {
	common := func(list, other []string) []string {
		there := map[string]bool{}
		for _, s := range other {
			there[s] = true
		}
		return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !there[s] })
	}
	return slices.Equal(common(before, after), common(after, before))
}

// reorder reports a list of which only the order changed.
func (p *pair) reorder(name, what string, before, after []string) {
	if !sameOrder(before, after) {
		old, new := p.at(name)
		p.add(reordered, name, old, new, "%s stand in another order", what)
	}
}
