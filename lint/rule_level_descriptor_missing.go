package lint

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(descriptorMissing, finding.Rule{
	ID: "level/descriptor-missing", Title: "A level describes every facet of its scale", Severity: finding.Warning, Since: "0.1.0",
	Doc: `A scale says which facets its levels describe, and a level has no text for one of them. Readers who compare two levels find a hole.

Write the missing text under ` + "`descriptors`" + `. If no level can say anything about a facet, remove the facet from the scale.`,
})

// descriptorMissing compares the descriptors of levels with the facets of their
// scale. A level without any is told once.
func descriptorMissing(p *Pass) {
	for _, l := range p.Levels {
		scale := scaleInOrder(p, l.Scale)
		if scale == nil || len(scale.Facets) == 0 || l.Broken("descriptors") {
			continue
		}
		if len(l.Descriptors) == 0 {
			p.ReportSpan(&l.Entity, lackingAt(&l.Entity, "descriptors"), "the level has no descriptors").
				Help("add descriptors, with a text for each facet of the scale: " + facetsOf(scale))
			continue
		}
		missing := 0
		for _, facet := range scale.Facets {
			if facet.ID == "" || l.Descriptors[facet.ID] != "" {
				continue
			}
			if missing++; missing > mostFacets {
				continue
			}
			p.ReportSpan(&l.Entity, absentAt(l.At("descriptors")), fmt.Sprintf("the level has no descriptor for the facet %q (%s)", facet.ID, facet.Title)).
				Params(facet.ID).
				Help("write what the level means for this facet, or remove the facet from the scale")
		}
		if more := missing - mostFacets; more > 0 {
			p.ReportSpan(&l.Entity, absentAt(l.At("descriptors")), fmt.Sprintf("the level has no descriptor for %d more facets", more)).
				Help("write what the level means for each facet, or remove facets from the scale")
		}
	}
}

// mostFacets bounds how many facets a help names, and how many missing ones of a
// level are told singly.
const mostFacets = 10

func facetsOf(s *framework.Scale) string {
	var ids []string
	for i, facet := range s.Facets {
		if i == mostFacets {
			return strings.Join(ids, ", ") + fmt.Sprintf(" and %d more", len(s.Facets)-i)
		}
		ids = append(ids, facet.ID)
	}
	return strings.Join(ids, ", ")
}
