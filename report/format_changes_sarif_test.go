package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
)

func TestChangesSARIF(t *testing.T) { changesOutputs(t, "sarif") }

func sarifOfChanges(t testing.TB, d *Changes) sarifRun {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(render(t, d, "sarif", Options{})))
	decoder.DisallowUnknownFields()
	var log sarifLog
	if err := decoder.Decode(&log); err != nil || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("%v, version %q and %d runs", err, log.Version, len(log.Runs))
	}
	return log.Runs[0]
}

// Each change is a result under the rule of its kind, and none is an error.
func TestChangesSARIFStructure(t *testing.T) {
	run := sarifOfChanges(t, documentOf(nil, nil))
	if len(run.Results) != 13 || len(run.Tool.Driver.Rules) != 14 {
		t.Errorf("%d results and %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	var excused []string
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[*r.RuleIndex]
		if rule.ID != r.RuleID || !strings.HasPrefix(r.RuleID, "diff/") || !strings.HasSuffix(rule.HelpURI, "/docs/changes/"+strings.TrimPrefix(r.RuleID, "diff/")+".md") {
			t.Errorf("%s has the rule %+v", r.RuleID, rule)
		}
		want := "note"
		if strings.Contains(r.Message.Text, "(major)") {
			want = "warning"
		}
		if r.Level != want || rule.Configuration.Level != want && r.RuleID != "diff/reviewed" || len(r.Locations) != 1 {
			t.Errorf("%+v of %+v, want %s", r, rule.Configuration, want)
		}
		for _, s := range r.Suppressions {
			excused = append(excused, r.RuleID+" "+s.Kind+" "+s.Justification)
		}
	}
	if want := []string{"diff/responsibility-reworded external agreed by the board", "diff/reviewed external routine"}; !slices.Equal(excused, want) {
		t.Errorf("excused are %q", excused)
	}
}

// The fingerprint holds while values, words and places move; changes that are the
// same in kind, subject and field are told apart by their order.
func TestChangesSARIFFingerprints(t *testing.T) {
	prints := func(r *diff.Result) []string {
		old, new, _ := sampleChanges()
		var all []string
		for _, r := range sarifOfChanges(t, FromChanges(old, new, r, sampleRun)).Results {
			all = append(all, r.Fingerprints["primaryLocationLineHash"])
		}
		return all
	}
	_, _, before := sampleChanges()
	before.Changes = append(before.Changes, before.Changes[3])
	_, _, after := sampleChanges()
	after.Changes = append(after.Changes, after.Changes[3])
	for i := range after.Changes {
		after.Changes[i].Message, after.Changes[i].New = "other", diff.Side{}
	}
	a, b := prints(before), prints(after)
	if !slices.Equal(a, b) {
		t.Errorf("values change the fingerprints:\n%q\n%q", a, b)
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(a)))); n != 14 {
		t.Errorf("%d of 14 fingerprints differ", n)
	}
	for name, change := range map[string]func(c *diff.Change){
		"kind": func(c *diff.Change) { c.Kind = reviewedKind }, "subject": func(c *diff.Change) { c.Subject.ID = "x" },
		"kind of subject": func(c *diff.Change) { c.Subject.Kind = "level" }, "field": func(c *diff.Change) { c.Field = "x" },
	} {
		one, other := &diff.Result{Complete: true, Changes: before.Changes[3:4:4]}, &diff.Result{Complete: true, Changes: []diff.Change{before.Changes[3]}}
		change(&other.Changes[0])
		if prints(one)[0] == prints(other)[0] {
			t.Errorf("the %s does not change the fingerprint", name)
		}
	}
}

// Of too many changes the gravest remain, and a note says what is missing.
func TestChangesSARIFLimit(t *testing.T) {
	run := sarifOfChanges(t, documentOf(func() (Compared, Compared, *diff.Result) { return changeCrowd(3000, 2500, 500) }, nil))
	warnings := 0
	for _, r := range run.Results {
		if r.Level == "warning" {
			warnings++
		}
	}
	if len(run.Results) != mostResults || warnings != 3000 || strings.Contains(run.Results[mostResults-1].Message.Text, "(patch)") {
		t.Errorf("%d results, %d of them warnings", len(run.Results), warnings)
	}
	var notes []string
	for _, n := range run.Invocations[0].Notifications {
		notes = append(notes, n.Level+" "+n.Message.Text)
	}
	if len(notes) != 2 || !strings.HasPrefix(notes[1], "warning 1000 changes left out") {
		t.Errorf("the notes are %q", notes)
	}
}

func TestPublishedSchemaOfChanges(t *testing.T) {
	s := published(t, "sarif/sarif-schema-2.1.0.json")
	for _, c := range changesOutputCases {
		d := documentOf(c.make, c.change)
		if c.finish != nil {
			c.finish(d)
		}
		if err := holds(t, s, render(t, d, "sarif", c.options)); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	spoilt := strings.Replace(render(t, documentOf(nil, nil), "sarif", Options{}), `"justification": "`, `"reason": 1, "justification": "`, 1)
	if holds(t, s, spoilt) == nil {
		t.Error("the schema accepts anything")
	}
}
