package report

import (
	"io"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("gitlab", writeGitLab)

// gitlabIssue is an entry of GitLab's Code Quality report, as
// https://docs.gitlab.com/ci/testing/code_quality/ describes it.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

var gitlabSeverities = map[finding.Severity]string{
	finding.Error: "critical", finding.Warning: "minor", finding.Info: "info",
}

// writeGitLab writes a list of issues, an empty one when all is well. The list is
// the whole of the format: what a report says beside its findings has no place in
// it, but for a run that stopped, which is an issue of its own.
func writeGitLab(w io.Writer, d *Findings, _ Options) error {
	issues := []gitlabIssue{}
	seen := uniqueNames{}
	add := func(l *Location, rule, description, severity, fingerprint string) {
		issues = append(issues, gitlabIssue{
			Description: description, CheckName: rule, Severity: severity,
			Fingerprint: seen.unique(fingerprint),
			Location:    gitlabLocation{l.Path, gitlabLines{l.Start.Line, l.lastLine()}},
		})
	}
	if !d.Complete {
		add(d.start(), stoppedRule, stoppedText, "blocker", stoppedRule)
	}
	for i := range d.Findings {
		if f := &d.Findings[i]; f.judged() {
			add(d.where(f), f.Rule, f.advice(), gitlabSeverities[f.severity()], f.fingerprint())
		}
	}
	return writeJSON(w, issues)
}
