package lint

import (
	"fmt"

	"github.com/cadre-framework/cadre/framework"
)

// replacedBy is the field that names what to use instead of a deprecated entity.
const replacedBy = "deprecated.replacedBy"

// handsOver reports whether the successors of an entity mean something: of what is
// in use they mean nothing, and that is told.
func handsOver(e *framework.Entity) bool {
	return e.Status == framework.Deprecated || e.Status == framework.Retired
}

// handovers returns the references by which entities that are going, or gone, name
// their successors, in the order of the files.
func (p *Pass) handovers() []framework.Reference {
	var all []framework.Reference
	for e := range p.Entities() {
		if !handsOver(e) || len(e.Deprecation.ReplacedBy) == 0 {
			continue
		}
		for r := range p.ReferencesOf(e) {
			if r.Field == replacedBy && r.To != e.Ref && p.Lookup(r.To) != nil {
				all = append(all, r)
			}
		}
	}
	return all
}

// endless returns the entities whose successors never end: they stand in a loop,
// or some way from them leads into one. What has no successor, or only such as
// end, is taken away until nothing more can be (A. B. Kahn, "Topological sorting
// of large networks", 1962).
func (p *Pass) endless(handovers []framework.Reference) map[*framework.Entity]bool {
	left := map[*framework.Entity]int{} // successors that have not been taken away
	before := map[*framework.Entity][]*framework.Entity{}
	var ended []*framework.Entity
	for _, r := range handovers {
		to := p.Lookup(r.To)
		left[r.From]++
		before[to] = append(before[to], r.From)
	}
	for to := range before {
		if left[to] == 0 {
			ended = append(ended, to)
		}
	}
	for len(ended) > 0 {
		e := ended[len(ended)-1]
		ended = ended[:len(ended)-1]
		for _, earlier := range before[e] {
			if left[earlier]--; left[earlier] == 0 {
				ended = append(ended, earlier)
			}
		}
	}
	loops := map[*framework.Entity]bool{}
	for e, n := range left {
		if n > 0 {
			loops[e] = true
		}
	}
	return loops
}

// instead says which entity in use to name in the place of one that is not, or
// returns otherwise.
func (p *Pass) instead(e *framework.Entity, otherwise string) string {
	if next := p.successor(e); next != nil {
		return fmt.Sprintf("write %q (%s), which replaces it", next.ID, next.Title)
	}
	return otherwise
}

// successor returns the first of an entity's own successors that is in use, or
// nil. It looks one step ahead and at a few, so that long chains cost nothing.
func (p *Pass) successor(e *framework.Entity) *framework.Entity {
	for _, id := range e.Deprecation.ReplacedBy[:min(len(e.Deprecation.ReplacedBy), mostNamed)] {
		if next := p.Lookup(framework.Ref{Kind: e.Kind, ID: id}); next != nil && next.IsActive() {
			return next
		}
	}
	return nil
}
