package check_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
)

// generator writes a sound framework of twenty constituencies from words drawn at
// random, always the same ones.
type generator struct {
	random *rand.Rand
	files  fstest.MapFS
}

const (
	generatedGroups = 20
	rolesInGroup    = 100
)

var (
	generatedFields = strings.Fields("Renal Cardiac Dental Maternity Theatre Pharmacy Pathology Imaging Outpatient Emergency Community Rural Stroke Diabetes Cancer Surgical Dietetic Podiatry Hearing Sleep")
	generatedPosts  = strings.Fields("Clerk Officer Analyst Librarian Trainer Technician Engineer Auditor Archivist Planner")
	generatedTopics = strings.Fields("Records Registers Scans Letters Surveys Samples Journals Rotas Budgets Forecasts")
	generatedVerbs  = strings.Fields("Check Plan File Explain Present Order Record Compare Publish Teach")
	generatedWords  = strings.Fields(`patients visits figures letters nurses readers wards clinics suppliers managers screens records colleagues
		doctors budgets tests stock rooms letters queries reports forms shelves lists charts quickly twice carefully together often before
		after while because unless until every another several quiet early late urgent missing doubtful simple yearly weekly daily shared
		local printed spoken trusted careful gently under above beyond between within without towards against among across during`)
)

// sentence returns a statement of ten to fifteen different words.
func (g *generator) sentence() string {
	order := g.random.Perm(len(generatedWords))
	words := []string{generatedVerbs[g.random.IntN(len(generatedVerbs))]}
	for _, i := range order[:10+g.random.IntN(5)] {
		words = append(words, generatedWords[i])
	}
	return strings.Join(words, " ")
}

func (g *generator) write(path string, parts ...string) {
	g.files[path] = &fstest.MapFile{Data: []byte(strings.Join(parts, ""))}
}

// roles writes the roles of a constituency: a ladder on which every role leads a
// level or two up, at the top to the role beside it, and to a neighbouring ladder.
func (g *generator) roles(group int) {
	var b strings.Builder
	for i := range rolesInGroup {
		level := 1 + i*9/rolesInGroup
		fmt.Fprintf(&b, "- id: r-%d-%d\n  title: %s %s %s\n  constituency: g-%d\n  level: %d\n  summary: %s.\n  responsibilities:\n",
			group, i, generatedFields[group], generatedTopics[i%10], generatedPosts[i/10], group, level, g.sentence())
		for range 4 {
			fmt.Fprintf(&b, "    - %s\n", g.sentence())
		}
		b.WriteString("  competencies:\n")
		for n := range 4 {
			fmt.Fprintf(&b, "    - { ref: c-%d, proficiency: %d }\n", (i+25*n)%100, 1+(level-1)/3)
		}
		next := i + 12
		if next >= rolesInGroup {
			next = i - 1
		}
		fmt.Fprintf(&b, "  progression:\n    - to: r-%d-%d\n    - to: r-%d-%d\n", group, next, (group+1)%generatedGroups, i)
	}
	g.write(fmt.Sprintf("roles/g-%d/all.yaml", group), b.String())
}

// generate returns a framework of two thousand roles in which nothing is wrong.
func generate() fstest.MapFS {
	g := &generator{rand.New(rand.NewPCG(4, 2000)), fstest.MapFS{}}
	g.write("framework.yaml", "schemaVersion: 1\nid: generated\ntitle: Generated Framework\nversion: 1.0.0\nlocale: en-GB\npublisher: Example Board\nlicence: CC-BY-4.0\n",
		"levelScale: career\nproficiencyScale: skill\nentryRanks: { from: 1, to: 3 }\ncounts: { roles: 2000, levels: 9, competencies: 100, constituencies: 20, scales: 2, resources: 0 }\n")
	g.write("scales/all.yaml", "- { id: career, title: Career Levels, kind: career, min: 1, max: 9, facets: [{ id: work, title: Work }] }\n",
		"- { id: skill, title: Proficiency, kind: proficiency, min: 1, max: 3 }\n")
	var levels, groups, skills strings.Builder
	for i := range 9 {
		fmt.Fprintf(&levels, "- { id: level-%d, title: %s Step, scale: career, rank: %d, descriptors: { work: %s. } }\n", i+1, generatedFields[i], i+1, g.sentence())
	}
	for i := range generatedGroups {
		fmt.Fprintf(&groups, "- { id: g-%d, title: %s Services, summary: %s. }\n", i, generatedFields[i], g.sentence())
		g.roles(i)
	}
	for i := range 100 {
		fmt.Fprintf(&skills, "- { id: c-%d, title: %s %s, summary: %s., descriptors: { 1: %s., 2: %s., 3: %s. } }\n",
			i, generatedVerbs[i/10], strings.ToLower(generatedTopics[i%10]), g.sentence(), g.sentence(), g.sentence(), g.sentence())
	}
	g.write("levels/all.yaml", levels.String())
	g.write("constituencies/all.yaml", groups.String())
	g.write("competencies/all.yaml", skills.String())
	return g.files
}

// TestNoFalseAlarms wants nothing of weight from a large framework in which nothing
// was planted: what speaks here speaks by chance.
func TestNoFalseAlarms(t *testing.T) {
	result, f, err := check.Run(t.Context(), generate(), check.Options{})
	if err != nil || len(f.Roles) != generatedGroups*rolesInGroup {
		t.Fatal(err)
	}
	for i, found := range result.Findings {
		if p := found.Span.Position(); found.Severity > finding.Info && i < 50 {
			t.Errorf("%s:%d: %s [%s]", found.Span.File.Path, p.Line, found.Message, found.Rule.ID)
		}
	}
}
