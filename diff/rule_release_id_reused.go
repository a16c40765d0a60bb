package diff

import (
	"fmt"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = release(idReused, finding.Rule{
	ID: "release/id-reused", Title: "An id that is gone never means something else", Severity: finding.Error, Since: "0.1.0",
	Doc: `An id was removed or retired in a release, and comes back for something else: neither the title is alike nor a code the same. Ids outlive releases. They stand in people's records, in adverts and in other programs, which would now show the wrong thing without a warning.

Give the new entity an id of its own. Where it is the same thing under another name, keep the former title among its aliases. This rule runs in cadre release check alone.`,
})

// idReused looks at what the newest release lacks or has retired, and an earlier
// one had.
func idReused(p *releasePass) {
	for e := range p.work.Entities() {
		if e.Kind == framework.KindFramework || e.Status == framework.Retired || p.newest == nil {
			continue
		}
		now := p.newest.Framework.Lookup(e.Ref)
		if now != nil && now.Status != framework.Retired {
			continue
		}
		last, in := p.lastSeen(e.Ref)
		if last == nil || sameName(last, e) || slices.ContainsFunc(codesOf(in, last), func(c string) bool { return slices.Contains(codesOf(p.work, e), c) }) {
			continue
		}
		gone := "is gone since"
		if now != nil {
			gone = "is retired"
		}
		f := p.report(subjectOf(e), e.At("id").Span(),
			fmt.Sprintf("the id %q belonged to the %s %q, which %s, and now means %q", e.ID, e.Kind, last.Title, gone, e.Title),
			"give this "+string(e.Kind)+" an id of its own; if it is the same thing, keep the former title among its aliases")
		f.Related = []finding.Related{{Span: last.At("title").Span(), Message: "in release " + in.Version}}
	}
}

// lastSeen returns an entity as the latest release with it has it, and that
// release.
func (p *releasePass) lastSeen(ref framework.Ref) (*framework.Entity, *framework.Framework) {
	for i := len(p.releases) - 1; i >= 0; i-- {
		if e := p.releases[i].Framework.Lookup(ref); e != nil {
			return e, p.releases[i].Framework
		}
	}
	return nil, nil
}

// sameName reports whether the title of either entity is a name of the other, or has
// half of its words in common with one.
func sameName(a, b *framework.Entity) bool {
	return likeName(a.Title, append([]string{b.Title}, b.Aliases...)) || likeName(b.Title, a.Aliases)
}

// likeName reports whether a title is like one of several names.
func likeName(title string, names []string) bool {
	words := map[string]bool{}
	for _, w := range text.Words(title) {
		words[w] = true
	}
	for _, name := range names {
		if name == title {
			return true
		}
		common, all := 0, text.Words(name)
		for _, w := range all {
			if words[w] {
				common++
			}
		}
		if common > 0 && 4*common >= len(words)+len(all) { // Dice's measure is at least a half
			return true
		}
	}
	return false
}

// codesOf returns the codes that a competency has or had.
func codesOf(f *framework.Framework, e *framework.Entity) []string {
	c := f.Competency(e.ID)
	if e.Kind != framework.KindCompetency || c == nil {
		return nil
	}
	return slices.DeleteFunc(append([]string{c.Code}, c.PreviousCodes...), func(code string) bool { return code == "" })
}
