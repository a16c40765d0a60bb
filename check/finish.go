package check

import (
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// finish names the findings, decides what becomes of each, and keeps those that
// were asked for. Fingerprints come first and the part last, so that a part and
// the whole agree on everything. The framework is nil when the run stopped early;
// nothing is excused then.
func (o *Options) finish(result *finding.Result, found []finding.Finding, f *framework.Framework, inputs []input) {
	found = o.name(found)
	if f != nil {
		found = append(found, o.name(o.suppress(f, inputs, found))...)
		finding.Sort(found)
		o.accept(found)
		found = append(found, o.compare(found, result.Rules)...)
	}
	o.keep(result, found)
	for _, in := range inputs {
		if o.Part == nil || o.Part(in.doc.File.Path) {
			result.Files++
		}
	}
}

// name sorts findings, gives them fingerprints and severities, and drops those
// that nobody wants.
func (o *Options) name(found []finding.Finding) []finding.Finding {
	finding.Sort(found)
	finding.SetFingerprints(found)
	kept := found[:0]
	for _, f := range found {
		if !o.judges(f.Rule) || !o.runs(f.Rule) || f.Span.File != nil && o.exempt(f.Rule, f.Span.File.Path) {
			continue
		}
		if severity, set := o.Severity[f.Rule.ID]; set {
			f.Severity = severity
		}
		kept = append(kept, f)
	}
	return kept
}

// accept marks what the baseline holds. Nobody can accept that a file cannot be
// read.
func (o *Options) accept(found []finding.Finding) {
	for i := range found {
		f := &found[i]
		if f.Judged() && acceptable(f.Rule) && o.Baseline.Has(f.Fingerprint) {
			f.Status = finding.Baselined
		}
	}
}

// compare marks what the base had already, and returns what only the base had.
// What was excused there and is not any more counts as introduced. What a rule
// could not judge on one side, because a file was broken, is neither introduced
// nor fixed.
func (o *Options) compare(found []finding.Finding, ran []*finding.Rule) []finding.Finding {
	if o.Base == nil {
		return nil
	}
	before := map[string]bool{}
	for i := range o.Base.Findings {
		if f := &o.Base.Findings[i]; f.Judged() {
			before[f.Fingerprint] = true
		}
	}
	now := map[string]bool{}
	for i := range found {
		f := &found[i]
		now[f.Fingerprint] = true
		switch {
		case !f.Judged():
		case before[f.Fingerprint], !slices.Contains(o.Base.Rules, f.Rule):
			f.Status = finding.Unchanged
		default:
			f.Status = finding.Introduced
		}
	}
	var fixed []finding.Finding
	for _, f := range o.Base.Findings {
		if f.Judged() && !now[f.Fingerprint] && slices.Contains(ran, f.Rule) {
			f.Status, f.Related, f.Fixes = finding.Fixed, nil, nil // there is nothing left to look at or to mend
			fixed = append(fixed, f)
		}
	}
	return fixed
}

// keep puts the findings of the part that was asked for into the result, and
// counts the others. Fixed findings come last.
func (o *Options) keep(result *finding.Result, found []finding.Finding) {
	for _, f := range found {
		switch {
		case o.Part != nil && f.Span.File != nil && !o.Part(f.Span.File.Path):
			if f.Judged() && !(o.NewOnly && f.Status == finding.Unchanged) {
				result.Elsewhere++
			}
			continue
		case f.Status == finding.Suppressed:
			result.Suppressed++
		case f.Status == finding.Baselined:
			result.Baselined++
		case o.NewOnly && f.Status == finding.Unchanged:
			result.Unchanged++
			continue
		}
		result.Findings = append(result.Findings, f)
	}
}
