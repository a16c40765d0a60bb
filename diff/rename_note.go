package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// possibleRenames notes what was removed and added and looks like one thing under
// another id. Nothing is taken for a rename that nobody declared.
func (c *comparison) possibleRenames() []Note {
	var notes []Note
	seen := c.features()
	taken := map[*framework.Entity]bool{}
	for i := range c.changes {
		change := &c.changes[i]
		if change.Kind != added {
			continue
		}
		e := c.after.Lookup(framework.Ref{Kind: framework.Kind(change.Subject.Kind), ID: change.Subject.ID})
		if e == nil || c.before.Lookup(e.Ref) != nil {
			continue
		}
		for _, f := range c.featuresOf(c.after, e) {
			if was := seen[f]; was != nil && !taken[was] {
				taken[was] = true
				notes = append(notes, renameNote(was, e))
				break
			}
		}
	}
	return notes
}

// features returns what was removed by what it may be known by.
func (c *comparison) features() map[string]*framework.Entity {
	seen := map[string]*framework.Entity{}
	for i := range c.changes {
		change := &c.changes[i]
		if change.Kind != removed && change.Kind != removedAfterDeprecation {
			continue
		}
		e := c.before.Lookup(framework.Ref{Kind: framework.Kind(change.Subject.Kind), ID: change.Subject.ID})
		if e == nil || c.after.Lookup(e.Ref) != nil {
			continue
		}
		for _, f := range c.featuresOf(c.before, e) {
			if seen[f] == nil {
				seen[f] = e
			}
		}
	}
	return seen
}

// fewestRequired is how many competencies tell a role from others.
const fewestRequired = 3

// featuresOf returns what an entity is known by, the surest first: its code, the
// words of its title and of its other names, what it requires.
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
	if r := s.Role(e.ID); r != nil && &r.Entity == e && len(r.Competencies) >= fewestRequired {
		var required []string
		for _, q := range r.Competencies {
			required = append(required, fmt.Sprint(q.Competency, q.Optional, q.Proficiency.Value))
		}
		slices.Sort(required)
		features = append(features, fmt.Sprint("requires ", r.Constituency, r.Level, required))
	}
	return features
}

func renameNote(was, is *framework.Entity) Note {
	help := fmt.Sprintf("if it is, add this line to %s, and the two are compared: replaces: [%s]", is.File().Path, was.ID)
	if len(is.Replaces) > 0 {
		help = fmt.Sprintf("if it is, add %s to its field replaces in %s, and the two are compared", was.ID, is.File().Path)
	}
	return Note{
		Subject: subjectOf(is), Span: is.At("id").Span(), Help: help,
		Message: fmt.Sprintf("possible rename: %s (%s) looks like %s (%s), which is gone", is.Title, is.ID, was.Title, was.ID),
	}
}
