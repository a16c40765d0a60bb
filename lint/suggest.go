package lint

import (
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// comparisons bounds how many ids are compared in search of the nearest, so
// that a large framework with many dangling references stays quick to check.
// Beyond it findings come without a suggestion.
const comparisons = 2_000_000

// suggester finds the id that was meant by an unknown one. Its zero value needs
// only the framework.
type suggester struct {
	framework *framework.Framework
	ids       map[framework.Kind][]string
	found     map[framework.Ref]*framework.Entity
	spent     int
}

// nearest returns the entity of the right kind with the nearest id, or nil.
func (s *suggester) nearest(r framework.Ref) *framework.Entity {
	if s.ids == nil {
		s.ids, s.found = map[framework.Kind][]string{}, map[framework.Ref]*framework.Entity{}
		for e := range s.framework.Entities() {
			s.ids[e.Kind] = append(s.ids[e.Kind], e.ID)
		}
	}
	if e, done := s.found[r]; done || s.spent > comparisons {
		return e
	}
	s.spent += len(s.ids[r.Kind])
	if id, ok := text.Nearest(r.ID, s.ids[r.Kind]); ok {
		s.found[r] = s.framework.Lookup(framework.Ref{Kind: r.Kind, ID: id})
	} else {
		s.found[r] = nil
	}
	return s.found[r]
}
