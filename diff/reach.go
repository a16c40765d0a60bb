package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// reach returns the other entities that a change of a field reaches. What is gone
// reaches those that had it.
func (p *pair) reach(path string) []finding.Subject {
	s, e := p.after, p.new
	if e == nil {
		s, e = p.before, p.old
	}
	var reached []*framework.Entity
	switch e.Kind {
	case aLevel:
		reached = s.rolesAtLevel(e)
	case aScale:
		for _, l := range s.LevelsOf(e.ID) {
			reached = append(reached, &l.Entity)
		}
	case aConstituency:
		reached = s.rolesWithin(e.ID, path)
	case aCompetency:
		reached = s.rolesRequiring(e.ID, path)
	case aRole:
		reached = slices.Concat(p.besideRole(p.before, p.old, path), p.besideRole(p.after, p.new, path))
	case aResource:
		for _, r := range s.listing[e.ID] {
			reached = append(reached, &r.Entity)
		}
	}
	return p.subjects(e, reached)
}

// rolesAtLevel returns the roles that a level describes, or that require something
// at it where it is a proficiency.
func (s *side) rolesAtLevel(e *framework.Entity) []*framework.Entity {
	rank, _ := e.Node().Get("rank").Int()
	scale := e.Node().Get("scale").Text()
	var reached []*framework.Entity
	for _, r := range s.Roles {
		at := func(q framework.Requirement) bool { return q.Proficiency == framework.Rank{Value: rank, Stated: true} }
		if scale == s.LevelScale && r.Level.Holds(rank) || scale == s.ProficiencyScale && slices.ContainsFunc(r.Competencies, at) {
			reached = append(reached, &r.Entity)
		}
	}
	return reached
}

// rolesWithin returns the roles of a constituency, or of the specialism that a path
// leads to.
func (s *side) rolesWithin(id, path string) []*framework.Entity {
	specialism := ""
	if rest, ok := strings.CutPrefix(path, "specialisms["); ok {
		specialism, _, _ = strings.Cut(rest, "]")
	}
	var reached []*framework.Entity
	for _, r := range s.RolesIn(id) {
		if specialism == "" || r.Specialism == specialism {
			reached = append(reached, &r.Entity)
		}
	}
	return reached
}

// rolesRequiring returns the roles that require a competency, at the proficiency
// whose descriptor a path leads to, if it does.
func (s *side) rolesRequiring(id, path string) []*framework.Entity {
	key, described := strings.CutPrefix(path, "descriptors.")
	rank, err := strconv.Atoi(key)
	var reached []*framework.Entity
	for _, r := range s.requiring[id] {
		for _, q := range r.Competencies {
			if q.Competency == id && (!described || err == nil && q.Proficiency == framework.Rank{Value: rank, Stated: true}) {
				reached = append(reached, &r.Entity)
			}
		}
	}
	return reached
}

// besideRole returns the roles from and to which a role progresses, when what
// changed is where it stands or whether it is there.
func (p *pair) besideRole(s *side, e *framework.Entity, path string) []*framework.Entity {
	if e == nil || path != "" && path != "level" && path != "constituency" && path != "status" {
		return nil
	}
	var reached []*framework.Entity
	if r := s.Role(e.ID); r != nil && &r.Entity == e {
		for _, m := range s.MovesFrom(r) {
			reached = append(reached, &m.To.Entity)
		}
		for _, m := range s.MovesTo(r) {
			reached = append(reached, &m.From.Entity)
		}
	}
	return reached
}

// subjects names entities by what they are today, each once, by id. Drafts and
// retired ones are nobody's.
func (p *pair) subjects(of *framework.Entity, entities []*framework.Entity) []finding.Subject {
	var all []finding.Subject
	for _, e := range entities {
		if today := p.today(e); today.Ref != of.Ref && (today.Status == framework.Active || today.Status == framework.Deprecated) {
			all = append(all, subjectOf(today))
		}
	}
	slices.SortFunc(all, func(a, b finding.Subject) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	return slices.Compact(all)
}

// today returns the entity that one of the old side is now, or itself when it is
// gone.
func (c *comparison) today(e *framework.Entity) *framework.Entity {
	if next := c.after.Lookup(e.Ref); next != nil {
		return next
	}
	if by := c.succession.by[e.Ref]; len(by) == 1 {
		return c.after.Lookup(by[0])
	}
	return e
}

// whereRolesWent says to which constituencies the roles of one that is gone
// belong now.
func (p *pair) whereRolesWent() string {
	if p.old.Kind != aConstituency {
		return ""
	}
	roles := map[string]int{}
	lost := 0
	for _, r := range p.before.RolesIn(p.old.ID) {
		next := p.after.Lookup(p.today(&r.Entity).Ref)
		if next == nil {
			lost++
			continue
		}
		roles[next.Node().Get("constituency").Text()]++
	}
	var parts []string
	for _, c := range p.after.Constituencies {
		if n := roles[c.ID]; n > 0 {
			parts = append(parts, fmt.Sprint(n)+" to "+c.Title)
		}
	}
	if lost > 0 {
		parts = append(parts, fmt.Sprint(lost)+" nowhere")
	}
	if len(parts) == 0 {
		return ""
	}
	return "; of its roles went " + joined(parts)
}
