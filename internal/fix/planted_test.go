package fix

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
)

const coding = "roles/information-management/"

// planted has a defect for every rule that is fixable, each in a file of its own:
// what stands there now, what is put in its place, and what the repair must make
// of that.
var planted = []struct{ rule, path, good, bad, want string }{
	{"metadata/count-mismatch", "framework.yaml", "levels: 9", "levels: 8", "levels: 9"},
	{"pathway/kind-mismatch", coding + "clinical-coder.yaml", "- to: audit-facilitator\n", "- to: audit-facilitator # agreed\n    kind: lateral\n", "- to: audit-facilitator # agreed\n    kind: upward\n"},
	{"reference/duplicate", "resources/fedip-clinical-coder-profile.yaml", "    - clinical-coding-manager\n", "    - clinical-coding-manager\n    - clinical-coder\n", "    - clinical-coding-manager\n"},
	{"structure/redundant-broader", "competencies/understand-clinical-workflow.yaml", "evidence: ", "broader:\n  - audit-coded-clinical-data\n  - assure-data-quality\nevidence: ", "broader:\n  - audit-coded-clinical-data\nevidence: "},
	{"syntax/ambiguous-scalar", coding + "information-analyst.yaml", "settings:\n", "settings:\n  - 12:30 # ask\n", "settings:\n  - \"12:30\" # ask\n"},
	{"syntax/byte-order-mark", coding + "audit-facilitator.yaml", "# yaml-language-server", "\ufeff# yaml-language-server", "# yaml-language-server"},
	{"text/invisible-character", coding + "clinical-coding-manager.yaml", "Runs the coding", "Runs the co\u200bding", "Runs the coding"},
	{"text/locale-spelling", coding + "clinical-coding-trainer.yaml", "Hold refresher days", "Organize refresher days", "Organise refresher days"},
	{"text/misspelling", coding + "clinical-coding-analyst.yaml", "Pull the notes of", "Seperate the notes of", "Separate the notes of"},
	{"text/repeated-word", coding + "clinical-coding-auditor.yaml", "and put its gaps", "and put its its gaps", "and put its gaps"},
	{"text/whitespace", coding + "trainee-clinical-coder.yaml", "Learns to turn", "Learns to  turn", "Learns to turn"},
}

// plantEach puts these defects into a framework, and returns the files that the
// repairs must make of it, by path.
func plantEach(t *testing.T, files fstest.MapFS) map[string]File {
	t.Helper()
	want := map[string]File{}
	for _, c := range planted {
		text := string(files[c.path].Data)
		if n := strings.Count(text, c.good); n != 1 || want[c.path].Path != "" {
			t.Fatalf("%s: %s holds %q %d times, or two defects", c.rule, c.path, c.good, n)
		}
		bad := strings.Replace(text, c.good, c.bad, 1)
		want[c.path] = File{c.path, bad, strings.Replace(text, c.good, c.want, 1)}
		files[c.path] = &fstest.MapFile{Data: []byte(bad)}
	}
	return want
}

// TestEveryFixableRule plants one defect in the shipped framework for each rule
// that is fixable. Each repair mends its own and changes not a byte elsewhere.
func TestEveryFixableRule(t *testing.T) {
	files := shipped(t)
	want := plantEach(t, files)
	outcome := repaired(t, files)
	if len(outcome.Repairs) != len(planted) || len(outcome.Undone) > 0 || len(outcome.Files) != len(planted) {
		t.Errorf("%d defects: %d repairs in %d files, undone: %v", len(planted), len(outcome.Repairs), len(outcome.Files), outcome.Undone)
	}
	made := map[string]string{} // rule by file
	for _, r := range outcome.Repairs {
		made[r.Finding.Span.File.Path] += r.Finding.Rule.ID
	}
	left := map[string]bool{} // rules without a defect
	for _, r := range check.Rules() {
		left[r.ID] = r.Fixable
	}
	for _, c := range planted {
		left[c.rule] = false
		if made[c.path] != c.rule {
			t.Errorf("%s: repaired in %s: %q", c.rule, c.path, made[c.path])
		}
	}
	for _, f := range outcome.Files {
		if f != want[f.Path] {
			t.Errorf("%s becomes:\n%s\nwant:\n%s", f.Path, f.New, want[f.Path].New)
		}
	}
	for id, without := range left {
		if without {
			t.Errorf("no defect is planted for %s", id)
		}
	}
}
