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
	names     map[framework.Kind]*text.Names
	sizes     map[framework.Kind]int
	found     map[framework.Ref]string
	spent     int
}

// nearest returns the nearest id of the right kind, or "" when none is near.
func (s *suggester) nearest(r framework.Ref) string {
	if s.names == nil {
		s.prepare()
	}
	if id, done := s.found[r]; done || s.spent > comparisons {
		return id
	}
	s.spent += s.sizes[r.Kind]
	s.found[r], _ = s.names[r.Kind].Nearest(r.ID)
	return s.found[r]
}

func (s *suggester) prepare() {
	s.names, s.sizes, s.found = map[framework.Kind]*text.Names{}, map[framework.Kind]int{}, map[framework.Ref]string{}
	ids := map[framework.Kind][]string{}
	for known := range s.framework.Defined() {
		ids[known.Kind] = append(ids[known.Kind], known.ID)
	}
	for _, k := range framework.Kinds() {
		s.names[k], s.sizes[k] = text.NewNames(ids[k]), len(ids[k])
	}
}
