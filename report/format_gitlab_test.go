package report

import (
	"encoding/json"
	"testing"
)

// Every finding is an issue with all that GitLab asks for, and with a fingerprint
// that no other has, even when nobody made fingerprints.
func TestGitLabStructure(t *testing.T) {
	docs := machineDocs()
	docs["many"] = many(6000)
	docs["no fingerprints"] = many(60)
	for i := range docs["no fingerprints"].Findings {
		docs["no fingerprints"].Findings[i].Fingerprint = ""
	}
	for name, doc := range docs {
		var issues []gitlabIssue
		if err := json.Unmarshal([]byte(render(t, doc, "gitlab", Options{})), &issues); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, issue := range issues {
			if seen[issue.Fingerprint] || issue.Fingerprint == "" {
				t.Errorf("%s: the fingerprint %q is empty or there twice", name, issue.Fingerprint)
			}
			seen[issue.Fingerprint] = true
			lines := issue.Location.Lines
			if issue.Description == "" || issue.CheckName == "" || issue.Severity == "" || lines.Begin < 1 || lines.End < lines.Begin {
				t.Errorf("%s: %+v", name, issue)
			}
		}
		want := doc.Summary.Error + doc.Summary.Warning + doc.Summary.Info
		if !doc.Complete {
			want++
		}
		if len(issues) != want || (!doc.Complete && issues[0].Severity != "blocker") {
			t.Errorf("%s: %d issues, want %d", name, len(issues), want)
		}
	}
}

func TestGitLabClean(t *testing.T) {
	if got := render(t, machineDocs()["clean"], "gitlab", Options{}); got != "[]\n" {
		t.Errorf("got %q", got)
	}
}
