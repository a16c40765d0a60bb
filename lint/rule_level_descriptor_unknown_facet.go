package lint

import (
	"fmt"
	"iter"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(descriptorUnknownFacet, finding.Rule{
	ID: "level/descriptor-unknown-facet", Title: "A descriptor describes a facet of the scale", Severity: finding.Error, Since: "0.1.0",
	Doc: `A level has a descriptor for a facet that its scale does not have. Usually the facet's id is misspelt, and then the text is lost to everybody who reads by facet.

Correct the id, or add the facet to the scale. A scale that lists no facets at all is told once.`,
})

// descriptorUnknownFacet holds the keys of descriptors to the facets of the
// level's scale.
func descriptorUnknownFacet(p *Pass) {
	told := map[*framework.Scale]bool{}
	var near spelling
	for _, l := range p.Levels {
		scale := scaleInOrder(p, l.Scale)
		if scale == nil || !p.Judged(&l.Entity) || facetsUnsure(p, scale) {
			continue
		}
		list := near.of(scale.ID, facets(scale))
		for key, text := range descriptorsOf(l) {
			if list.holds(key) || told[scale] {
				continue
			}
			told[scale] = len(scale.Facets) == 0
			report := p.ReportSpan(&l.Entity, text.KeySpan(), fmt.Sprintf("the scale %q has no facet %q", scale.ID, key)).Params(key)
			near.help(report, list, key, "add the facet to the scale, or move the text to the facet that it is about")
		}
	}
}

// facetsUnsure reports whether nobody can say which facets a scale has.
func facetsUnsure(p *Pass, s *framework.Scale) bool {
	return s.Broken("facets") || len(s.Facets) == 0 && !p.Whole
}

// facets yields the ids and titles of a scale's facets.
func facets(s *framework.Scale) iter.Seq2[string, string] {
	return func(yield func(id, title string) bool) {
		for _, f := range s.Facets {
			if !yield(f.ID, f.Title) {
				return
			}
		}
	}
}

// descriptorsOf yields the texts of a level by facet, in the order of the file.
func descriptorsOf(l *framework.Level) iter.Seq2[string, source.Node] {
	return func(yield func(string, source.Node) bool) {
		for text := range l.Node().Get("descriptors").Children() {
			if l.Descriptors[text.Key()] != "" && !yield(text.Key(), text) {
				return
			}
		}
	}
}
