package explore

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Gap is what lies between two roles, by competency. Every competency that one
// of them requires stands in exactly one list, core requirements of the second
// role first, then by id.
type Gap struct {
	From, To *framework.Role

	Missing []Difference // the second requires it, the first does not
	Higher  []Difference // the second requires more, or insists on what was optional
	Shared  []Difference // both require the same, or one does not say how much
	Lower   []Difference // the second requires less
	Dropped []Difference // only the first requires it
}

// Difference is what two roles require of one competency; nil where a role does
// not require it.
type Difference struct {
	Competency string // id
	Old, New   *framework.Requirement
}

// WasOptional reports whether the second role insists on what was optional in
// the first, so that nobody can say whether a person brings it.
func (d Difference) WasOptional() bool {
	return d.Old != nil && d.New != nil && d.Old.Optional && !d.New.Optional
}

// above reports whether a requirement asks more than another, where both say how
// much.
func above(a, b *framework.Requirement) bool {
	return a.Proficiency.Stated && b.Proficiency.Stated && a.Proficiency.Value > b.Proficiency.Value
}

// Compare returns the gap between what a person in one role brings and what
// another role asks.
func Compare(from, to *framework.Role) Gap {
	g := Gap{From: from, To: to}
	g.compare(requirements(from))
	return g
}

// compare fills the lists, given what a person brings.
func (g *Gap) compare(old experience) {
	now := requirements(g.To)
	for id, want := range now {
		d := Difference{id, old[id], want}
		switch {
		case d.Old == nil:
			g.Missing = append(g.Missing, d)
		case above(want, d.Old) || d.WasOptional():
			g.Higher = append(g.Higher, d)
		case above(d.Old, want):
			g.Lower = append(g.Lower, d)
		default:
			g.Shared = append(g.Shared, d)
		}
	}
	for id, had := range old {
		if now[id] == nil {
			g.Dropped = append(g.Dropped, Difference{id, had, nil})
		}
	}
	for _, list := range [][]Difference{g.Missing, g.Higher, g.Shared, g.Lower, g.Dropped} {
		slices.SortFunc(list, compareDifferences)
	}
}

// Asks reports whether the second role asks anything in addition.
func (g Gap) Asks() bool { return len(g.Missing)+len(g.Higher) > 0 }

// experience is what a person brings, by competency.
type experience map[string]*framework.Requirement

// and returns the experience of a person who then worked in a role: of each
// competency what was insisted on, and of that the highest proficiency.
func (e experience) and(r *framework.Role) experience {
	all := maps.Clone(e)
	for id, c := range requirements(r) {
		had := all[id]
		if had == nil || had.Optional && !c.Optional || had.Optional == c.Optional && above(c, had) {
			all[id] = c
		}
	}
	return all
}

// requirements returns what a role requires; the first entry for a competency
// counts.
func requirements(r *framework.Role) experience {
	all := experience{}
	for i := range r.Competencies {
		c := &r.Competencies[i]
		if c.Competency != "" && all[c.Competency] == nil {
			all[c.Competency] = c
		}
	}
	return all
}

func compareDifferences(a, b Difference) int {
	return cmp.Or(cmp.Compare(optional(a), optional(b)), cmp.Compare(a.Competency, b.Competency))
}

// optional is 1 for what the newer side of a difference does not insist on.
func optional(d Difference) int {
	side := d.New
	if side == nil {
		side = d.Old
	}
	if side.Optional {
		return 1
	}
	return 0
}
