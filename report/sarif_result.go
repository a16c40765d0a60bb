package report

import (
	"cmp"

	"github.com/cadre-framework/cadre/finding"
)

// result returns a finding as SARIF has it. Its fingerprint has the form that
// GitHub code scanning gives its own: a hash and the number among equals, which
// the hash of ours tells apart already.
func (s *sarifWriter) result(f *Finding) sarifResult {
	out := sarifResult{
		RuleID:        f.Rule,
		Level:         sarifLevels[f.severity()],
		Message:       sarifPlain(f.advice()),
		BaselineState: s.baselineState(f),
		Suppressions:  sarifSuppressions(f),
	}
	if at, ok := s.rules[f.Rule]; ok {
		out.RuleIndex = &at
	}
	if f.Fingerprint != "" {
		out.Fingerprints = map[string]string{"primaryLocationLineHash": f.Fingerprint + ":1"}
	}
	if f.Location != nil {
		at := sarifLocation{Physical: sarifPlace(f.Location)}
		if sub := f.Subject; sub.ID != "" && sub.Kind != "file" {
			at.Logical = []sarifLogical{{cmp.Or(sub.Title, sub.ID), sub.Kind + "/" + sub.ID, sub.Kind}}
		}
		out.Locations = []sarifLocation{at}
	}
	for _, r := range f.Related {
		if r.Location != nil {
			text := sarifPlain(r.Message)
			out.Related = append(out.Related, sarifLocation{Physical: sarifPlace(r.Location), Message: &text})
		}
	}
	for _, fix := range f.Fixes {
		if repair, ok := sarifRepair(fix); ok {
			out.Fixes = append(out.Fixes, repair)
		}
	}
	return out
}

// baselineState is empty unless the run had a base. SARIF wants all results of a
// run to have a state or none; what is excused counts as nothing new.
func (s *sarifWriter) baselineState(f *Finding) string {
	switch {
	case !s.based:
		return ""
	case f.judged() && f.Status != string(finding.Unchanged):
		return "new"
	}
	return "unchanged"
}

func sarifSuppressions(f *Finding) []sarifSuppression {
	switch finding.Status(f.Status) {
	case finding.Suppressed:
		return []sarifSuppression{{Kind: "inSource"}}
	case finding.Baselined:
		return []sarifSuppression{{Kind: "external"}}
	}
	return []sarifSuppression{}
}

func sarifPlace(l *Location) sarifPhysical { return sarifPhysical{sarifFile(l), sarifSpan(l)} }

// sarifFile returns the file of a place; one that lies in no folder is not below
// the root.
func sarifFile(l *Location) sarifArtifact {
	if l.Detached {
		return sarifArtifact{URI: uri(l.Path)}
	}
	return sarifArtifact{uri(l.Path), sarifRoot}
}

func sarifSpan(l *Location) sarifRegion {
	return sarifRegion{l.Start.Line, l.Start.Column, l.End.Line, l.End.Column}
}

// sarifRepair returns a fix with its edits by file. One that takes bytes which
// have no column, as a byte order mark has none, cannot be said in columns.
func sarifRepair(fix Fix) (sarifFix, bool) {
	out := sarifFix{Description: sarifPlain(fix.Title)}
	at := map[string]int{}
	for i := range fix.Edits {
		l := &fix.Edits[i].Location
		region := sarifSpan(l)
		empty := region.StartLine == region.EndLine && region.StartColumn == region.EndColumn
		if region.StartLine < 1 || empty && l.Start.Offset != l.End.Offset {
			return out, false
		}
		n, ok := at[l.Path]
		if !ok {
			n = len(out.Changes)
			at[l.Path] = n
			out.Changes = append(out.Changes, sarifChange{Artifact: sarifFile(l)})
		}
		change := &out.Changes[n]
		change.Replacements = append(change.Replacements, sarifReplacement{region, sarifText{Text: fix.Edits[i].New}})
	}
	return out, len(out.Changes) > 0
}
