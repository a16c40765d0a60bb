package lint

import (
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(pathwayCycle, finding.Rule{
	ID: "pathway/cycle", Title: "Upward moves do not lead in a circle", Severity: finding.Error, Since: "0.1.0",
	Doc: `Moves that are all stated as upward lead from a role back to itself, which cannot be. At least one of the roles has no level, so that the levels themselves do not show which move is wrong.

Give the roles their levels, and remove the move that does not rise or call it lateral.`,
})

// pathwayCycle reports one circle of stated upward moves in every group of
// roles that reach each other by such moves. Where all roles have a level, some
// move falls or stays, and other rules say so.
func pathwayCycle(p *Pass) {
	upward := map[*framework.Role][]framework.Move{}
	for _, m := range p.Moves() {
		if m.Stated == framework.Upward {
			upward[m.From] = append(upward[m.From], m)
		}
	}
	for _, group := range components(p.Roles, upward) {
		if len(group) > 1 && !allLevelled(group) {
			reportCycle(p, group, upward)
		}
	}
}

func allLevelled(roles []*framework.Role) bool {
	for _, r := range roles {
		if !r.Level.Stated {
			return false
		}
	}
	return true
}

// reportCycle places the finding at the first role of the group that the files
// hold, on its move into the shortest circle.
func reportCycle(p *Pass, group []*framework.Role, moves map[*framework.Role][]framework.Move) {
	start := group[0]
	circle := shortestCircle(start, moves)
	names := []string{start.Title}
	var ids []string
	for _, m := range circle {
		names = append(names, m.To.Title)
		ids = append(ids, m.From.ID)
	}
	report := p.Report(&start.Entity, circle[0].Node.Get("to"), "upward moves lead in a circle: "+strings.Join(names, " → ")).
		Params(ids...).Help("remove the move that does not rise, or call it lateral; levels would show which one it is")
	for _, m := range circle[1:] {
		report.Related(m.Node.Get("to"), "then from "+name(&m.From.Entity)+" to "+name(&m.To.Entity))
	}
}

// shortestCircle returns the moves of a shortest way from a role back to it,
// found breadth first. There must be one.
func shortestCircle(start *framework.Role, moves map[*framework.Role][]framework.Move) []framework.Move {
	came := map[*framework.Role]framework.Move{}
	queue := []*framework.Role{start}
	for came[start].From == nil {
		r := queue[0]
		queue = queue[1:]
		for _, m := range moves[r] {
			if _, seen := came[m.To]; !seen {
				came[m.To] = m
				queue = append(queue, m.To)
			}
		}
	}
	var circle []framework.Move
	for r := start; len(circle) == 0 || r != start; r = circle[0].From {
		circle = append([]framework.Move{came[r]}, circle...)
	}
	return circle
}
