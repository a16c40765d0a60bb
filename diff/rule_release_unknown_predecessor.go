package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

var _ = release(unknownPredecessor, finding.Rule{
	ID: "release/unknown-predecessor", Title: "What is replaced was in a release", Severity: finding.Error, Since: "0.1.0",
	Doc: `An entity says that it replaces another, and no release has one of its kind with that id. The succession then leads nowhere: whoever held the earlier role is not told what became of it, and a comparison shows one entity that went and one that came.

Write the id that the earlier release has; the help gives one that is near. Remove the entry where the entity replaces nothing. Nothing is said before the first release. This rule runs in cadre release check alone.`,
})

// unknownPredecessor looks for every predecessor in all releases.
func unknownPredecessor(p *releasePass) {
	if p.newest == nil {
		return
	}
	known := map[framework.Kind]*text.Names{}
	for e := range p.work.Entities() {
		for item := range e.Node().Get("replaces").Children() {
			ref := framework.Ref{Kind: e.Kind, ID: item.Str()}
			if p.released(ref) {
				continue
			}
			if known[e.Kind] == nil {
				known[e.Kind] = text.NewNames(p.releasedIDs(e.Kind))
			}
			p.reportPredecessor(e, ref, item, known[e.Kind])
		}
	}
}

func (p *releasePass) reportPredecessor(e *framework.Entity, ref framework.Ref, item source.Node, known *text.Names) {
	help := "write the id that the release has, or remove the entry"
	near, ok := known.Nearest(ref.ID)
	if ok {
		help = fmt.Sprintf("did you mean %q?", near)
	}
	f := p.report(subjectOf(e), item.Span(), fmt.Sprintf("no release has a %s with the id %q, which this one is said to replace", e.Kind, ref.ID), help, ref.ID)
	if ok {
		f.Suggestions = []string{near}
	}
}

// released reports whether any release has an entity.
func (p *releasePass) released(ref framework.Ref) bool {
	for _, r := range p.releases {
		if r.Framework.Lookup(ref) != nil {
			return true
		}
	}
	return false
}

// releasedIDs returns the ids that entities of a kind have or had, newest release
// first.
func (p *releasePass) releasedIDs(kind framework.Kind) []string {
	var ids []string
	seen := map[string]bool{}
	for i := len(p.releases) - 1; i >= 0; i-- {
		for e := range p.releases[i].Framework.Entities() {
			if e.Kind == kind && !seen[e.ID] {
				seen[e.ID] = true
				ids = append(ids, e.ID)
			}
		}
	}
	return ids
}
