package report

import (
	"cmp"
	"fmt"

	"github.com/cadre-framework/cadre/framework"
)

// RoleList is the answer to "which roles are there".
type RoleList struct {
	LookupHead
	Roles []RoleRow `json:"roles"`
}

// RoleRow is a role in a few words.
type RoleRow struct {
	ID                string `json:"id"`
	Title             string `json:"title"`
	Constituency      string `json:"constituency"` // id
	ConstituencyTitle string `json:"constituencyTitle"`
	Level             *Ranks `json:"level"` // null when the role states none
	Status            string `json:"status"`
	Summary           string `json:"summary"`
}

// Ranks is a range of ranks of a scale, and how people print it.
type Ranks struct {
	From  int    `json:"from"`
	To    int    `json:"to"`
	Label string `json:"label"`
}

// NewRoleList makes the answer; version is that of the program.
func NewRoleList(f *framework.Framework, roles []*framework.Role, version string) Answer {
	l := &RoleList{LookupHead: lookupHead(f, version), Roles: []RoleRow{}}
	for _, r := range roles {
		l.Roles = append(l.Roles, roleRow(f, r))
	}
	return Answer{l}
}

func roleRow(f *framework.Framework, r *framework.Role) RoleRow {
	row := RoleRow{
		ID: valid(r.ID), Title: valid(r.Title), Constituency: valid(r.Constituency),
		Level: levelOf(f, r), Status: string(r.Status), Summary: valid(r.Summary),
	}
	if c := f.Constituency(r.Constituency); c != nil {
		row.ConstituencyTitle = valid(c.Title)
	}
	return row
}

// levelOf returns the level of a role with the labels of the framework's scale.
func levelOf(f *framework.Framework, r *framework.Role) *Ranks {
	if !r.Level.Stated {
		return nil
	}
	scale := f.Scale(f.LevelScale)
	label := scale.Label(r.Level.From)
	if r.Level.To != r.Level.From {
		label += "–" + scale.Label(r.Level.To)
	}
	return &Ranks{r.Level.From, r.Level.To, valid(label)}
}

func (r *Ranks) label() string {
	if r == nil {
		return "–"
	}
	return r.Label
}

func (l *RoleList) blocks() []block {
	g := &grid{columns: []column{{title: "level", right: true, fixed: true}, {title: "role"}, {title: "id", fixed: true}, {title: "constituency", spare: true}}}
	for _, r := range l.Roles {
		title := r.Title
		if r.Status != string(framework.Active) {
			title += " [" + r.Status + "]"
		}
		g.rows = append(g.rows, []string{r.Level.label(), title, r.ID, r.group()})
	}
	count := fmt.Sprintf("%s of %s", number(len(l.Roles), "role", "roles"), l.Framework.Title)
	if len(l.Roles) == 0 {
		return []block{{paragraph: count + ". Ask for less: fewer words, another level, another constituency."}}
	}
	return []block{{heading: count}, {table: g}}
}

// group is the constituency as people call it.
func (r RoleRow) group() string {
	return cmp.Or(r.ConstituencyTitle, r.Constituency, "no constituency")
}

// named is how a role is called in lists: title, id and level.
func (r RoleRow) named() string {
	return fmt.Sprintf("%s (%s), level %s, %s", r.Title, r.ID, r.Level.label(), r.group())
}
