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

// mostAffected bounds the entities that all changes of a result list as affected,
// and mostVisited the look-ups of entities that it takes to find them. They keep a
// comparison in proportion to the two frameworks, of which every part may reach
// every other.
const (
	mostAffected = 200_000
	mostVisited  = 2_000_000
)

// reached is whom something reaches: how many, and as many of them by name as the
// result had room for when they were looked up.
type reached struct {
	listed []finding.Subject
	number int
}

// origin is what a side looks up to tell whom an entity reaches. What has the same
// origins reaches the same, so that a list is made once.
type origin struct {
	kind     framework.Kind // empty when the side has no part in it
	id, part string         // of a level: its scale
	rank     int            // of a level
	entity   *framework.Entity
}

// reach adds to a change of a field the other entities that it reaches. What is
// gone reaches those that had it.
func (p *pair) reach(c *Change) {
	kind, part := p.subject().Kind, p.reachingPart(c.Field)
	if kind == aRole && part == "" {
		return
	}
	known := p.reached[part]
	if known == nil {
		var from [2]origin
		if p.new == nil || p.old != nil && part != "" && kind != aCompetency {
			from[0] = originOf(p.old, part)
		}
		if p.new != nil {
			from[1] = originOf(p.new, part)
		}
		known = p.reachFrom(from)
		if p.reached == nil {
			p.reached = map[string]*reached{}
		}
		p.reached[part] = known
	}
	n := min(len(known.listed), p.room)
	p.room -= n
	c.Affects, c.Reach = known.listed[:n:n], known.number
}

func originOf(e *framework.Entity, part string) origin {
	switch e.Kind {
	case aLevel:
		rank, _ := e.Node().Get("rank").Int()
		return origin{kind: e.Kind, id: e.Node().Get("scale").Text(), rank: rank}
	case aRole:
		return origin{kind: e.Kind, entity: e}
	}
	return origin{kind: e.Kind, id: e.ID, part: part}
}

// reachFrom returns whom the origins of the two sides reach. When too much was
// looked up already, it counts without looking: the side that has more of them,
// drafts included.
func (c *comparison) reachFrom(from [2]origin) *reached {
	if known := c.reaching[from]; known != nil {
		return known
	}
	known := &reached{}
	c.reaching[from] = known
	visits := c.before.visits(from[0]) + c.after.visits(from[1])
	if c.visited+visits > mostVisited {
		known.number = max(c.before.countReached(from[0]), c.after.countReached(from[1]))
		return known
	}
	c.visited += visits
	all := c.subjects(from[1].entity, append(c.before.reachedBy(from[0]), c.after.reachedBy(from[1])...))
	known.number = len(all)
	known.listed = slices.Clone(all[:min(len(all), c.room)])
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

// reachedBy returns the entities that an origin reaches on one side.
func (s *side) reachedBy(o origin) []*framework.Entity {
	var reached []*framework.Entity
	switch o.kind {
	case aLevel:
		return entitiesOf(s.rolesAtLevel(o.id, o.rank))
	case aScale:
		for _, l := range s.LevelsOf(o.id) {
			reached = append(reached, &l.Entity)
		}
	case aRole:
		return s.besideRole(o.entity)
	default:
		return entitiesOf(s.rolesOf(o))
	}
	return reached
}

// rolesOf returns the roles of a constituency or of a specialism in it, those that
// require a competency or do at a proficiency, or those that name a resource.
func (s *side) rolesOf(o origin) []*framework.Role {
	switch {
	case o.kind == aConstituency && o.part == "":
		return s.RolesIn(o.id)
	case o.kind == aConstituency:
		return s.within[[2]string{o.id, o.part}]
	case o.kind == aCompetency && o.part == "":
		return s.requiring[o.id]
	case o.kind == aCompetency:
		if rank, err := strconv.Atoi(o.part); err == nil {
			return s.requiringAt[proficiency{o.id, rank}]
		}
	case o.kind == aResource:
		return s.listing[o.id]
	}
	return nil
}

// visits returns how many entities it takes to tell whom an origin reaches.
func (s *side) visits(o origin) int {
	if o.kind == aLevel {
		return len(s.byLevel) + len(s.proficient[o.rank])
	}
	return s.countReached(o)
}

// countReached counts what reachedBy returns, without making the list.
func (s *side) countReached(o origin) int {
	switch o.kind {
	case aLevel:
		return s.countAtLevel(o.id, o.rank)
	case aScale:
		return len(s.LevelsOf(o.id))
	case aRole:
		return len(s.besideRole(o.entity))
	}
	return len(s.rolesOf(o))
}

// rolesAtLevel returns the roles that a level describes, and those that require
// something at it where it is a proficiency.
func (s *side) rolesAtLevel(scale string, rank int) []*framework.Role {
	var roles []*framework.Role
	if scale == s.LevelScale {
		for _, r := range s.byLevel[:s.startedAt(rank)] {
			if r.Level.Holds(rank) {
				roles = append(roles, r)
			}
		}
	}
	if scale == s.ProficiencyScale {
		roles = append(roles, s.proficient[rank]...)
	}
	return roles
}

// countAtLevel counts the roles of a level; where its scale serves for both, the
// longer of the two lists.
func (s *side) countAtLevel(scale string, rank int) int {
	n := 0
	if scale == s.LevelScale {
		ended, _ := slices.BinarySearch(s.levelEnds, rank)
		n = s.startedAt(rank) - ended
	}
	if scale == s.ProficiencyScale {
		n = max(n, len(s.proficient[rank]))
	}
	return n
}

// startedAt returns how many roles have their lowest level at or below a rank.
func (s *side) startedAt(rank int) int {
	n, _ := slices.BinarySearchFunc(s.byLevel, rank, func(r *framework.Role, rank int) int {
		if r.Level.From <= rank {
			return -1
		}
		return 1
	})
	return n
}

func entitiesOf(roles []*framework.Role) []*framework.Entity {
	all := make([]*framework.Entity, 0, len(roles))
	for _, r := range roles {
		all = append(all, &r.Entity)
	}
	return all
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

// subjects names entities by what they are today, each once, by id, without the
// one whose reach it is. Drafts and retired ones are nobody's.
func (c *comparison) subjects(of *framework.Entity, entities []*framework.Entity) []finding.Subject {
	var all []finding.Subject
	for _, e := range entities {
		if today := c.today(e); (of == nil || today.Ref != of.Ref) && (today.Status == framework.Active || today.Status == framework.Deprecated) {
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
