package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
)

// Coverage is the answer to "what does the framework cover": one of its three
// parts, the others being null.
type Coverage struct {
	LookupHead
	Matrix       *CoverageMatrix    `json:"matrix"`
	Competencies []CoverageUse      `json:"competencies"`
	Evidence     []CoverageEvidence `json:"evidence"`
}

// CoverageMatrix counts roles by constituency and level.
type CoverageMatrix struct {
	Levels []Ranks       `json:"levels"`
	Rows   []CoverageRow `json:"rows"`
	Gaps   []CoverageGap `json:"gaps"` // cells without a role

	Unplaced   []Named `json:"unplaced"`   // roles in no active constituency
	Unlevelled []Named `json:"unlevelled"` // roles on none of the levels
}

// CoverageRow is one constituency. Counts are in the order of the levels; a role
// on several levels counts at each, and once in Total.
type CoverageRow struct {
	Constituency Named `json:"constituency"`
	Counts       []int `json:"counts"`
	Total        int   `json:"total"`
}

// CoverageGap is a constituency without a role at a level.
type CoverageGap struct {
	Constituency string `json:"constituency"` // id
	Level        int    `json:"level"`
}

// CoverageUse says how many roles require a competency.
type CoverageUse struct {
	Competency     Named    `json:"competency"`
	Core           int      `json:"core"`
	Optional       int      `json:"optional"`
	Constituencies []string `json:"constituencies"` // ids
}

// CoverageEvidence counts fields of a kind by how well they are founded.
type CoverageEvidence struct {
	Kind          string `json:"kind"`
	Documented    int    `json:"documented"`
	Inferred      int    `json:"inferred"`
	Reconstructed int    `json:"reconstructed"`
	Unstated      int    `json:"unstated"`
}

// NewCoverage makes the answer with the matrix.
func NewCoverage(f *framework.Framework, m explore.Matrix, version string) Answer {
	scale := f.Scale(f.LevelScale)
	out := &CoverageMatrix{Levels: []Ranks{}, Rows: []CoverageRow{}, Gaps: []CoverageGap{}}
	for _, rank := range m.Ranks {
		out.Levels = append(out.Levels, Ranks{rank, rank, valid(scale.Label(rank))})
	}
	for _, row := range m.Rows {
		c := row.Constituency
		out.Rows = append(out.Rows, CoverageRow{Named{string(c.Kind), valid(c.ID), valid(c.Title)}, row.Counts, row.Total})
		for i, n := range row.Counts {
			if n == 0 {
				out.Gaps = append(out.Gaps, CoverageGap{valid(c.ID), m.Ranks[i]})
			}
		}
	}
	out.Unplaced, out.Unlevelled = namedRoles(m.Unplaced), namedRoles(m.Unlevelled)
	return Answer{&Coverage{LookupHead: lookupHead(f, version), Matrix: out}}
}

func namedRoles(roles []*framework.Role) []Named {
	list := []Named{}
	for _, r := range roles {
		list = append(list, Named{string(r.Kind), valid(r.ID), valid(r.Title)})
	}
	return list
}

// NewCoverageUses makes the answer with the competencies.
func NewCoverageUses(f *framework.Framework, uses []explore.Use, version string) Answer {
	list := []CoverageUse{}
	for _, u := range uses {
		c := u.Competency
		list = append(list, CoverageUse{Named{string(c.Kind), valid(c.ID), valid(c.Title)}, u.Core, u.Optional, append([]string{}, convert(u.Constituencies, valid)...)})
	}
	return Answer{&Coverage{LookupHead: lookupHead(f, version), Competencies: list}}
}

// NewCoverageEvidence makes the answer with the evidence.
func NewCoverageEvidence(f *framework.Framework, evidence []explore.Evidence, version string) Answer {
	list := []CoverageEvidence{}
	for _, e := range evidence {
		list = append(list, CoverageEvidence{string(e.Kind), e.Documented, e.Inferred, e.Reconstructed, e.Unstated})
	}
	return Answer{&Coverage{LookupHead: lookupHead(f, version), Evidence: list}}
}

func (c *Coverage) blocks() []block {
	switch {
	case c.Matrix != nil:
		return c.Matrix.blocks(c.Framework.Title)
	case c.Competencies != nil:
		return usesBlocks(c.Competencies)
	}
	return evidenceBlocks(c.Evidence)
}

func (m *CoverageMatrix) blocks(title string) []block {
	g := &grid{columns: []column{{title: "constituency"}}}
	for _, l := range m.Levels {
		g.columns = append(g.columns, column{title: l.Label, right: true, fixed: true})
	}
	g.columns = append(g.columns, column{title: "roles", right: true, fixed: true})
	sums := make([]int, len(m.Levels))
	all := 0
	for _, row := range m.Rows {
		cells := []string{cmp.Or(row.Constituency.Title, row.Constituency.ID)}
		for i, n := range row.Counts {
			cells = append(cells, cell(n))
			sums[i] += n
		}
		all += row.Total
		g.rows = append(g.rows, append(cells, strconv.Itoa(row.Total)))
	}
	total := []string{"all"}
	for _, n := range sums {
		total = append(total, cell(n))
	}
	g.rows = append(g.rows, append(total, strconv.Itoa(all)))
	return []block{{heading: "Active roles of " + title + " by constituency and level"}, {table: g}, {paragraph: m.closing()}}
}

// closing says what the table does not.
func (m *CoverageMatrix) closing() string {
	var sentences []string
	switch {
	case len(m.Rows) == 0 || len(m.Levels) == 0:
		sentences = append(sentences, "There is no active constituency, or no level, to show.")
	case len(m.Gaps) > 0:
		sentences = append(sentences, fmt.Sprintf("%s without a role, shown as a dot.", number(len(m.Gaps), "cell", "cells")))
	default:
		sentences = append(sentences, "Every cell has a role.")
	}
	for _, part := range []struct {
		roles []Named
		what  string
	}{{m.Unplaced, "in no active constituency"}, {m.Unlevelled, "on none of these levels"}} {
		if n := len(part.roles); n > 0 {
			var ids []string
			for _, r := range part.roles[:min(n, mostListed)] {
				ids = append(ids, r.ID)
			}
			more := ""
			if n > mostListed {
				more = fmt.Sprintf(" and %d more", n-mostListed)
			}
			sentences = append(sentences, fmt.Sprintf("%s %s: %s%s.", number(n, "role", "roles"), part.what, strings.Join(ids, ", "), more))
		}
	}
	return strings.Join(sentences, " ")
}

// mostListed bounds how many ids a sentence names.
const mostListed = 10

func cell(n int) string {
	if n == 0 {
		return "·"
	}
	return strconv.Itoa(n)
}

func usesBlocks(uses []CoverageUse) []block {
	g := &grid{columns: []column{{title: "competency"}, {title: "id", fixed: true}, {title: "core", right: true, fixed: true}, {title: "optional", right: true, fixed: true}, {title: "constituencies", right: true, fixed: true}}}
	unused := []string{}
	for _, u := range uses {
		g.rows = append(g.rows, []string{u.Competency.Title, u.Competency.ID, cell(u.Core), cell(u.Optional), cell(len(u.Constituencies))})
		if u.Core+u.Optional == 0 {
			unused = append(unused, u.Competency.ID)
		}
	}
	closing := "Every competency is required by a role."
	if len(uses) == 0 {
		closing = "There is no active competency."
	}
	if len(unused) > 0 {
		closing = "Required by no role: " + strings.Join(unused, ", ") + "."
	}
	return []block{{heading: "How many roles require each of " + number(len(uses), "competency", "competencies")}, {table: g}, {paragraph: closing}}
}

func evidenceBlocks(evidence []CoverageEvidence) []block {
	g := &grid{columns: []column{{title: "kind"}}}
	for _, title := range []string{"documented", "inferred", "reconstructed", "unstated"} {
		g.columns = append(g.columns, column{title: title, right: true, fixed: true})
	}
	for _, e := range evidence {
		g.rows = append(g.rows, []string{e.Kind, cell(e.Documented), cell(e.Inferred), cell(e.Reconstructed), cell(e.Unstated)})
	}
	return []block{{heading: "How well the fields of active entities are founded"}, {table: g}}
}
