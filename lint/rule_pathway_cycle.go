package lint

import (
	"fmt"
	"slices"
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
		if m.Stated == framework.Upward && p.Judged(&m.From.Entity) && p.Judged(&m.To.Entity) {
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
	circle := shortestCircle(group, moves)
	report := p.Report(&start.Entity, circle[0].Node.Get("to"), "upward moves lead in a circle: "+walk(start, circle)).
		Help("remove the move that does not rise, or call it lateral; levels would show which one it is")
	for _, m := range circle[1:min(len(circle), mostShown)] {
		report.Related(m.Node.Get("to"), "then from "+name(&m.From.Entity)+" to "+name(&m.To.Entity))
	}
}

// mostShown bounds how many moves of a circle are named.
const mostShown = 10

// walk names the roles of a circle in their order.
func walk(start *framework.Role, circle []framework.Move) string {
	names := []string{start.Title}
	for i, m := range circle {
		if left := len(circle) - i; i >= mostShown && left > 1 {
			names = append(names, fmt.Sprintf("%d more", left-1), start.Title)
			break
		}
		names = append(names, m.To.Title)
	}
	return strings.Join(names, " → ")
}

// shortestCircle returns the moves of a shortest way from the first role of a
// group back to it, found breadth first. There is one, because all roles of the
// group reach each other, and it stays among them.
func shortestCircle(group []*framework.Role, moves map[*framework.Role][]framework.Move) []framework.Move {
	start := group[0]
	member := map[*framework.Role]bool{}
	for _, r := range group {
		member[r] = true
	}
	came := map[*framework.Role]framework.Move{}
	queue := []*framework.Role{start}
	for came[start].From == nil {
		r := queue[0]
		queue = queue[1:]
		for _, m := range moves[r] {
			if _, seen := came[m.To]; !seen && member[m.To] {
				came[m.To] = m
				queue = append(queue, m.To)
			}
		}
	}
	circle := []framework.Move{came[start]}
	for r := circle[0].From; r != start; r = came[r].From {
		circle = append(circle, came[r])
	}
	slices.Reverse(circle)
	return circle
}
