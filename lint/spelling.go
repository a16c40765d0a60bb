package lint

import (
	"fmt"
	"iter"

	"github.com/cadre-framework/cadre/internal/text"
)

// spelling looks ids up among the parts of one holder, such as the suites of the
// framework or the facets of a scale, and finds the part that was meant by an
// unknown one. Its zero value is ready. What it spends on comparisons is bounded as
// in suggester.
type spelling struct {
	lists map[string]*partList // by id of the holder
	spent int
}

// partList is what one holder lists. Of parts with one id the first counts.
type partList struct {
	titles map[string]string // by id
	ids    []string          // in the order of the file, so that the same one of equals is found
	names  *text.Names       // of ids, once they are compared
}

// of returns the list of a holder, which is read from its parts, ids and titles,
// when it is first asked for.
func (s *spelling) of(holder string, parts iter.Seq2[string, string]) *partList {
	if list := s.lists[holder]; list != nil {
		return list
	}
	list := &partList{titles: map[string]string{}}
	for id, title := range parts {
		if !list.holds(id) {
			list.titles[id] = title
			list.ids = append(list.ids, id)
		}
	}
	if s.lists == nil {
		s.lists = map[string]*partList{}
	}
	s.lists[holder] = list
	return list
}

func (l *partList) holds(id string) bool {
	_, known := l.titles[id]
	return known
}

// help says which part of a list was meant by an unknown id, or what else to do.
func (s *spelling) help(r *Report, list *partList, id, otherwise string) {
	if near := s.nearest(list, id); near != "" {
		r.Suggest(near).Help(fmt.Sprintf("did you mean %q (%s)?", near, list.titles[near]))
		return
	}
	r.Help(otherwise)
}

// nearest returns the nearest id of a list, or "" when none is near.
func (s *spelling) nearest(list *partList, id string) string {
	if s.spent > comparisons {
		return ""
	}
	if list.names == nil {
		list.names = text.NewNames(list.ids)
	}
	s.spent += len(list.ids)
	near, _ := list.names.Nearest(id)
	return near
}
