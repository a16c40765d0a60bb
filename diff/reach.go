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
// reaches those that had it. Fields that reach the same share one list, so that a
// large entity with many changes needs no more of them than a small one.
func (p *pair) reach(path string) []finding.Subject {
	kind, part := p.subject().Kind, p.reachingPart(path)
	if kind == aRole && part == "" {
		return nil
	}
	known, ok := p.reached[part]
	if !ok {
		var reached []*framework.Entity
		if p.new == nil || p.old != nil && part != "" && kind != aCompetency {
			reached = p.before.reachedBy(p.old, part)
		}
		if p.new != nil {
			reached = append(reached, p.after.reachedBy(p.new, part)...)
		}
		known = p.subjects(p.subject(), reached)
		if p.reached == nil {
			p.reached = map[string][]finding.Subject{}
		}
		p.reached[part] = known
	}
	return known
}

// reachingPart returns what tells the reach of a field from that of the whole
// entity, or "": the rank of a level, a specialism, the proficiency that a
// descriptor speaks of, the place of a role. Where the two sides may differ in it,
// both count.
func (p *pair) reachingPart(path string) string {
	switch p.subject().Kind {
	case aLevel:
		if path == "rank" || path == "scale" {
			return path
		}
	case aConstituency:
		if rest, ok := strings.CutPrefix(path, "specialisms["); ok {
			specialism, _, _ := strings.Cut(rest, "]")
			return specialism
		}
	case aCompetency:
		if rank, ok := strings.CutPrefix(path, "descriptors."); ok {
			return rank
		}
	case aRole:
		if path == "" || path == "level" || path == "constituency" || path == "status" {
			return "place"
		}
	}
	return ""
}

// reachedBy returns the entities of one side that an entity reaches, or a part of
// it.
func (s *side) reachedBy(e *framework.Entity, part string) []*framework.Entity {
	var reached []*framework.Entity
	switch e.Kind {
	case aLevel:
		return s.rolesAtLevel(e)
	case aScale:
		for _, l := range s.LevelsOf(e.ID) {
			reached = append(reached, &l.Entity)
		}
	case aConstituency:
		return s.rolesWithin(e.ID, part)
	case aCompetency:
		return s.rolesRequiring(e.ID, part)
	case aRole:
		return s.besideRole(e)
	case aResource:
		for _, r := range s.listing[e.ID] {
			reached = append(reached, &r.Entity)
		}
	}
	return reached
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

// rolesWithin returns the roles of a constituency, or of a specialism in it.
func (s *side) rolesWithin(id, specialism string) []*framework.Entity {
	var reached []*framework.Entity
	for _, r := range s.RolesIn(id) {
		if specialism == "" || r.Specialism == specialism {
			reached = append(reached, &r.Entity)
		}
	}
	return reached
}

// rolesRequiring returns the roles that require a competency, or only those that do
// at a proficiency.
func (s *side) rolesRequiring(id, proficiency string) []*framework.Entity {
	rank, err := strconv.Atoi(proficiency)
	var reached []*framework.Entity
	for _, r := range s.requiring[id] {
		for _, q := range r.Competencies {
			if q.Competency == id && (proficiency == "" || err == nil && q.Proficiency == framework.Rank{Value: rank, Stated: true}) {
				reached = append(reached, &r.Entity)
			}
		}
	}
	return reached
}

// besideRole returns the roles from and to which a role progresses.
func (s *side) besideRole(e *framework.Entity) []*framework.Entity {
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
	return slices.Clip(slices.Compact(all))
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
			parts = append(parts, fmt.Sprintf("%s (%d)", c.Title, n))
		}
	}
	went := ""
	if len(parts) > 0 {
		went = "; its roles moved to " + joined(parts)
	}
	if lost > 0 {
		went += "; " + count(lost, "role", "roles") + " went with it"
	}
	return went
}
