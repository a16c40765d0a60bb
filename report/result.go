package report

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// Run is what a report says about a run that its result does not know.
type Run struct {
	Version   string // of the program
	Operand   string // what was checked, as people call it: "framework-data"
	Root      string // see [Head]; "" means "."
	Directory string // see [Head]

	// Path returns how a file is shown (see [Location]). Without it every file
	// is shown by its own path and lies in a folder.
	Path func(*source.File) (path string, detached bool)
}

// Bounds, in code points, of texts that come from the data and stand in every
// finding about it, so that one long title cannot make a report explode.
const (
	longestName    = 200
	longestMessage = 1000
)

// FromResult makes the document of a result. It reads the texts of the files
// that spans point to and nothing else; the result stays as it is.
func FromResult(r *finding.Result, run Run) *Findings {
	d := &Findings{
		Head:     head(r.Complete, run),
		Operand:  valid(run.Operand),
		Summary:  Summary{Suppressed: r.Suppressed, Baselined: r.Baselined, Hidden: r.Hidden, Unchanged: r.Unchanged, Elsewhere: r.Elsewhere, Files: r.Files, Entities: r.Entities},
		Notes:    convert(r.Notes, valid),
		Findings: make([]Finding, 0, len(r.Findings)),
	}
	m := mapper{run}
	rules := map[string]*finding.Rule{}
	for _, rule := range r.Rules {
		rules[rule.ID] = rule
	}
	for i := range r.Findings {
		f := m.finding(&r.Findings[i])
		d.Summary.count(&f)
		d.Findings = append(d.Findings, f)
		rules[r.Findings[i].Rule.ID] = r.Findings[i].Rule
	}
	sorted := slices.SortedFunc(maps.Values(rules), func(a, b *finding.Rule) int { return cmp.Compare(a.ID, b.ID) })
	d.Rules = convert(sorted, ruleOf)
	return d
}

func head(complete bool, run Run) Head {
	return Head{
		SchemaVersion: SchemaVersion,
		Tool:          Tool{"cadre", valid(run.Version)},
		Complete:      complete,
		Root:          valid(cmp.Or(run.Root, ".")),
		Directory:     valid(run.Directory),
	}
}

func (s *Summary) count(f *Finding) {
	switch {
	case f.Status == string(finding.Unchanged):
		s.Unchanged++
	case f.Status == string(finding.Fixed):
		s.Fixed++
	}
	if !f.judged() {
		return
	}
	if len(f.Fixes) > 0 {
		s.Fixable++
	}
	switch f.severity() {
	case finding.Error:
		s.Error++
	case finding.Warning:
		s.Warning++
	case finding.Info:
		s.Info++
	}
}

// mapper turns findings into those of a document.
type mapper struct{ run Run }

func (m mapper) finding(f *finding.Finding) Finding {
	out := Finding{
		Rule:        valid(f.Rule.ID),
		Severity:    f.Severity.String(),
		Message:     shorten(valid(f.Message), longestMessage),
		Help:        valid(f.Help),
		Subject:     subjectOf(f.Subject),
		Location:    m.location(f.Span),
		Related:     convert(f.Related, m.related),
		Suggestions: convert(f.Suggestions, valid),
		Fixes:       convert(f.Fixes, m.fix),
		Fingerprint: valid(f.Fingerprint),
		Status:      string(cmp.Or(f.Status, finding.Open)),
	}
	if out.Location != nil {
		out.Location.Lines = excerpt(f.Span, out.Location.Start, out.Location.End)
	}
	return out
}

func (m mapper) related(r finding.Related) Related {
	return Related{Message: shorten(valid(r.Message), longestMessage), Location: m.location(r.Span)}
}

func (m mapper) fix(f finding.Fix) Fix {
	return Fix{Title: valid(f.Title), Edits: convert(f.Edits, func(e source.Edit) Edit {
		out := Edit{New: valid(e.New)}
		if at := m.location(e.Span); at != nil {
			out.Location = *at
		}
		return out
	})}
}

// location resolves a span, without lines; it is nil for a span of no file.
func (m mapper) location(s source.Span) *Location {
	if s.IsZero() {
		return nil
	}
	path, detached := s.File.Path, false
	if m.run.Path != nil {
		path, detached = m.run.Path(s.File)
	}
	return &Location{
		Path:     valid(path),
		Detached: detached,
		Start:    positionOf(s.File, s.Position()),
		End:      positionOf(s.File, s.EndPosition()),
	}
}

// positionOf adds the column in bytes, which nobody can tell later: a document
// keeps only a part of a long line.
func positionOf(f *source.File, p source.Position) Position {
	return Position{Line: p.Line, Column: p.Column, Byte: p.Offset - f.Line(p.Line).Start + 1, Offset: p.Offset}
}

// subjectOf keeps the path that names a file whole.
func subjectOf(s finding.Subject) Subject {
	out := Subject{valid(s.Kind), valid(s.ID), shorten(valid(s.Title), longestName), shorten(valid(s.Constituency), longestName)}
	if s.Kind != "file" {
		out.ID = shorten(out.ID, longestName)
	}
	return out
}

func ruleOf(r *finding.Rule) Rule {
	return Rule{valid(r.ID), valid(r.Title), r.Severity.String(), valid(r.Category()), r.Fixable, valid(r.Since), valid(r.Doc)}
}

// convert is never nil, so that JSON has [] and not null.
func convert[A, B any](list []A, f func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, item := range list {
		out = append(out, f(item))
	}
	return out
}
