package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"github.com/cadre-framework/cadre/framework"
)

// WriteFirstReleaseNotes writes what a framework without an earlier release holds, as
// Markdown: how much there is, and the roles of each constituency with the levels
// that they span. What is retired is left out.
func WriteFirstReleaseNotes(w io.Writer, f *framework.Framework) error {
	b := bufio.NewWriter(w)
	roles, groups := rolesOf(f)
	competencies := 0
	for _, c := range f.Competencies {
		if c.Status != framework.Retired {
			competencies++
		}
	}
	version := noteVersion(f.Version)
	fmt.Fprintf(b, "# %s %s\n\n", markdown(shorten(f.Title, longestName)), version)
	fmt.Fprintf(b, "Version %s is the first release. It has %s.\n", version, noteList([]string{
		noteCount(roles, "role", "roles"), noteCount(competencies, "competency", "competencies"), noteCount(len(f.LevelsOf(f.LevelScale)), "level", "levels"),
	}))
	if len(groups) > 0 {
		b.WriteString("\n## Roles\n\n")
	}
	for _, g := range groups {
		fmt.Fprintf(b, "- %s: %s\n", g.title, g.describe(f))
	}
	return b.Flush()
}

// roleGroup is the roles of a constituency in numbers.
type roleGroup struct {
	title  string          // as Markdown
	roles  int             // how many there are
	levels framework.Range // from the lowest to the highest that is stated
	open   int             // roles without a level
}

// rolesOf counts the roles of a framework in all and by constituency, in the order
// in which the framework lists constituencies. A role whose constituency is not
// there comes last.
func rolesOf(f *framework.Framework) (total int, groups []*roleGroup) {
	by := map[string]*roleGroup{}
	group := func(id, title string) *roleGroup {
		if by[id] == nil {
			by[id] = &roleGroup{title: markdown(shorten(title, longestName))}
			groups = append(groups, by[id])
		}
		return by[id]
	}
	for _, c := range f.Constituencies {
		group(c.ID, cmp.Or(c.Title, c.ID))
	}
	for _, r := range f.Roles {
		if r.Status != framework.Retired {
			total++
			group(r.Constituency, cmp.Or(r.Constituency, "Without a constituency")).add(r.Level)
		}
	}
	kept := groups[:0]
	for _, g := range groups {
		if g.roles > 0 {
			kept = append(kept, g)
		}
	}
	return total, kept
}

// add counts a role.
func (g *roleGroup) add(level framework.Range) {
	g.roles++
	switch {
	case !level.Stated:
		g.open++
	case !g.levels.Stated:
		g.levels = level
	default:
		g.levels.From, g.levels.To = min(g.levels.From, level.From), max(g.levels.To, level.To)
	}
}

// describe says how many roles there are, and which levels they span.
func (g *roleGroup) describe(f *framework.Framework) string {
	s := noteCount(g.roles, "role", "roles")
	if g.levels.Stated {
		s += ", level " + markdown(shorten(levelText(f, g.levels), longestName))
		if g.open > 0 {
			s += fmt.Sprintf(" (%d without a level)", g.open)
		}
	}
	return s
}
