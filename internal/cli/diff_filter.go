package cli

import (
	"slices"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// versionChanged is the kind of the change that the version itself is.
const versionChanged = "version-changed"

// keep leaves the changes that were asked for in a result, and returns how many it
// took out. The bump stays that of all. That the version changed is no answer to
// any question but its own, so it is not among the number.
func (p *diffPlan) keep(r *diff.Result, old, new *framework.Framework) int {
	taken := 0
	r.Changes = slices.DeleteFunc(r.Changes, func(c diff.Change) bool {
		wanted := p.wants(&c, old, new)
		if !wanted && c.Kind.ID != versionChanged {
			taken++
		}
		return !wanted
	})
	return taken
}

func (p *diffPlan) wants(c *diff.Change, old, new *framework.Framework) bool {
	if !p.wanted[c.Kind.ID] {
		return false
	}
	if p.audiences != nil && !slices.ContainsFunc(p.audiences, func(a string) bool { return slices.Contains(c.Audience, a) }) {
		return false
	}
	if p.constituency == "" {
		return true
	}
	here := func(s finding.Subject) bool { return inConstituency(s, p.constituency, old, new) }
	cut := len(c.Affects) < c.Reach // nobody can say that the rest lies elsewhere
	return here(c.Subject) || cut || slices.ContainsFunc(c.Affects, here)
}

// inConstituency reports whether an entity is a constituency, or lies in it or did
// before, be it by another id: a role that moved away concerns the one that it left,
// too.
func inConstituency(s finding.Subject, id string, old, new *framework.Framework) bool {
	for _, former := range predecessors(s, old, new) {
		if former.ID == id && s.Kind == string(framework.KindConstituency) || former.Node().Get("constituency").Str() == id {
			return true
		}
	}
	switch s.Kind {
	case string(framework.KindConstituency):
		return s.ID == id
	case string(framework.KindRole):
		for _, f := range []*framework.Framework{old, new} {
			if r := f.Role(s.ID); r != nil && r.Constituency == id {
				return true
			}
		}
	}
	return s.Constituency == id
}

// predecessors returns the entities of the old side that are gone and that an entity
// took over from, by its own word or theirs.
func predecessors(s finding.Subject, old, new *framework.Framework) []*framework.Entity {
	var former []*framework.Entity
	is := new.Lookup(framework.Ref{Kind: framework.Kind(s.Kind), ID: s.ID})
	for e := range old.Entities() {
		if string(e.Kind) != s.Kind || new.Lookup(e.Ref) != nil {
			continue
		}
		if is != nil && (slices.Contains(is.Replaces, e.ID) || slices.Contains(e.Deprecation.ReplacedBy, s.ID)) {
			former = append(former, e)
		}
	}
	return former
}

// knownConstituency refuses an id that no constituency of either side has.
func knownConstituency(old, new *framework.Framework, id string) error {
	if old.Constituency(id) != nil || new.Constituency(id) != nil {
		return nil
	}
	return unknownEntity(new, string(framework.KindConstituency), id, func(e *framework.Entity) bool { return e.Kind == framework.KindConstituency })
}
