package report

import (
	"cmp"
	"regexp"
	"strconv"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// name returns an entity as people call it, what sort it is, and its id.
func (n *releaseNotes) name(s finding.Subject) string {
	kind := s.Kind
	if level := n.level(s); level != "" {
		kind = level
	}
	return "**" + markdown(shorten(cmp.Or(s.Title, s.ID), longestName)) + "** (" + markdown(kind) + ", " + noteID(s.ID) + ")"
}

// level returns the level of a role in the words of its scale, or "".
func (n *releaseNotes) level(s finding.Subject) string {
	if s.Kind != string(framework.KindRole) {
		return ""
	}
	for _, f := range []*framework.Framework{n.new, n.old} {
		if r := f.Role(s.ID); r != nil && r.Level.Stated {
			return "level " + levelText(f, r.Level)
		}
	}
	return ""
}

// levelText writes ranks by the labels of the framework's level scale.
func levelText(f *framework.Framework, level framework.Range) string {
	scale := f.Scale(f.LevelScale)
	if level.From == level.To {
		return scale.Label(level.From)
	}
	return scale.Label(level.From) + " to " + scale.Label(level.To)
}

// sentence says what a change is, whom else it reaches, and what takes over from
// what is gone.
func (n *releaseNotes) sentence(c *diff.Change) string {
	s := markdown(shorten(c.Message, longestMessage)) + n.words(c)
	if next := n.successors[noteRef(c.Subject)]; len(next) > 0 && isGone(c.Kind.ID) {
		var names []string
		for _, e := range next[:min(len(next), mostReached)] {
			names = append(names, markdown(shorten(e.Title, longestName))+" ("+noteID(e.ID)+")")
		}
		verb := " take over"
		if len(next) == 1 {
			verb = " takes over"
		}
		s += "; " + noteList(append(names, furtherNames(len(next), len(names))...)) + verb
	}
	if reach := max(c.Reach, len(c.Affects)); reach > 0 {
		var names []string
		for _, reached := range c.Affects[:min(len(c.Affects), mostReached)] {
			names = append(names, markdown(shorten(cmp.Or(reached.Title, reached.ID), longestName)))
		}
		s += "; this reaches " + noteList(append(names, furtherNames(reach, len(names))...))
	}
	return s
}

// isGone reports whether a kind of change takes an entity away, or is about to.
func isGone(kind string) bool {
	switch kind {
	case "removed", "removed-after-deprecation", "retired", "deprecated":
		return true
	}
	return false
}

// words shows what was deleted and added in a text, unless the message quotes both.
func (n *releaseNotes) words(c *diff.Change) string {
	shown := Change{Field: c.Field, Message: c.Message, Old: &ChangeSide{Value: c.Old.Value}, New: &ChangeSide{Value: c.New.Value}, Words: convert(c.Words, wordOf)}
	if _, words := shown.comparison(); len(c.Words) > 0 && len(words) > 0 {
		return ": " + markdownWords(essence(words))
	}
	return ""
}

// mostReached is how many other entities a sentence names.
const mostReached = 5

// furtherNames counts those that are not named; where none is, what they are.
func furtherNames(all, named int) []string {
	switch {
	case all <= named:
		return nil
	case named == 0:
		return []string{noteCount(all, "entry", "entries")}
	}
	return []string{strconv.Itoa(all-named) + " more"}
}

// plainID is what can stand between backticks without a second look.
var plainID = regexp.MustCompile(`^[a-z0-9.-]+$`)

// noteID writes an id as code.
func noteID(id string) string {
	if plainID.MatchString(id) {
		return "`" + id + "`"
	}
	return markdown(shorten(id, longestName))
}

// plainVersion is a version that GitHub makes nothing else of.
var plainVersion = regexp.MustCompile(`^[0-9.]+(-[a-z]{1,6}(\.[0-9]{1,3})?)?$`)

// noteVersion writes a version so that people can copy it.
func noteVersion(v string) string {
	if plainVersion.MatchString(v) {
		return v
	}
	return markdown(shorten(v, longestName))
}

// successorsOf returns what takes over from entities that are gone or going, as
// either side states it.
func successorsOf(new, old *framework.Framework) map[framework.Ref][]*framework.Entity {
	next := map[framework.Ref][]*framework.Entity{}
	seen := map[[2]framework.Ref]bool{}
	add := func(gone framework.Ref, by *framework.Entity) {
		if by != nil && by.Ref != gone && !seen[[2]framework.Ref{gone, by.Ref}] {
			seen[[2]framework.Ref{gone, by.Ref}] = true
			next[gone] = append(next[gone], by)
		}
	}
	for e := range new.Entities() {
		for _, id := range e.Replaces {
			add(framework.Ref{Kind: e.Kind, ID: id}, e)
		}
	}
	for _, f := range []*framework.Framework{new, old} {
		for e := range f.Entities() {
			for _, id := range e.Deprecation.ReplacedBy {
				add(e.Ref, new.Lookup(framework.Ref{Kind: e.Kind, ID: id}))
			}
		}
	}
	return next
}
