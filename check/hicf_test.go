package check_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	frameworkdata "github.com/cadre-framework/cadre/framework-data"
)

func hicf(t *testing.T) *framework.Framework {
	t.Helper()
	_, f, err := check.Run(t.Context(), frameworkdata.FS, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestRolesAreWhole wants of every active role what a person needs to plan with.
func TestRolesAreWhole(t *testing.T) {
	f := hicf(t)
	active := 0
	for _, r := range f.Roles {
		if !r.IsActive() {
			continue
		}
		active++
		if r.Summary == "" || len(r.Responsibilities) < 3 || len(r.Competencies) < 4 || !r.Level.Stated || len(f.MovesFrom(r))+len(f.MovesTo(r)) == 0 {
			t.Errorf("%s lacks a summary, three responsibilities, four requirements, a level or a move", r.ID)
		}
		if r.Evidence.Fields["level"] == "" || r.Evidence.Fields["title"] == "" {
			t.Errorf("%s does not say how its level and title are founded", r.ID)
		}
		if r.Evidence.Fields["title"] == "documented" && len(r.Sources) == 0 {
			t.Errorf("%s has a documented title and no source", r.ID)
		}
		for _, c := range r.Competencies {
			if !c.Proficiency.Stated {
				t.Errorf("%s asks for %s at no proficiency", r.ID, c.Competency)
			}
		}
	}
	if active < 100 {
		t.Errorf("%d active roles", active)
	}
}

// TestConstituenciesAreWhole wants in each constituency a way in, a way up and a
// way across.
func TestConstituenciesAreWhole(t *testing.T) {
	f := hicf(t)
	for _, row := range explore.Coverage(f).Rows {
		id := row.Constituency.ID
		if row.Total < 8 {
			t.Errorf("%s has %d roles", id, row.Total)
		}
		if row.Counts[0]+row.Counts[1]+row.Counts[2] == 0 {
			t.Errorf("%s has no entry role", id)
		}
		in, out, top := false, false, false
		for _, r := range f.RolesIn(id) {
			for _, m := range f.MovesFrom(r) {
				out = out || m.To.Constituency != id
			}
			for _, m := range f.MovesTo(r) {
				in = in || m.From.Constituency != id
			}
			top = top || r.IsActive() && r.Level.To <= 3 && leadsTo(f, r, 8)
		}
		if !in || !out || !top {
			t.Errorf("%s: crossover in %v, out %v, route from an entry role to the top %v", id, in, out, top)
		}
	}
}

// leadsTo reports whether some route leads from a role to a level.
func leadsTo(f *framework.Framework, from *framework.Role, level int) bool {
	var reaches func(branches []explore.Branch) bool
	reaches = func(branches []explore.Branch) bool {
		for _, b := range branches {
			if b.To.Level.To >= level || reaches(b.Next) {
				return true
			}
		}
		return false
	}
	return reaches(explore.From(f, from, 20))
}

// TestMovesUpAskMore wants no upward move to fall, to jump, or to ask less of a
// competency.
func TestMovesUpAskMore(t *testing.T) {
	f := hicf(t)
	for _, m := range f.Moves() {
		if m.Kind() != framework.Upward {
			continue
		}
		if rise := m.To.Level.From - m.From.Level.From; m.Rise() <= 0 || rise > 2 {
			t.Errorf("%s to %s rises by %d", m.From.ID, m.To.ID, rise)
		}
		for _, d := range explore.Compare(m.From, m.To).Lower {
			t.Errorf("%s to %s asks less of %s", m.From.ID, m.To.ID, d.Competency)
		}
	}
}

// TestCompetenciesAndLevelsAreWhole wants a text for every proficiency and every
// facet.
func TestCompetenciesAndLevelsAreWhole(t *testing.T) {
	f := hicf(t)
	if len(f.Competencies) < 80 {
		t.Errorf("%d competencies", len(f.Competencies))
	}
	scale := f.Scale(f.ProficiencyScale)
	for _, c := range f.Competencies {
		for p := scale.Min.Value; p <= scale.Max.Value; p++ {
			if c.Suite == "" && c.Descriptors[strconv.Itoa(p)] == "" {
				t.Errorf("%s has no descriptor for %d", c.ID, p)
			}
		}
	}
	said := map[string]string{}
	levels := f.LevelsOf(f.LevelScale)
	for _, l := range levels {
		for _, facet := range f.Scale(f.LevelScale).Facets {
			text := l.Descriptors[facet.ID]
			if text == "" || said[text] != "" {
				t.Errorf("%s says of %s what %q says, or nothing", l.ID, facet.ID, said[text])
			}
			said[text] = l.ID
		}
	}
	if len(levels) != 9 || len(f.Scale(f.LevelScale).Facets) != 8 {
		t.Errorf("%d levels", len(levels))
	}
}

// TestStatedCounts compares what the framework says of itself with what it holds.
func TestStatedCounts(t *testing.T) {
	f := hicf(t)
	counts := map[string]int{}
	for e := range f.Entities() {
		if e.IsActive() && e.Kind != framework.KindFramework {
			counts[e.Kind.BundleKey()]++
		}
	}
	if fmt.Sprint(counts) != fmt.Sprint(f.Counts) {
		t.Errorf("stated %v, there are %v", f.Counts, counts)
	}
}

// TestSuccession wants every id of the first release to go on, or to be replaced.
func TestSuccession(t *testing.T) {
	layout := framework.BundleLayout("releases/hicf-0.1.0.json")
	result, old, err := check.Run(t.Context(), frameworkdata.FS, check.Options{Layout: &layout, Stage: check.ValidateOnly})
	if err != nil || len(result.Findings) > 0 {
		t.Fatal(err, lines(result))
	}
	f := hicf(t)
	replaced := map[framework.Ref]bool{{Kind: framework.KindConstituency, ID: "health-informatics-senior-managers-and-directors"}: true}
	for e := range f.Entities() {
		for _, id := range e.Replaces {
			ref := framework.Ref{Kind: e.Kind, ID: id}
			if replaced[ref] = true; old.Lookup(ref) == nil {
				t.Errorf("%s replaces %s, which no release had", e.ID, id)
			}
		}
	}
	for e := range old.Entities() {
		if e.Kind != framework.KindFramework && !replaced[e.Ref] && f.Lookup(e.Ref) == nil {
			t.Errorf("the %s %s of the first release is gone", e.Kind, e.ID)
		}
	}
	for _, c := range old.Competencies {
		if now := f.Competency(c.ID); now == nil || len(now.PreviousCodes) != 1 || now.PreviousCodes[0] != c.Code {
			t.Errorf("%s does not know its earlier code %s", c.ID, c.Code)
		}
	}
}

// TestReadmeShowsWhatHappens compares the README with what a check prints.
func TestReadmeShowsWhatHappens(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	result := run(t, frameworkdata.FS, check.Options{})
	want := fmt.Sprintf("framework-data: %d files, %d entities checked: ", result.Files, result.Entities)
	if got := strings.Count(string(readme), want); got != 2 {
		t.Errorf("the README shows %q %d times, want 2", want, got)
	}
}
