package diff

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// side is one of the two frameworks with what is asked of it often.
type side struct {
	*framework.Framework
	requiring   map[string][]*framework.Role      // by id of a competency
	requiringAt map[proficiency][]*framework.Role // by what is required
	proficient  map[int][]*framework.Role         // by rank of what is required
	within      map[[2]string][]*framework.Role   // by constituency and specialism
	listing     map[string][]*framework.Role      // by id of a resource
	byLevel     []*framework.Role                 // those with a level, by its lower end
	levelEnds   []int                             // their upper ends, in order
}

// proficiency is a competency at a rank.
type proficiency struct {
	competency string
	rank       int
}

func newSide(f *framework.Framework) *side {
	s := &side{
		Framework: f, requiring: map[string][]*framework.Role{}, requiringAt: map[proficiency][]*framework.Role{},
		proficient: map[int][]*framework.Role{}, within: map[[2]string][]*framework.Role{}, listing: map[string][]*framework.Role{},
	}
	for _, r := range f.Roles {
		s.add(r)
	}
	slices.SortStableFunc(s.byLevel, func(a, b *framework.Role) int { return cmp.Compare(a.Level.From, b.Level.From) })
	slices.Sort(s.levelEnds)
	return s
}

// add enters a role in the indexes.
func (s *side) add(r *framework.Role) {
	for _, q := range r.Competencies {
		s.requiring[q.Competency] = once(s.requiring[q.Competency], r)
		if rank := q.Proficiency.Value; q.Proficiency.Stated {
			at := proficiency{q.Competency, rank}
			s.requiringAt[at] = once(s.requiringAt[at], r)
			s.proficient[rank] = once(s.proficient[rank], r)
		}
	}
	for _, id := range r.Resources {
		s.listing[id] = once(s.listing[id], r)
	}
	if in := [2]string{r.Constituency, r.Specialism}; r.Specialism != "" {
		s.within[in] = append(s.within[in], r)
	}
	if r.Level.Stated && r.Level.From <= r.Level.To {
		s.byLevel = append(s.byLevel, r)
		s.levelEnds = append(s.levelEnds, r.Level.To)
	}
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
