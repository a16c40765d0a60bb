package report

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/finding"
)

func sarifOf(t *testing.T, d *Findings) sarifRun {
	t.Helper()
	d2 := json.NewDecoder(strings.NewReader(render(t, d, "sarif", Options{})))
	d2.DisallowUnknownFields()
	var log sarifLog
	if err := d2.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("version %q and %d runs", log.Version, len(log.Runs))
	}
	return log.Runs[0]
}

// What readers rely on, in every document: rules that are found by their index,
// places with relative addresses, suppressions and states for all or for none.
func TestSARIFStructure(t *testing.T) {
	for name, doc := range machineDocs() {
		run := sarifOf(t, doc)
		if run.ColumnKind != "unicodeCodePoints" || run.Results == nil || run.Tool.Driver.Rules == nil {
			t.Errorf("%s: lists are missing, or the columns are %q", name, run.ColumnKind)
		}
		if got := run.Invocations[0].Successful; got != doc.Complete {
			t.Errorf("%s: executionSuccessful is %t", name, got)
		}
		states := 0
		for _, r := range run.Results {
			if r.RuleIndex == nil || run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
				t.Errorf("%s: the index of %s leads elsewhere", name, r.RuleID)
			}
			if r.BaselineState != "" {
				states++
			}
			if r.Suppressions == nil || r.Level == "" || r.Message.Text == "" || strings.Contains(r.Message.Text, "](") {
				t.Errorf("%s: %+v", name, r)
			}
			for _, l := range append(r.Locations, r.Related...) {
				a := l.Physical.Artifact
				if u, err := url.Parse(a.URI); err != nil || u.IsAbs() || u.Host != "" {
					t.Errorf("%s: the address %q: %v", name, a.URI, err)
				}
				if p := l.Physical.Region; p.StartLine < 1 || p.StartColumn < 1 || p.EndLine < p.StartLine || p.EndColumn < 1 {
					t.Errorf("%s: the region %+v", name, p)
				}
			}
		}
		if states != 0 && states != len(run.Results) {
			t.Errorf("%s: %d of %d results have a baselineState", name, states, len(run.Results))
		}
	}
}

func TestSARIFStatuses(t *testing.T) {
	run := sarifOf(t, machineDocs()["with a base"])
	var got []string
	for _, r := range run.Results {
		kind := ""
		for _, s := range r.Suppressions {
			kind = s.Kind
		}
		got = append(got, r.BaselineState+" "+kind)
	}
	want := "unchanged |new |unchanged external|new |unchanged inSource" // the third of the sample is fixed and not there
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// Of too many findings the errors remain, and a note says what is missing.
func TestSARIFLimit(t *testing.T) {
	for n, left := range map[int]string{mostResults: "", mostResults + 1: "1 finding left out", 6000: "1000 findings left out"} {
		run := sarifOf(t, many(n))
		if len(run.Results) != mostResults {
			t.Errorf("of %d findings there are %d", n, len(run.Results))
		}
		errors := 0
		for _, r := range run.Results {
			if r.Level == "error" {
				errors++
			}
		}
		if want := (n + 2) / 3; errors != want {
			t.Errorf("of %d errors there are %d", want, errors)
		}
		notes := run.Invocations[0].Notifications
		if said := len(notes) == 1 && strings.HasPrefix(notes[0].Message.Text, left); said != (left != "") {
			t.Errorf("of %d findings: the notes are %v", n, notes)
		}
	}
}

// What is excused goes first, before anything that counts.
func TestGravest(t *testing.T) {
	doc := FromResult(sample(), sampleRun)
	doc.Findings[3].Status = string(finding.Fixed)
	for limit, want := range []string{"", "error", "error error", "warning error error", "warning error error warning", "warning error error warning suppressed"} {
		kept, left := doc.gravest(limit)
		var got []string
		for _, f := range kept {
			if f.judged() {
				got = append(got, f.Severity)
			} else {
				got = append(got, f.Status)
			}
		}
		if s := strings.Join(got, " "); s != want || left != 5-limit {
			t.Errorf("at most %d: got %s and %d left, want %s", limit, s, left, want)
		}
	}
}

func TestSARIFVersion(t *testing.T) {
	for version, want := range map[string]string{
		"v1.2.3": "1.2.3", "1.2.3-rc.1+x": "1.2.3-rc.1+x", "devel": "", "": "", "v1.2": "", "vv1.2.3": "",
	} {
		run := sarifOf(t, FromResult(&finding.Result{}, Run{Version: version}))
		if got := run.Tool.Driver; got.SemanticVersion != want || got.Version != version {
			t.Errorf("%q: got %q and %q", version, got.Version, got.SemanticVersion)
		}
	}
}

// A fix that SARIF cannot express is left out and not bent.
func TestSARIFFixes(t *testing.T) {
	run := sarifOf(t, machineDocs()["accents, a byte order mark, several lines"])
	if got := run.Results[0].Fixes; got != nil {
		t.Errorf("removing a byte order mark became %+v", got)
	}
	fixes := run.Results[3].Fixes
	if len(fixes) != 1 || len(fixes[0].Changes) != 1 || len(fixes[0].Changes[0].Replacements) != 2 {
		t.Fatalf("two edits of one file became %+v", fixes)
	}
	if got := run.Results[1].Locations[0].Physical.Region; got != (sarifRegion{1, 26, 1, 31}) {
		t.Errorf("behind wide characters: %+v", got)
	}
	if _, ok := sarifRepair(Fix{Edits: []Edit{{}}}); ok {
		t.Error("an edit without a place became a fix")
	}
}

func TestSARIFFingerprints(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range sarifOf(t, many(300)).Results {
		hash := r.Fingerprints["primaryLocationLineHash"]
		if seen[hash] || !regexp.MustCompile(`^[0-9a-f]{32}:1$`).MatchString(hash) {
			t.Errorf("the fingerprint %q", hash)
		}
		seen[hash] = true
	}
}

// Each status that only a base gives is enough to know of one.
func TestBased(t *testing.T) {
	for status, want := range map[finding.Status]bool{
		finding.Open: false, finding.Suppressed: false, finding.Baselined: false,
		finding.Introduced: true, finding.Unchanged: true, finding.Fixed: true,
	} {
		doc := &Findings{Findings: []Finding{{Status: string(finding.Suppressed)}, {Status: string(status)}}}
		if got := doc.based(); got != want {
			t.Errorf("%s: got %t", status, got)
		}
	}
}
