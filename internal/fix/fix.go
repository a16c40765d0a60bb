// Package fix repairs what findings say how to repair, and nothing else.
//
// It is for the command that does so, and for whoever wants the same without a
// terminal. Most callers need two calls:
//
//	outcome, err := fix.Run(ctx, fsys, options)
//	err = outcome.Write(fsys)
//
// Run works in memory. It takes every fix that is wanted and does not touch
// another, makes the edits, and checks the framework again, until there is
// nothing left to do. A fix counts as done when three things hold: the files can
// still be read, they differ only where the fix says so, and the new check brings
// no finding that was not there before. A fix for which they do not hold is
// undone and named.
package fix

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/source"
)

// Outcome is what became of a framework.
type Outcome struct {
	Result  *finding.Result // of the last check: what is left
	Repairs []Repair        // in the order in which they were made
	Undone  []Repair
	Files   []File // that change, by path
}

// Repair is one fix of one finding.
type Repair struct {
	Finding finding.Finding
	Fix     finding.Fix
	Why     string // the reason why it was undone
}

// File is a file that changes.
type File struct{ Path, Old, New string }

// mostRounds bounds the repairs that only become possible by others.
const mostRounds = 50

// Run repairs a framework in memory. The options say what is judged, and with it
// which findings are repaired; the result holds what is left of them.
func Run(ctx context.Context, fsys fs.FS, o check.Options) (*Outcome, error) {
	s := &session{ctx: ctx, base: fsys, options: o, texts: map[string]string{}, old: map[string]string{}, refused: map[string]bool{}}
	for range mostRounds {
		again, err := s.round()
		if err != nil {
			return nil, err
		}
		if !again {
			break
		}
	}
	result, _, err := check.Run(ctx, overlay{fsys, s.texts}, o)
	if err != nil {
		return nil, err
	}
	s.outcome.Result = result
	for _, path := range slices.Sorted(maps.Keys(s.texts)) {
		if s.texts[path] != s.old[path] {
			s.outcome.Files = append(s.outcome.Files, File{path, s.old[path], s.texts[path]})
		}
	}
	return &s.outcome, nil
}

// Write writes the files that change, each as a whole or not at all. It stops at
// the first that cannot be written; those before it stay repaired.
func (o *Outcome) Write(to *files.FS) error {
	for _, f := range o.Files {
		if err := to.WriteFile(f.Path, []byte(f.Old), []byte(f.New)); err != nil {
			return err
		}
	}
	return nil
}

// session is one framework under repair.
type session struct {
	ctx     context.Context
	base    fs.FS
	options check.Options
	texts   map[string]string // the files that were changed, as they are now
	old     map[string]string // and as they were read
	refused map[string]bool   // the fixes that were undone
	outcome Outcome
}

// judge checks the whole framework by every rule, whatever was asked for: a
// repair must not do harm elsewhere.
func (s *session) judge(texts map[string]string) (*finding.Result, error) {
	o := s.options
	o.Wanted, o.Part = nil, nil
	result, _, err := check.Run(s.ctx, overlay{s.base, texts}, o)
	return result, err
}

// round repairs what can be repaired at once, and reports whether another round
// may find more.
func (s *session) round() (bool, error) {
	result, err := s.judge(s.texts)
	if err != nil {
		return false, err
	}
	group := s.pick(result)
	if len(group) == 0 {
		return false, nil
	}
	t := &trial{session: s, before: result}
	if err := t.settle(group); err != nil {
		return false, err
	}
	for path, file := range t.files {
		if _, known := s.old[path]; !known {
			s.old[path] = file.Text
		}
	}
	maps.Copy(s.texts, t.texts)
	s.outcome.Repairs = append(s.outcome.Repairs, t.done...)
	return true, nil
}

// pick returns the fixes of a round: in the order of the findings, those that
// touch no earlier one.
func (s *session) pick(result *finding.Result) []Repair {
	var group []Repair
	taken := map[*source.File]*spans{}
	for _, f := range result.Findings {
		if len(f.Fixes) == 0 || !s.wants(f) {
			continue
		}
		r := Repair{Finding: f, Fix: f.Fixes[0]}
		if !s.refused[r.name()] && reserve(taken, r.Fix.Edits) {
			group = append(group, r)
		}
	}
	return group
}

// name tells a repair from all others, also in a later round.
func (r Repair) name() string {
	return fmt.Sprint(r.Finding.Fingerprint, " ", r.Fix.Title)
}

// wants reports whether a finding may be repaired: it is judged, by a rule and
// in a part that were asked for.
func (s *session) wants(f finding.Finding) bool {
	o := s.options
	if f.Status != "" && f.Status != finding.Open && f.Status != finding.Introduced {
		return false
	}
	if o.Wanted != nil && !o.Wanted(f.Rule) {
		return false
	}
	for _, e := range f.Fixes[0].Edits {
		if e.Span.File == nil || o.Part != nil && !o.Part(e.Span.File.Path) {
			return false
		}
	}
	return true
}
