package diff

import (
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Release is a frozen version of a framework.
type Release struct {
	Version   string               // as its bundle states it
	File      *source.File         // the bundle
	Framework *framework.Framework // what it holds
}

// History is what a framework keeps of its releases. The zero value is that of a
// framework that was never released.
type History struct {
	Releases  []Release    // in any order
	Sums      *source.File // the checksums of the bundles, or nil
	Changelog *source.File // or nil
}

var registry finding.Registry

// releaseRules holds what judges a release. Rules are added while variables are
// set up, each in its own file.
var releaseRules []releaseRule

type releaseRule struct {
	*finding.Rule
	judge func(*releasePass)
}

func release(judge func(*releasePass), r finding.Rule) *finding.Rule {
	added := registry.Add(r)
	releaseRules = append(releaseRules, releaseRule{added, judge})
	return added
}

// Rules returns the rules of releases by id.
func Rules() []*finding.Rule { return registry.All() }

// CheckRelease holds a framework that is about to be released to its earlier
// releases, its changelog and the agreements of the options. The framework and the
// releases must be free of errors of syntax and schema. Findings are in no
// particular order. The notes are those of the comparison with the newest release.
func CheckRelease(work *framework.Framework, h History, o Options) ([]finding.Finding, []Note) {
	p := &releasePass{work: work, history: h, options: o}
	p.releases = slices.Clone(h.Releases)
	slices.SortStableFunc(p.releases, func(a, b Release) int { return versionOf(a.Framework).Compare(versionOf(b.Framework)) })
	if n := len(p.releases); n > 0 {
		p.newest = &p.releases[n-1]
		p.since = Compare(p.newest.Framework, work, o)
	}
	for _, r := range releaseRules {
		p.rule = r.Rule
		r.judge(p)
	}
	if p.since == nil {
		return p.found, nil
	}
	return p.found, p.since.Notes
}

// Newest returns the release with the highest version, or nil when there is none.
func (h History) Newest() *Release {
	var newest *Release
	for i := range h.Releases {
		r := &h.Releases[i]
		if newest == nil || versionOf(r.Framework).Compare(versionOf(newest.Framework)) >= 0 {
			newest = r
		}
	}
	return newest
}

// versionOf returns the version of a framework. The schema has seen to it that
// there is one.
func versionOf(f *framework.Framework) framework.Version {
	v, _ := framework.ParseVersion(f.Version)
	return v
}

// releasePass is what the rules of a release look at, and where they report.
type releasePass struct {
	work     *framework.Framework
	history  History
	options  Options
	releases []Release // by version
	newest   *Release  // or nil
	since    *Result   // what changed since the newest; nil when there is none

	rule  *finding.Rule
	found []finding.Finding
}

// report adds a finding of the rule that is running, and returns it for what not
// every finding has.
func (p *releasePass) report(subject finding.Subject, at source.Span, message, help string, params ...string) *finding.Finding {
	p.found = append(p.found, finding.Finding{
		Rule: p.rule, Severity: p.rule.Severity, Span: at, Subject: subject, Params: params, Message: message, Help: help,
	})
	return &p.found[len(p.found)-1]
}

// reportVersion adds a finding about the version of the framework.
func (p *releasePass) reportVersion(message, help string) *finding.Finding {
	return p.report(subjectOf(&p.work.Entity), p.work.At("version").Span(), message, help)
}

// reportLine adds a finding about a file that is no data.
func (p *releasePass) reportLine(at source.Span, message, help string, params ...string) {
	p.report(finding.FileSubject(at.File.Path), at, message, help, params...)
}

// contentOf returns the changes that are more than another version.
func contentOf(r *Result) []Change {
	return slices.DeleteFunc(slices.Clone(r.Changes), func(c Change) bool { return c.Kind.ID == "version-changed" })
}

// mostCauses is how many changes a finding shows as the reason for a bump.
const mostCauses = 3

// causes returns the places of the changes that ask most.
func causes(r *Result) []finding.Related {
	var related []finding.Related
	for _, c := range contentOf(r) {
		side := c.New
		if side.Span.IsZero() {
			side = c.Old
		}
		if c.Impact == r.Bump.Required && !side.Span.IsZero() && len(related) < mostCauses {
			related = append(related, finding.Related{Span: side.Span, Message: c.Impact.String() + ": " + c.Subject.Title + ": " + c.Message})
		}
	}
	return related
}
