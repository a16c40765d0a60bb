package lint

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(proficiencyFalls, finding.Rule{
	ID: "pathway/proficiency-falls", Title: "A step up does not ask for less", Severity: finding.Warning, Since: "0.1.0",
	Doc: `An upward move leads to a role that requires a competency at a lower proficiency than the role before it. Usually one of the two proficiencies was set without looking at the other.

Correct one of them, or drop the requirement where the higher role no longer needs it. Only core requirements of both roles are compared. Ignore it where people do leave a skill behind as they rise, as a manager leaves the tools of the trade.`,
})

// proficiencyFalls compares what both roles of an upward move require. A move that
// is stated twice is judged once.
func proficiencyFalls(p *Pass) {
	type pair struct{ from, to *framework.Role }
	asked := map[*framework.Role]map[string]asks{}
	judged := map[pair]bool{}
	for _, m := range p.Moves() {
		between := pair{m.From, m.To}
		if judged[between] || !p.goesUp(m) {
			continue
		}
		judged[between] = true
		for _, r := range []*framework.Role{m.From, m.To} {
			if asked[r] == nil {
				asked[r] = p.asked(r)
			}
		}
		compareAsked(p, m, asked[m.From], asked[m.To])
	}
}

// goesUp reports whether a move is upward: by its levels where they are known, and
// else as it is stated. One that is stated so and does not rise is told by others.
func (p *Pass) goesUp(m framework.Move) bool {
	stated := m.Stated == framework.Upward
	if p.levelled(m.From) && p.levelled(m.To) {
		return p.rises(m) && (stated || m.Derived() == framework.Upward)
	}
	return stated && p.joins(m)
}

// asks is a core requirement: its place in the list of the role, and its
// proficiency.
type asks struct {
	at, rank int
}

// asked returns what a role requires by competency. A competency that is required
// twice, or at a proficiency that the scale does not have, is told by other rules.
func (p *Pass) asked(r *framework.Role) map[string]asks {
	scale := p.Scale(p.ProficiencyScale)
	seen, all := map[string]bool{}, map[string]asks{}
	for i, c := range r.Competencies {
		usable := !c.Optional && c.Proficiency.Stated && (scale == nil || scale.Holds(c.Proficiency.Value))
		switch {
		case seen[c.Competency]:
			delete(all, c.Competency)
		case usable:
			all[c.Competency] = asks{i, c.Proficiency.Value}
		}
		seen[c.Competency] = true
	}
	return all
}

// compareAsked walks the requirements of the role that has fewer: a role that
// many move to is not walked again for each of them.
func compareAsked(p *Pass, m framework.Move, before, after map[string]asks) {
	few := m.From
	if len(after) < len(before) {
		few = m.To
	}
	for _, c := range few.Competencies {
		old, inOld := before[c.Competency]
		next, inNext := after[c.Competency]
		if !inOld || !inNext || next.rank >= old.rank {
			continue
		}
		p.Report(&m.From.Entity, m.Node.Get("to"), fmt.Sprintf("the move up to %s asks less of %s: proficiency %d after %d", name(&m.To.Entity), p.competencyName(c.Competency), next.rank, old.rank)).
			Params(m.To.ID, c.Competency).
			Related(m.From.At("competencies", strconv.Itoa(old.at), "proficiency"), "required here by "+name(&m.From.Entity)).
			Related(m.To.At("competencies", strconv.Itoa(next.at), "proficiency"), "required here by "+name(&m.To.Entity)).
			Help("correct one of the two proficiencies, or drop the requirement that is no longer needed")
	}
}

// competencyName names a competency as people know it; an unknown one goes by its
// id.
func (p *Pass) competencyName(id string) string {
	if c := p.Competency(id); c != nil {
		return name(&c.Entity)
	}
	return fmt.Sprintf("%q", id)
}
