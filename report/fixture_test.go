package report

import (
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

var (
	unknownRule = &finding.Rule{
		ID: "reference/unknown", Title: "References lead somewhere", Severity: finding.Error, Since: "1.0.0",
		Doc: "A reader who follows the reference finds nothing.\n\nCorrect the identifier, or add the entry.\n",
	}
	duplicateRule = &finding.Rule{ID: "identity/duplicate-id", Title: "Identifiers are unique", Severity: finding.Error, Since: "1.0.0", Doc: "Two entries share an identifier."}
	spaceRule     = &finding.Rule{ID: "text/whitespace", Title: "Texts have no stray space", Severity: finding.Warning, Since: "1.0.0", Doc: "Stray space upsets a search.", Fixable: true}
	plainRule     = &finding.Rule{ID: "title/plural", Title: "Titles are singular", Severity: finding.Info, Since: "1.0.0", Doc: "A role is held by one person."}
	silentRule    = &finding.Rule{ID: "level/rank-duplicate", Title: "Ranks are unique", Severity: finding.Error, Since: "1.0.0", Doc: "Two levels share a rank."}
	symlinkRule   = &finding.Rule{ID: "syntax/not-a-regular-file", Title: "Data files are plain files", Severity: finding.Warning, Since: "1.0.0", Doc: "A link may lead anywhere."}
)

const coderText = `id: clinical-coder
title: Clinical Coder
constituency: information-management
level: 4
summary: Turns  records into codes.
competencies:
  - { ref: critically-apraise-evidence, need: core }
`

var coderSubject = finding.Subject{Kind: "role", ID: "clinical-coder", Title: "Clinical Coder", Constituency: "information-management"}

// sampleRun is a run in the folder that holds framework-data.
var sampleRun = Run{
	Version: "1.0.0", Operand: "framework-data", Root: ".", Directory: ".",
	Path: func(f *source.File) (string, bool) { return "framework-data/" + f.Path, false },
}

// stretch is the first place where part stands in the text of a file.
func stretch(f *source.File, part string) source.Span {
	start := strings.Index(f.Text, part)
	if start < 0 {
		panic(f.Path + ": the text has no " + part)
	}
	return source.Span{File: f, Start: start, End: start + len(part)}
}

// sample is a result with everything that a finding can carry.
func sample() *finding.Result {
	coder := &source.File{Path: "roles/information-management/clinical-coder.yaml", Text: coderText}
	other := &source.File{Path: "roles/information-management/coder.yaml", Text: "id: clinical-coder\ntitle: Coders\n"}
	link := &source.File{Path: "roles/link.yaml"}
	findings := []finding.Finding{
		{
			Rule: spaceRule, Severity: finding.Warning, Span: stretch(coder, "  "), Subject: coderSubject,
			Message: "two spaces in a row", Help: "write one space;\ncadre fix does it for you",
			Fixes: []finding.Fix{{Title: "write one space", Edits: []source.Edit{{Span: stretch(coder, "  "), New: " "}}}},
		},
		{
			Rule: unknownRule, Severity: finding.Error, Span: stretch(coder, "critically-apraise-evidence"), Subject: coderSubject,
			Params: []string{"critically-apraise-evidence"}, Message: `unknown competency "critically-apraise-evidence"`,
			Help:        `did you mean "critically-appraise-evidence" (Critically appraise clinical information and evidence)?`,
			Suggestions: []string{"critically-appraise-evidence"},
		},
		{
			Rule: duplicateRule, Severity: finding.Error, Span: stretch(other, "clinical-coder"),
			Subject: finding.Subject{Kind: "role", ID: "clinical-coder"}, Message: `the identifier "clinical-coder" is taken`, Help: "choose another identifier",
			Related: []finding.Related{{Span: stretch(coder, "clinical-coder"), Message: "first defined here"}, {Message: "and in the releases since 0.1.0"}},
		},
		{
			Rule: plainRule, Severity: finding.Info, Span: stretch(other, "Coders"),
			Subject: finding.Subject{Kind: "role", ID: "clinical-coder", Title: "Coders"}, Message: "the title is a plural",
			Suggestions: []string{"Coder", "Clinical Coder"},
		},
		{Rule: symlinkRule, Severity: finding.Warning, Span: link.All(), Subject: finding.FileSubject("roles/link.yaml"), Message: "a link is not followed", Help: "put the file itself there"},
		{Rule: plainRule, Severity: finding.Info, Span: stretch(other, "Coders"), Subject: coderSubject, Message: "excused", Status: finding.Suppressed},
	}
	finding.SetFingerprints(findings)
	return &finding.Result{
		Findings: findings, Rules: []*finding.Rule{silentRule, unknownRule, spaceRule},
		Files: 63, Entities: 61, Complete: true, Suppressed: 1,
	}
}
