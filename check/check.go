package check

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/lint"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// Rules returns every rule that a check knows, by id. Those of releases run in a
// stage of their own.
func Rules() []*finding.Rule {
	rules := slices.Concat(validate.Rules(), lint.Rules(), diff.Rules(), registry.All())
	slices.SortFunc(rules, func(a, b *finding.Rule) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return rules
}

// Run checks the framework in fsys and returns what it found, and the model,
// from which look-ups may go on. An error means that the run could not be
// completed: a file could not be read, a limit was exceeded (a [*LimitError]),
// the context ended. The result is then not Complete and holds what was found
// until then, and the framework is nil.
func Run(ctx context.Context, fsys fs.FS, o Options) (*finding.Result, *framework.Framework, error) {
	result := &finding.Result{}
	for _, r := range Rules() {
		if o.judges(r) && o.runs(r) {
			result.Rules = append(result.Rules, r)
		}
	}
	entries, err := discover(ctx, fsys, &o)
	if err != nil {
		return result, nil, fmt.Errorf("listing the files: %w", err)
	}
	inputs, err := readAll(ctx, fsys, entries, &o)
	if err != nil {
		return result, nil, err
	}
	f, err := judge(result, inputs, &o)
	return result, f, err
}

// runs reports whether the stage includes a rule.
func (o *Options) runs(r *finding.Rule) bool {
	shape := r.Category() == "syntax" || r.Category() == "schema"
	released := r.Category() == "release"
	switch o.Stage {
	case ValidateOnly:
		return shape
	case LintOnly:
		return !released && (!shape || r.Severity == finding.Error)
	case ReleaseOnly:
		return released || shape && r.Severity == finding.Error
	}
	return !released
}

// judge builds the model, lints it and completes the result.
func judge(result *finding.Result, inputs []input, o *Options) (*framework.Framework, error) {
	var docs []*source.Document
	var found []finding.Finding
	var errs []error
	for _, in := range inputs {
		docs = append(docs, in.doc)
		found = append(found, in.findings...)
		errs = append(errs, in.err)
	}
	f := framework.Build(docs, brokenSpans(found), o.layout())
	if err := errors.Join(errs...); err != nil {
		o.finish(result, found, nil, inputs)
		return nil, err
	}
	switch {
	case o.Stage == ReleaseOnly && f.Whole:
		judged, unsure := diff.CheckRelease(f, o.History, o.Diff)
		found = append(found, judged...)
		for _, n := range unsure {
			result.Notes = append(result.Notes, n.Sentence())
		}
	case o.Stage == Everything || o.Stage == LintOnly:
		found = append(found, lint.Run(f, o.judges, o.Settings)...)
		silent := o.silent(f)
		result.Notes = notes(f, silent)
		result.Rules = slices.DeleteFunc(result.Rules, func(r *finding.Rule) bool { return slices.Contains(silent, r.ID) })
	}
	result.Complete = true
	o.finish(result, found, f, inputs)
	result.Entities = count(f, o)
	return f, nil
}

// brokenSpans returns the places at which the model must not be believed.
func brokenSpans(findings []finding.Finding) []source.Span {
	var spans []source.Span
	for _, f := range findings {
		if f.Rule.Severity == finding.Error {
			spans = append(spans, f.Span)
		}
	}
	return spans
}

func count(f *framework.Framework, o *Options) int {
	n := 0
	for e := range f.Entities() {
		if o.Part == nil || o.Part(e.File().Path) {
			n++
		}
	}
	return n
}

// silent returns the ids of the rules that could not judge.
func (o *Options) silent(f *framework.Framework) []string {
	ids := lint.Silent(f, o.judges)
	if !f.Whole && o.judges(suppressionUnused) {
		ids = append(ids, suppressionUnused.ID)
	}
	return ids
}

// notes says what kept rules from judging.
func notes(f *framework.Framework, silent []string) []string {
	var notes, unsure []string
	for _, k := range framework.Kinds() {
		if f.Incomplete(k) && k != framework.KindFramework {
			unsure = append(unsure, k.BundleKey())
		}
	}
	if len(unsure) > 0 {
		notes = append(notes, "whether references to these lead somewhere was not judged, because not all of their ids could be read: "+strings.Join(unsure, ", "))
	}
	if len(silent) > 0 {
		notes = append(notes, "what is missing was not judged while files are broken: "+strings.Join(silent, ", "))
	}
	return notes
}
