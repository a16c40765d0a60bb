package diff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// bundleOf builds the framework of a bundle of flow mappings.
func bundleOf(t testing.TB, lists map[string][]string) *framework.Framework {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"framework": {"id": "f", "version": "1.0.0", "levelScale": "s", "proficiencyScale": "p"}`)
	for key, rows := range lists {
		fmt.Fprintf(&b, ", %q: [%s]", key, strings.Join(rows, ","))
	}
	doc, faults := source.Parse(&source.File{Path: "all.json", Text: b.String() + "}"}, source.BundleLimits)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return framework.Build([]*source.Document{doc}, nil, framework.BundleLayout("all.json"))
}

// rows writes n rows; every %d is the number of the row.
func rows(n int, format string) []string {
	var all []string
	for i := range n {
		all = append(all, strings.ReplaceAll(format, "%d", fmt.Sprint(i)))
	}
	return all
}

// crowds are frameworks in which each of n entities reaches n others.
var crowds = map[string]func(n int) (old, new map[string][]string){
	"levels of one rank": func(n int) (old, new map[string][]string) {
		level := `{"id": "l%d", "title": "Level %d", "scale": "s", "rank": 1}`
		roles := rows(n, `{"id": "r%d", "title": "R", "level": 1}`)
		return map[string][]string{"levels": rows(n, level), "roles": roles}, map[string][]string{"levels": rows(n, strings.Replace(level, "Level", "Rung", 1)), "roles": roles}
	},
	"roles of all levels": func(n int) (old, new map[string][]string) {
		level := `{"id": "l%d", "title": "Level %d", "scale": "s", "rank": %d}`
		roles := rows(n, `{"id": "r%d", "title": "R", "level": {"from": 0, "to": 1000000}}`)
		return map[string][]string{"levels": rows(n, level), "roles": roles}, map[string][]string{"levels": rows(n, strings.Replace(level, "Level", "Rung", 1)), "roles": roles}
	},
	"descriptors of one competency": func(n int) (old, new map[string][]string) {
		roles := rows(n, `{"id": "r%d", "title": "R", "competencies": [{"ref": "c"}]}`)
		text := func(word string) []string {
			return []string{`{"id": "c", "title": "C", "descriptors": {` + strings.Join(rows(n, `"%d": "`+word+` %d"`), ",") + "}}"}
		}
		return map[string][]string{"competencies": text("Knows"), "roles": roles}, map[string][]string{"competencies": text("Does"), "roles": roles}
	},
	"constituencies of one id": func(n int) (old, new map[string][]string) {
		group := `{"id": "x", "title": "Group %d"}`
		roles := rows(n, `{"id": "r%d", "title": "R", "constituency": "x"}`)
		return map[string][]string{"constituencies": rows(n, group), "roles": roles}, map[string][]string{"constituencies": rows(n, strings.Replace(group, "Group", "Band", 1)), "roles": roles}
	},
}

// TestReachIsBounded holds that what changes reach takes look-ups and lists in
// proportion to the two frameworks, and that its number is told in full.
func TestReachIsBounded(t *testing.T) {
	const n = 3000
	for name, crowd := range crowds {
		before, after := crowd(n)
		c := newComparison(bundleOf(t, before), bundleOf(t, after), Options{})
		for _, m := range c.match() {
			c.compare(m)
		}
		listed, reaching := 0, 0
		for _, change := range c.changes {
			listed += len(change.Affects)
			if change.Reach == n {
				reaching++
			}
		}
		if len(c.changes) != n || reaching != n && name != "descriptors of one competency" {
			t.Errorf("%s: %d changes, of which %d reach all", name, len(c.changes), reaching)
		}
		if same := name != "roles of all levels"; same && c.visited > 2*n {
			t.Errorf("%s: %d visited, though all reach the same", name, c.visited)
		}
		kept := 0
		for _, r := range c.reaching {
			kept += len(r.listed)
		}
		if listed > mostAffected || kept > mostAffected || c.visited > mostVisited {
			t.Errorf("%s: %d listed, %d kept, %d visited", name, listed, kept, c.visited)
		}
	}
}

// TestReachGrowsEvenly holds that twice as large a framework takes no more than
// somewhat over twice the allocations.
func TestReachGrowsEvenly(t *testing.T) {
	for name, crowd := range crowds {
		cost := func(n int) float64 {
			before, after := crowd(n)
			old, new := bundleOf(t, before), bundleOf(t, after)
			return testing.AllocsPerRun(1, func() { Compare(old, new, Options{}) })
		}
		if once, twice := cost(1000), cost(2000); twice > 2.5*once {
			t.Errorf("%s: %.0f allocations, and %.0f for twice as much", name, once, twice)
		}
	}
}

// TestRenamesGrowEvenly holds the same for roles that came and went in one place.
func TestRenamesGrowEvenly(t *testing.T) {
	cost := func(n int) float64 {
		role := `{"id": "WORD-%d", "title": "WORD %d", "constituency": "x", "level": 1}`
		old := bundleOf(t, map[string][]string{"roles": rows(n, strings.ReplaceAll(role, "WORD", "old"))})
		new := bundleOf(t, map[string][]string{"roles": rows(n, strings.ReplaceAll(role, "WORD", "new one"))})
		return testing.AllocsPerRun(1, func() { Compare(old, new, Options{}) })
	}
	if once, twice := cost(1500), cost(3000); twice > 2.5*once {
		t.Errorf("%.0f allocations, and %.0f for twice as much", once, twice)
	}
}

// TestSuccessionOfVeryMany compares what replaces very many with the first of them.
func TestSuccessionOfVeryMany(t *testing.T) {
	const n = 20_000
	old := map[string][]string{"roles": rows(n, `{"id": "r%d", "title": "R"}`)}
	new := map[string][]string{"roles": {`{"id": "all", "title": "R", "replaces": [` + strings.Join(rows(n, `"r%d"`), ",") + "]}"}}
	r := Compare(bundleOf(t, old), bundleOf(t, new), Options{})
	if len(r.Changes) != 1 || r.Changes[0].Kind != merged {
		t.Errorf("%d changes", len(r.Changes))
	}
}

// TestNotWhole compares nothing when a file of either side is broken.
func TestNotWhole(t *testing.T) {
	whole := bundleOf(t, map[string][]string{"roles": rows(2, `{"id": "r%d", "title": "R"}`)})
	broken := bundleOf(t, map[string][]string{"roles": rows(1, `{"id": "r%d", "title": "R"}`)})
	broken.Whole = false
	for _, r := range []*Result{Compare(whole, broken, Options{}), Compare(broken, whole, Options{})} {
		if r.Complete || len(r.Changes)+len(r.Notes) > 0 || r.Bump.OK {
			t.Errorf("%+v", r)
		}
	}
	if r := Compare(whole, whole, Options{}); !r.Complete || !r.Bump.OK {
		t.Errorf("%+v", r)
	}
}

// TestImpactString names what is no impact, too.
func TestImpactString(t *testing.T) {
	for impact, want := range map[Impact]string{None: "none", Major: "major", 9: "Impact(9)"} {
		if got := impact.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestReachedRoles reaches from a level whoever stands at it, or requires something
// at it where it is a proficiency, but no draft and nothing retired.
func TestReachedRoles(t *testing.T) {
	roles := []string{
		`{"id": "active", "title": "R", "level": 3}`, `{"id": "deprecated", "title": "R", "level": {"from": 2, "to": 4}, "status": "deprecated"}`,
		`{"id": "draft", "title": "R", "level": 3, "status": "draft"}`, `{"id": "retired", "title": "R", "level": 3, "status": "retired"}`,
		`{"id": "higher", "title": "R", "level": 4}`, `{"id": "proficient", "title": "R", "competencies": [{"ref": "c", "proficiency": 3}]}`,
		`{"id": "expert", "title": "R", "level": 9, "competencies": [{"ref": "c", "proficiency": 4}]}`,
	}
	for scale, want := range map[string]string{"s": "active deprecated", "p": "proficient", "other": ""} {
		level := func(title string) map[string][]string {
			return map[string][]string{"roles": roles, "levels": {`{"id": "l", "title": "` + title + `", "rank": 3, "scale": "` + scale + `"}`}}
		}
		changes := Compare(bundleOf(t, level("A")), bundleOf(t, level("B")), Options{}).Changes
		var got []string
		for _, s := range changes[0].Affects {
			got = append(got, s.ID)
		}
		if strings.Join(got, " ") != want || len(changes) != 1 || changes[0].Reach != len(got) {
			t.Errorf("a level of the scale %s reaches %v, want %s", scale, got, want)
		}
	}
}
