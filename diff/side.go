package diff

import (
	"github.com/cadre-framework/cadre/framework"
)

// side is one of the two frameworks with what is asked of it often.
type side struct {
	*framework.Framework
	requiring map[string][]*framework.Role // by id of a competency
	listing   map[string][]*framework.Role // by id of a resource
}

func newSide(f *framework.Framework) *side {
	s := &side{Framework: f, requiring: map[string][]*framework.Role{}, listing: map[string][]*framework.Role{}}
	for _, r := range f.Roles {
		for _, q := range r.Competencies {
			s.requiring[q.Competency] = once(s.requiring[q.Competency], r)
		}
		for _, id := range r.Resources {
			s.listing[id] = once(s.listing[id], r)
		}
	}
	return s
}

// once appends a role unless it is the last already.
func once(roles []*framework.Role, r *framework.Role) []*framework.Role {
	if n := len(roles); n > 0 && roles[n-1] == r {
		return roles
	}
	return append(roles, r)
}

// levelLabel returns how people print levels: "5", "8a", "3–4".
func (s *side) levelLabel(r framework.Range) string { return rangeLabel(s.Scale(s.LevelScale), r) }

// proficiency returns how people print a rank of the proficiency scale.
func (s *side) proficiency(rank int) string { return s.Scale(s.ProficiencyScale).Label(rank) }

func rangeLabel(scale *framework.Scale, r framework.Range) string {
	switch {
	case !r.Stated:
		return "none"
	case r.From == r.To:
		return scale.Label(r.From)
	}
	return scale.Label(r.From) + "–" + scale.Label(r.To)
}

// title returns what people call an entity: its title and its id.
func (s *side) title(kind framework.Kind, id string) string {
	if e := s.Lookup(framework.Ref{Kind: kind, ID: id}); e != nil && e.Title != "" {
		return e.Title + " (" + id + ")"
	}
	return id
}
