package check_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
)

// observed is a defect that somebody published. Where a file can show it and a
// quiet rule exists, path and text say where testdata/observed does, and rule what
// must find it; else unseen says why not.
type observed struct {
	name, rule, path, text string
	unseen                 string
}

const (
	observedGroups = "constituencies/all.yaml"
	observedSkills = "competencies/all.yaml"
	observedCoding = "roles/information-management/all.yaml"
	observedBooks  = "roles/knowledge-management/all.yaml"
)

// observedDefects are numbered from 1 in the order in which they were gathered.
var observedDefects = []observed{
	{"two labels of one group, the words in another order", "title/near-duplicate", observedGroups, "Programme and Project Management", ""},
	{"a misspelt word in a label", "text/misspelling", observedGroups, "Patient adminstration", ""},
	{"an ampersand where the others write and", "title/conjunction", observedGroups, "Communication & Technology", ""},
	{"spelling of another country", "text/locale-spelling", observedGroups, "analyzing", ""},
	{"doubled spaces", "text/whitespace", observedCoding, "examined,  all", ""},
	{name: "parts listed for one group only", unseen: "six groups without a list and one with it do not show that any of them lacks one"},
	{"readers sent to roles that are not there", "structure/empty-constituency", observedGroups, "id: education", ""},
	{"a body named that is gone", "reference/retired-target", observedCoding, "professional-council", ""},
	{name: "a plural written as a possessive", unseen: "it takes grammar to tell them apart, and a guess would often be wrong"},
	{"another number of roles claimed than there are", "metadata/count-mismatch", "framework.yaml", "roles: 50", ""},
	{name: "several words for what groups people", unseen: "the name of the field is the schema's, so a file cannot use another"},
	{"roles missing where people would enter", "pathway/no-entry-role", observedGroups, "id: knowledge-management", ""},
	{"two titles that differ by an empty word", "title/near-duplicate", observedBooks, "Medical Health Knowledge Manager", ""},
	{"two titles joined by a slash", "title/slash", observedBooks, "Archivist/Curator", ""},
	{name: "a role of one nation among those of all", unseen: "whether a role exists in a nation is not in the files"},
	{"an earlier code inside a title", "title/code", observedSkills, "previously HI 8", ""},
	{"a code of another shape", "identity/code-pattern", observedSkills, "code: HI 9", ""},
	{"a level inside the title of a skill", "title/level", observedSkills, "Support software Level 4", ""},
	{name: "wording left over from another collection", unseen: "nothing in the text shows that it was meant for something else"},
	{"a summary that repeats the title", "text/summary-equals-title", observedSkills, "summary: Search the literature", ""},
	{name: "a missing apostrophe", unseen: "it takes grammar to tell, and a guess would often be wrong"},
	{"codes with a hole between them", "identity/code-gap", observedSkills, "IL3/5", ""},
	{"a level in words", "text/level-word", observedCoding, "Level Two", ""},
	{"a misspelt code for a skill", "reference/unknown", observedCoding, "ref: audit", ""},
	{"code and level behind a title in any order", "title/code", observedSkills, "(Level Six) (HI31)", ""},
	{"a level behind a title, badly spaced", "text/whitespace", observedSkills, "( Level 3)", ""},
	{"a mark that is no code of the collection", "identity/code-pattern", observedSkills, "code: IG", ""},
	{"one code with two labels", "identity/duplicate-code", observedSkills, "Judge what studies say", ""},
	{"two names of one level", "level/rank-duplicate", "levels/all.yaml", "healthcare-support-worker", ""},
	{"one dimension under two names", "identity/duplicate-code", observedSkills, "Respect difference", ""},
	{"the end of a role told in its title", "title/status", observedCoding, "Records Porter - closed", ""},
	{name: "a change note that names one of several changes", unseen: "it takes two versions of a framework, which a diff compares"},
	{"numbered statements with a hole between them", "identity/code-gap", observedSkills, "8C14", ""},
}

// alsoObserved are findings of the same defects by other rules.
var alsoObserved = []observed{
	{"the plural beside it", "title/plural", observedCoding, "title: Analysts", ""},
	{"its level, too", "title/level", observedSkills, "(Level Six) (HI31)", ""},
	{"the level itself", "title/level", observedSkills, "( Level 3)", ""},
	{"its code, too", "title/code", observedSkills, "(HI32)( Level 3)", ""},
}

// TestObservedDefects finds what was seen in the wild, by the rule that fits, and
// nothing else of weight.
func TestObservedDefects(t *testing.T) {
	result := run(t, os.DirFS("testdata/observed"), check.Options{})
	shown := 0
	for i, d := range observedDefects {
		if d.unseen != "" {
			continue
		}
		shown++
		if !slices.ContainsFunc(result.Findings, d.matches) {
			t.Errorf("%d, %s: %s does not find it", i+1, d.name, d.rule)
		}
	}
	if len(observedDefects) != 33 || shown < 18 {
		t.Errorf("%d of %d defects are shown", shown, len(observedDefects))
	}
	for _, f := range result.Findings {
		listed := func(d observed) bool { return d.matches(f) }
		if f.Severity > finding.Info && !slices.ContainsFunc(observedDefects, listed) && !slices.ContainsFunc(alsoObserved, listed) {
			t.Errorf("no defect of the list: %s %s [%s]", f.Span.File.Path, f.Message, f.Rule.ID)
		}
	}
}

// matches reports whether a finding is of the defect: its rule, and the lines that
// it is about.
func (d observed) matches(f finding.Finding) bool {
	if f.Rule.ID != d.rule || f.Span.File.Path != d.path {
		return false
	}
	text := f.Span.File.Text
	start := strings.LastIndexByte(text[:f.Span.Start], '\n') + 1
	end := f.Span.End
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		end += i
	}
	return strings.Contains(text[start:end], d.text)
}
