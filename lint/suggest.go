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
	found     map[framework.Ref]string
	spent     int
}

// nearest returns the nearest id of the right kind, or "" when none is near.
func (s *suggester) nearest(r framework.Ref) string {
	if s.ids == nil {
		s.ids, s.found = map[framework.Kind][]string{}, map[framework.Ref]string{}
		for known := range s.framework.Defined() {
			s.ids[known.Kind] = append(s.ids[known.Kind], known.ID)
		}
	}
	if id, done := s.found[r]; done || s.spent > comparisons {
		return id
	}
	s.spent += len(s.ids[r.Kind])
	s.found[r], _ = text.Nearest(r.ID, s.ids[r.Kind])
	return s.found[r]
}
