package lint

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
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
	edges := map[*framework.Role][]*framework.Role{}
	moves := map[[2]*framework.Role]framework.Move{}
	for _, m := range p.Moves() {
		edge := [2]*framework.Role{m.From, m.To}
		if _, twice := moves[edge]; !twice && m.Stated == framework.Upward && p.Judged(&m.From.Entity) && p.Judged(&m.To.Entity) {
			edges[m.From], moves[edge] = append(edges[m.From], m.To), m
		}
	}
	for _, group := range groups(p.Roles, edges) {
		if !allLevelled(group) {
			reportCycle(p, circle(group, edges), moves)
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

// mostShown bounds how many steps of a circle are named.
const mostShown = 10

// reportCycle places the finding at the first role of the group that the files
// hold, on its move into the shortest circle.
func reportCycle(p *Pass, way []*framework.Role, moves map[[2]*framework.Role]framework.Move) {
	next := func(i int) *framework.Role { return way[(i+1)%len(way)] }
	place := func(i int) source.Node { return moves[[2]*framework.Role{way[i], next(i)}].Node.Get("to") }
	var titles []string
	for _, r := range way {
		titles = append(titles, cmp.Or(r.Title, r.ID))
	}
	report := p.Report(&way[0].Entity, place(0), "upward moves lead in a circle: "+circleOf(titles)).
		Help("remove the move that does not rise, or call it lateral; levels would show which one it is")
	for i := 1; i < min(len(way), mostShown); i++ {
		report.Related(place(i), "then from "+name(&way[i].Entity)+" to "+name(&next(i).Entity))
	}
}

// circleOf names what stands on a circle in its order, back to the first.
func circleOf(names []string) string {
	first := names[0]
	if more := len(names) - mostShown - 1; more > 1 {
		names = append(names[:mostShown+1:mostShown+1], fmt.Sprintf("%d more", more))
	}
	return strings.Join(append(names, first), " → ")
}
