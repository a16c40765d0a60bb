package explore

import (
	"maps"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Matrix counts active roles by constituency and level. A role on several levels
// counts at each of them.
type Matrix struct {
	Ranks      []int // the levels of the framework's scale
	Rows       []MatrixRow
	Unplaced   []*framework.Role // active, but in no active constituency
	Unlevelled []*framework.Role // active, but on none of the ranks
}

// MatrixRow is one constituency: the number of its roles at each of the ranks,
// in their order, and of all its roles.
type MatrixRow struct {
	Constituency *framework.Constituency
	Counts       []int
	Total        int
}

// Coverage returns the matrix of a framework. Without a scale of levels it has
// the ranks that roles state.
func Coverage(f *framework.Framework) Matrix {
	m := Matrix{Ranks: ranks(f)}
	for _, c := range f.Constituencies {
		if !c.IsActive() {
			continue
		}
		row := MatrixRow{Constituency: c, Counts: make([]int, len(m.Ranks))}
		for _, r := range f.RolesIn(c.ID) {
			if r.IsActive() {
				row.Total++
				row.add(r.Level, m.Ranks)
			}
		}
		m.Rows = append(m.Rows, row)
	}
	for _, r := range f.Roles {
		if !r.IsActive() {
			continue
		}
		if c := f.Constituency(r.Constituency); c == nil || !c.IsActive() {
			m.Unplaced = append(m.Unplaced, r)
		}
		if !slices.ContainsFunc(m.Ranks, func(rank int) bool { return r.Level.Holds(rank) }) {
			m.Unlevelled = append(m.Unlevelled, r)
		}
	}
	return m
}

func (row *MatrixRow) add(level framework.Range, ranks []int) {
	for i, rank := range ranks {
		if level.Holds(rank) {
			row.Counts[i]++
		}
	}
}

// mostRanks bounds the columns of a matrix, whatever a scale says.
const mostRanks = 100

func ranks(f *framework.Framework) []int {
	seen := map[int]bool{}
	if s := f.Scale(f.LevelScale); s != nil && s.Min.Stated && s.Max.Stated {
		for rank := s.Min.Value; rank <= s.Max.Value && len(seen) < mostRanks; rank++ {
			seen[rank] = true
		}
	} else {
		for _, r := range f.Roles {
			if r.Level.Stated && len(seen) < mostRanks {
				seen[r.Level.From], seen[r.Level.To] = true, true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// Use says how many active roles require a competency.
type Use struct {
	Competency     *framework.Competency
	Core, Optional int
	Constituencies []string // ids of those whose roles require it
}

// Uses returns how the active competencies are used, by id.
func Uses(f *framework.Framework) []Use {
	uses := map[string]*Use{}
	for _, c := range f.Competencies {
		if c.IsActive() && uses[c.ID] == nil {
			uses[c.ID] = &Use{Competency: c}
		}
	}
	for _, r := range f.Roles {
		for id, requirement := range requirements(r) {
			if u := uses[id]; u != nil && r.IsActive() {
				u.add(r, requirement)
			}
		}
	}
	var all []Use
	for _, id := range slices.Sorted(maps.Keys(uses)) {
		slices.Sort(uses[id].Constituencies)
		all = append(all, *uses[id])
	}
	return all
}

func (u *Use) add(r *framework.Role, requirement *framework.Requirement) {
	if requirement.Optional {
		u.Optional++
	} else {
		u.Core++
	}
	if r.Constituency != "" && !slices.Contains(u.Constituencies, r.Constituency) {
		u.Constituencies = append(u.Constituencies, r.Constituency)
	}
}

// Evidence counts the fields of the active entities of a kind by how well they
// are founded.
type Evidence struct {
	Kind                                          framework.Kind
	Documented, Inferred, Reconstructed, Unstated int
}

// EvidenceOf returns the counts of every kind, in the order of kinds. A field
// that evidence does not name, and that no word for the whole entity covers, is
// unstated. Fields that say something about the entry itself are not counted:
// id, status, sources, evidence and the like.
func EvidenceOf(f *framework.Framework) []Evidence {
	var all []Evidence
	for _, k := range framework.Kinds() {
		count := Evidence{Kind: k}
		for e := range f.Entities() {
			if e.Kind == k && e.IsActive() {
				count.add(e)
			}
		}
		all = append(all, count)
	}
	return all
}

// aboutEntry are the fields that carry no fact about the subject.
var aboutEntry = []string{"id", "status", "since", "deprecated", "replaces", "sources", "evidence", "reviewed", "notes", "schemaVersion", "version", "locale", "released", "counts"}

func (c *Evidence) add(e *framework.Entity) {
	for field := range e.Node().Children() {
		if slices.Contains(aboutEntry, field.Key()) || strings.HasPrefix(field.Key(), "x-") || field.Kind() == source.Null {
			continue
		}
		word := e.Evidence.All
		if named, ok := e.Evidence.Fields[field.Key()]; ok {
			word = named
		}
		switch word {
		case "documented":
			c.Documented++
		case "inferred":
			c.Inferred++
		case "reconstructed":
			c.Reconstructed++
		default:
			c.Unstated++
		}
	}
}
