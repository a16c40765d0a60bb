package explore

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// Query says which roles are wanted. Its zero value wants all active ones.
type Query struct {
	Levels       framework.Range  // roles whose level touches the range
	Constituency string           // id
	Competency   string           // id of a competency that the role requires
	Status       framework.Status // active when empty
	AnyStatus    bool             // whatever the status
	Words        string           // all of these stand in title, aliases, id, summary or responsibilities
}

// Roles returns the roles that a query wants, by level, then title. Roles
// without a level come last.
func Roles(f *framework.Framework, q Query) []*framework.Role {
	words := strings.Fields(text.Fold(q.Words))
	var found []*framework.Role
	for _, r := range f.Roles {
		if q.wants(r) && holds(r, words) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, byLevel)
	return found
}

func (q *Query) wants(r *framework.Role) bool {
	if r.Status != cmp.Or(q.Status, framework.Active) && !q.AnyStatus {
		return false
	}
	if q.Levels.Stated && !(r.Level.Stated && r.Level.From <= q.Levels.To && q.Levels.From <= r.Level.To) {
		return false
	}
	if q.Constituency != "" && r.Constituency != q.Constituency {
		return false
	}
	return q.Competency == "" || slices.ContainsFunc(r.Competencies, func(c framework.Requirement) bool { return c.Competency == q.Competency })
}

// holds reports whether every word stands somewhere in what a role says of
// itself, case and accents aside.
func holds(r *framework.Role, words []string) bool {
	if len(words) == 0 {
		return true
	}
	said := text.Fold(strings.Join(slices.Concat([]string{r.ID, r.Title, r.Summary}, r.Aliases, r.Responsibilities), "\n"))
	for _, word := range words {
		if !strings.Contains(said, word) {
			return false
		}
	}
	return true
}

// byLevel orders roles by level, then title, then id.
func byLevel(a, b *framework.Role) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		cmp.Compare(a.Level.To, b.Level.To),
		cmp.Compare(text.Fold(a.Title), text.Fold(b.Title)),
		cmp.Compare(a.ID, b.ID),
	)
}

// rank returns the lowest level of a role; roles without a level come behind
// all others.
func rank(r *framework.Role) int {
	if !r.Level.Stated {
		return int(^uint(0) >> 1)
	}
	return r.Level.From
}
