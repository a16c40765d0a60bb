package lint

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	registry finding.Registry
	checks   = map[string]func(*Pass){} // by id of the rule
	absences = map[string]bool{}        // rules that judge what is missing from the whole
)

// rule declares a rule and the function that judges by it.
func rule(fn func(*Pass), r finding.Rule) *finding.Rule {
	checks[r.ID] = fn
	return registry.Add(r)
}

// absence declares a rule that judges what is missing across files. It is silent
// while any file is broken, because what is missing may stand there.
func absence(fn func(*Pass), r finding.Rule) *finding.Rule {
	absences[r.ID] = true
	return rule(fn, r)
}

// Silent returns the ids of the rules, of those that wanted accepts, that cannot
// judge a framework because a file of it is broken.
func Silent(f *framework.Framework, wanted func(*finding.Rule) bool) []string {
	var ids []string
	for _, r := range Rules() {
		if absences[r.ID] && !f.Whole && (wanted == nil || wanted(r)) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Rules returns all consistency rules by id.
func Rules() []*finding.Rule { return registry.All() }

// Settings hold what the configuration says of the options of rules: by id of the
// rule, then by name of the option. Values have the types of the defaults.
type Settings map[string]map[string]any

// Run judges a framework by the rules that wanted accepts, or by all when it is
// nil. Findings come rule by rule.
func Run(f *framework.Framework, wanted func(*finding.Rule) bool, settings Settings) []finding.Finding {
	var findings []finding.Finding
	for _, r := range Rules() {
		if (wanted == nil || wanted(r)) && (f.Whole || !absences[r.ID]) {
			p := &Pass{Framework: f, rule: r, settings: settings[r.ID]}
			checks[r.ID](p)
			for _, found := range p.findings {
				findings = append(findings, *found)
			}
		}
	}
	return findings
}

// Pass is one rule at work on one framework.
type Pass struct {
	*framework.Framework

	rule     *finding.Rule
	settings map[string]any
	findings []*finding.Finding
}

// Int returns the value of an option that is a whole number: as configured, or
// its default.
func (p *Pass) Int(name string) int { return p.option(name).(int) }

// option panics for an option that the rule does not declare, and the callers for
// one of another type; a test runs every rule.
func (p *Pass) option(name string) any {
	if v, ok := p.settings[name]; ok {
		return v
	}
	for _, o := range p.rule.Options {
		if o.Name == name {
			return o.Default
		}
	}
	panic("lint: " + p.rule.ID + " has no option " + name)
}

// Report adds a finding about an entity, placed at the value of a node. It is
// dropped where the entity's status exempts it: drafts are judged by identity,
// reference, text and title rules only, retired entities by identity and
// lifecycle.
func (p *Pass) Report(e *framework.Entity, at source.Node, message string) *Report {
	return p.report(e, at.Span(), message)
}

// ReportSpan is Report for a place that is no value.
func (p *Pass) ReportSpan(e *framework.Entity, at source.Span, message string) *Report {
	return p.report(e, at, message)
}

// Judged reports whether the rule applies to an entity of this status.
func (p *Pass) Judged(e *framework.Entity) bool { return judged(e.Status, p.rule.Category()) }

func (p *Pass) report(e *framework.Entity, at source.Span, message string) *Report {
	f := &finding.Finding{Rule: p.rule, Severity: p.rule.Severity, Span: at, Subject: subject(e), Message: message}
	if p.Judged(e) {
		p.findings = append(p.findings, f)
	}
	return &Report{f}
}

// ReportFile adds a finding about a file that no entity owns.
func (p *Pass) ReportFile(f *source.File, message string) *Report {
	found := &finding.Finding{
		Rule: p.rule, Severity: p.rule.Severity, Span: source.Span{File: f},
		Subject: finding.FileSubject(f.Path), Message: message,
	}
	p.findings = append(p.findings, found)
	return &Report{found}
}

func judged(s framework.Status, category string) bool {
	switch s {
	case framework.Draft:
		return category == "identity" || category == "reference" || category == "text" || category == "title"
	case framework.Active, framework.Deprecated:
		return true
	}
	return category == "identity" || category == "lifecycle" // retired, or nobody can say
}

// subject returns how reports name an entity.
func subject(e *framework.Entity) finding.Subject {
	return finding.Subject{Kind: string(e.Kind), ID: e.ID, Title: e.Title, Constituency: e.Node().Get("constituency").Str()}
}

// Report is a finding under construction.
type Report struct{ f *finding.Finding }

// Help says what to do next.
func (r *Report) Help(text string) *Report {
	r.f.Help = text
	return r
}

// Params tells the finding from others of its rule on the same entity.
func (r *Report) Params(values ...string) *Report {
	r.f.Params = values
	return r
}

// Related adds a place that explains the finding.
func (r *Report) Related(at source.Node, message string) *Report {
	r.f.Related = append(r.f.Related, finding.Related{Span: at.Span(), Message: message})
	return r
}

// Suggest adds texts that may be meant instead.
func (r *Report) Suggest(texts ...string) *Report {
	r.f.Suggestions = append(r.f.Suggestions, texts...)
	return r
}

// Fix adds a repair that cannot be wrong.
func (r *Report) Fix(title string, edits ...source.Edit) *Report {
	r.f.Fixes = append(r.f.Fixes, finding.Fix{Title: title, Edits: edits})
	return r
}
