package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// possibleRenames notes what was removed and added and looks like one thing under
// another id. Nothing is taken for a rename that nobody declared. What two entities
// have in common word for word goes before titles that are only alike.
func (c *comparison) possibleRenames() []Note {
	gone, came := c.unmatched(c.before, removed, removedAfterDeprecation), c.unmatched(c.after, added)
	was, taken := map[*framework.Entity]*framework.Entity{}, map[*framework.Entity]bool{}
	seen := c.features(gone)
	for _, e := range came {
		for _, f := range c.featuresOf(c.after, e) {
			if old := seen[f]; old != nil && !taken[old] && !tooEarly(old, e) {
				was[e], taken[old] = old, true
				break
			}
		}
	}
	c.alikeTitles(gone, came, was, taken)
	var notes []Note
	for _, e := range came {
		if was[e] != nil {
			notes = append(notes, renameNote(was[e], e))
		}
	}
	return notes
}

// unmatched returns the entities of a side with a change of one of the kinds that
// the other side does not have, in the order of the changes.
func (c *comparison) unmatched(s *side, kinds ...*Kind) []*framework.Entity {
	other := c.before
	if s == c.before {
		other = c.after
	}
	var all []*framework.Entity
	for i := range c.changes {
		change := &c.changes[i]
		if !slices.Contains(kinds, change.Kind) {
			continue
		}
		e := s.Lookup(framework.Ref{Kind: framework.Kind(change.Subject.Kind), ID: change.Subject.ID})
		if e != nil && other.Lookup(e.Ref) == nil {
			all = append(all, e)
		}
	}
	return all
}

// features returns what is gone by what it may be known by.
func (c *comparison) features(gone []*framework.Entity) map[string]*framework.Entity {
	seen := map[string]*framework.Entity{}
	for _, e := range gone {
		for _, f := range c.featuresOf(c.before, e) {
			if seen[f] == nil {
				seen[f] = e
			}
		}
	}
	return seen
}

// mostAlike bounds the bytes of all titles that are compared with each other. What
// comes later is known by its other features only.
const mostAlike = 4_000_000

// alikeTitles finds for roles that came those that are gone from the same
// constituency and level, and whose titles share half of their words.
func (c *comparison) alikeTitles(gone, came []*framework.Entity, was map[*framework.Entity]*framework.Entity, taken map[*framework.Entity]bool) {
	places := map[string][]*framework.Entity{}
	for _, e := range gone {
		if place := placeOfRole(c.before, e); place != "" {
			places[place] = append(places[place], e)
		}
	}
	left := mostAlike
	for _, e := range came {
		if was[e] != nil {
			continue
		}
		best, likest := leastAlike, (*framework.Entity)(nil)
		for _, old := range places[placeOfRole(c.after, e)] {
			if left -= len(old.Title) + len(e.Title) + 1; left < 0 {
				return
			}
			if of := text.Similar(old.Title, e.Title); !taken[old] && !tooEarly(old, e) && (of > best || likest == nil && of == best) {
				best, likest = of, old
			}
		}
		if likest != nil {
			was[e], taken[likest] = likest, true
		}
	}
}

// placeOfRole returns the constituency and the level of a role, or "" when the
// entity is none or has not both.
func placeOfRole(s *side, e *framework.Entity) string {
	r := s.Role(e.ID)
	if r == nil || &r.Entity != e || r.Constituency == "" || !r.Level.Stated {
		return ""
	}
	return fmt.Sprint(r.Constituency, r.Level)
}

// fewestRequired is how many competencies tell a role from others.
const fewestRequired = 3

// featuresOf returns what an entity is known by, the surest first: its code, the
// words of its title and of its other names, what a role requires, does, and says
// of itself where it stands.
func (c *comparison) featuresOf(s *side, e *framework.Entity) []string {
	var features []string
	if competency := s.Competency(e.ID); competency != nil && &competency.Entity == e && competency.Code != "" {
		features = append(features, "code "+competency.Suite+" "+competency.Code)
	}
	for _, name := range append([]string{e.Title}, e.Aliases...) {
		words := text.Words(name)
		if len(words) == 0 {
			continue
		}
		slices.Sort(words)
		features = append(features, string(e.Kind)+" "+strings.Join(words, " "))
	}
	r := s.Role(e.ID)
	if r == nil || &r.Entity != e {
		return features
	}
	if len(r.Competencies) >= fewestRequired {
		var required []string
		for _, q := range r.Competencies {
			required = append(required, fmt.Sprint(q.Competency, q.Optional, q.Proficiency.Value))
		}
		slices.Sort(required)
		features = append(features, fmt.Sprint("requires ", r.Constituency, r.Level, required))
	}
	if len(r.Responsibilities) > 0 {
		features = append(features, fmt.Sprintf("does %q", r.Responsibilities))
	}
	if place := placeOfRole(s, e); place != "" && r.Summary != "" {
		features = append(features, "says "+place+" "+r.Summary)
	}
	return features
}

func renameNote(was, is *framework.Entity) Note {
	line := fmt.Sprintf("replaces: [%s]", was.ID)
	if strings.HasSuffix(is.File().Path, ".json") {
		line = fmt.Sprintf(`"replaces": [%q]`, was.ID)
	}
	help := "if it is, add this line to it, and the two are compared: " + line
	if len(is.Replaces) > 0 {
		help = fmt.Sprintf("if it is, add %s to its field replaces, and the two are compared", was.ID)
	}
	return Note{
		Subject: subjectOf(is), Span: is.At("id").Span(), Help: help,
		Message: fmt.Sprintf("possible rename: %s (%s) looks like %s (%s), which is gone", is.Title, is.ID, was.Title, was.ID),
	}
}
