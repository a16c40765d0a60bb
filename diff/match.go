package diff

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// match is an entity on both sides, or on one.
type match struct {
	old, new    *framework.Entity
	predecessor string // the id that the new side says it had, when it is another
	named       bool   // whether the new one took over from others, or shares what was one
}

// subject returns the entity by which the pair is known.
func (m match) subject() *framework.Entity {
	if m.new != nil {
		return m.new
	}
	return m.old
}

// match pairs the entities by kind and id, then by declared succession. Where an
// id stands twice on a side, which a rule reports, the first goes with the first.
func (c *comparison) match() []match {
	before, after := byRef(c.before.Framework), byRef(c.after.Framework)
	var all []match
	for ref, list := range after {
		for i, e := range list {
			m := match{new: e}
			if i < len(before[ref]) {
				m.old = before[ref][i]
			}
			if i == 0 && (m.old == nil || c.outgrew(m.old, e)) {
				m = c.inherit(e)
			}
			m.named = len(c.succession.of[ref]) > 0
			all = append(all, m)
		}
	}
	for ref, list := range before {
		for _, e := range list[min(len(after[ref]), len(list)):] {
			all = append(all, match{old: e})
		}
	}
	slices.SortFunc(all, compareMatches)
	return all
}

// outgrew reports whether an entity was a draft when it had not yet taken over from
// what it succeeds: people know it by its predecessor only.
func (c *comparison) outgrew(was, is *framework.Entity) bool {
	published := was.Status == framework.Draft && is.Status != framework.Draft
	return published && len(c.succession.of[refOf(is)]) > 0
}

// inherit pairs a new entity with the one it took over from, if any: of several,
// with the first that it names and that people had. A draft was nobody's.
func (c *comparison) inherit(e *framework.Entity) match {
	from := c.succession.of[refOf(e)]
	if len(from) == 0 {
		return match{new: e}
	}
	first := max(0, slices.IndexFunc(from, func(r framework.Ref) bool { return c.before.Lookup(r).Status != framework.Draft }))
	return match{new: e, old: c.before.Lookup(from[first]), predecessor: from[first].ID}
}

// refOf returns the name of an entity. A framework goes by its kind alone: there is
// one on each side.
func refOf(e *framework.Entity) framework.Ref {
	if e.Kind == framework.KindFramework {
		return framework.Ref{Kind: e.Kind}
	}
	return e.Ref
}

func byRef(f *framework.Framework) map[framework.Ref][]*framework.Entity {
	m := map[framework.Ref][]*framework.Entity{}
	for e := range f.Entities() {
		m[refOf(e)] = append(m[refOf(e)], e)
	}
	return m
}

// compareMatches orders by kind as a bundle does, then by id, then by place.
func compareMatches(a, b match) int {
	x, y := a.subject(), b.subject()
	return cmp.Or(
		cmp.Compare(kindOrder[x.Kind], kindOrder[y.Kind]),
		cmp.Compare(x.ID, y.ID),
		cmp.Compare(gone(a), gone(b)),
		cmp.Compare(x.File().Path, y.File().Path),
		cmp.Compare(x.Node().Span().Start, y.Node().Span().Start),
	)
}

func gone(m match) int {
	if m.new == nil {
		return 1
	}
	return 0
}

var kindOrder = func() map[framework.Kind]int {
	order := map[framework.Kind]int{}
	for i, k := range framework.Kinds() {
		order[k] = i
	}
	return order
}()
