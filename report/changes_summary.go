package report

import (
	"github.com/cadre-framework/cadre/diff"
)

// The kinds of change that this package treats apart.
const (
	kindVersion       = "version-changed"
	kindID            = "id-changed"
	kindAdded         = "added"
	kindRemoved       = "removed"
	kindRemovedInTime = "removed-after-deprecation"
)

// isVersion reports whether the change is that of the version itself, which
// asks nothing: the bump speaks of it.
func (c *Change) isVersion() bool { return c.Kind == kindVersion && c.impact() == diff.None }

// impact returns the impact as a number; one that nobody knows is major, so that
// it can never be hidden by mistake.
func (c *Change) impact() diff.Impact {
	i, err := diff.ParseImpact(c.Impact)
	if err != nil {
		return diff.Major
	}
	return i
}

// judged reports whether the change counts when a run passes or fails.
func (c *Change) judged() bool { return c.Accepted == nil }

func (n *Impacts) count(c *Change) {
	if !c.judged() {
		n.Accepted++
		return
	}
	switch c.impact() {
	case diff.Major:
		n.Major++
	case diff.Minor:
		n.Minor++
	case diff.Patch:
		n.Patch++
	case diff.None:
		n.None++
	}
}

// total is the number of all changes.
func (n Impacts) total() int { return n.Major + n.Minor + n.Patch + n.None + n.Accepted }

func summarise(changes []Change) ChangesSummary {
	s := ChangesSummary{Subjects: []SubjectCount{}, Audiences: []AudienceCount{}}
	rows, seen, heard := map[string]int{}, map[[2]string]bool{}, map[string]int{}
	for i := range changes {
		c := &changes[i]
		if c.isVersion() {
			continue
		}
		s.count(c)
		at, ok := rows[c.Subject.Kind]
		if !ok {
			at = len(s.Subjects)
			rows[c.Subject.Kind] = at
			s.Subjects = append(s.Subjects, SubjectCount{Kind: c.Subject.Kind})
		}
		entity := [2]string{c.Subject.Kind, c.Subject.ID}
		s.Subjects[at].add(c, !seen[entity])
		seen[entity] = true
		for _, a := range c.Audience {
			heard[a]++
		}
	}
	s.Entities = len(seen)
	for _, a := range diff.Audiences() {
		if heard[a] > 0 {
			s.Audiences = append(s.Audiences, AudienceCount{a, heard[a]})
		}
	}
	return s
}

// add counts a change; first says that nothing else in the entity was counted yet.
func (s *SubjectCount) add(c *Change, first bool) {
	s.count(c)
	if first {
		s.Entities++
	}
	switch c.Kind {
	case kindAdded:
		s.Added++
	case kindRemoved, kindRemovedInTime:
		s.Removed++
	}
}
