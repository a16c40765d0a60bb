package lint

import (
	"iter"

	"github.com/cadre-framework/cadre/internal/text"
)

// spelling finds the part that was meant by an unknown id, among the parts of one
// holder: the suites of the framework, the facets of a scale. Its zero value is
// ready. What it spends on comparisons is bounded as in suggester.
type spelling struct {
	lists map[string]*knownParts // by id of the holder
	spent int
}

// knownParts are the ids of one holder.
type knownParts struct {
	names *text.Names
	size  int
}

// nearest returns the nearest of the ids that a holder knows, or "" when none is
// near.
func (s *spelling) nearest(holder string, known iter.Seq[string], id string) string {
	if s.spent > comparisons {
		return ""
	}
	list := s.lists[holder]
	if list == nil {
		var ids []string
		for k := range known {
			ids = append(ids, k)
		}
		list = &knownParts{text.NewNames(ids), len(ids)}
		if s.lists == nil {
			s.lists = map[string]*knownParts{}
		}
		s.lists[holder] = list
	}
	s.spent += list.size
	near, _ := list.names.Nearest(id)
	return near
}
