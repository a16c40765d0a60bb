package diff

import "github.com/cadre-framework/cadre/framework"

// succession is who took over from whom: ids that are gone, and entities of the
// new side that say so. Both lists are in the order of their declaration.
type succession struct {
	by map[framework.Ref][]framework.Ref // the successors of what is gone
	of map[framework.Ref][]framework.Ref // the predecessors of what took over

	linked map[[2]framework.Ref]bool
}

// succeed reads "replaces" of the new side, and "replacedBy" of what is gone.
func (c *comparison) succeed() succession {
	s := succession{map[framework.Ref][]framework.Ref{}, map[framework.Ref][]framework.Ref{}, map[[2]framework.Ref]bool{}}
	for e := range c.after.Entities() {
		for _, id := range e.Replaces {
			c.link(s, framework.Ref{Kind: e.Kind, ID: id}, e.Ref)
		}
	}
	for e := range c.before.Entities() {
		for _, id := range e.Deprecation.ReplacedBy {
			c.link(s, e.Ref, framework.Ref{Kind: e.Kind, ID: id})
		}
	}
	return s
}

// link notes a successor of what was there and is not any more. A draft succeeds
// nothing but drafts: what people had is gone until it is published.
func (c *comparison) link(s succession, from, to framework.Ref) {
	was, is := c.before.Lookup(from), c.after.Lookup(to)
	if was == nil || is == nil || c.after.Lookup(from) != nil || from.Kind == framework.KindFramework {
		return
	}
	if tooEarly(was, is) || s.linked[[2]framework.Ref{from, to}] {
		return
	}
	s.linked[[2]framework.Ref{from, to}] = true
	s.by[from] = append(s.by[from], to)
	s.of[to] = append(s.of[to], from)
}

// tooEarly reports whether a draft cannot succeed an entity yet.
func tooEarly(was, is *framework.Entity) bool {
	return is.Status == framework.Draft && was.Status != framework.Draft
}

// followed returns the id that an old reference goes by today: its own, or that of
// the successor which today's references hold.
func (c *comparison) followed(kind framework.Kind, id string, today func(id string) bool) string {
	if next, ok := c.successor(kind, id, today); ok && !today(id) {
		return next
	}
	return id
}

// successor returns the first successor of an id that is as it should be.
func (c *comparison) successor(kind framework.Kind, id string, wanted func(id string) bool) (string, bool) {
	for _, next := range c.succession.by[framework.Ref{Kind: kind, ID: id}] {
		if wanted(next.ID) {
			return next.ID, true
		}
	}
	return "", false
}

// heir is followed for a reference of a list: of several successors it is rather one
// that the list did not hold before, because that one came in its place.
func (c *comparison) heir(kind framework.Kind, id string, held, holds map[string]bool) string {
	isNew := func(next string) bool { return holds[next] && !held[next] }
	if next, ok := c.successor(kind, id, isNew); ok && !holds[id] {
		return next
	}
	return c.followed(kind, id, func(next string) bool { return holds[next] })
}
