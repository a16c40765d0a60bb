package diff

import (
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	kindChanged = change(Kind{
		ID: "kind-changed", Title: "The sort of thing changed", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aScale, aCompetency}, Audience: []string{Managers, Authors, Integrators}, Since: "0.1.0",
		Doc: `A scale measures something else, or a competency is another sort of thing (knowledge, skill, behaviour, task, standard). What people read from it before does not hold.`,
	})
	boundsChanged = change(Kind{
		ID: "bounds-changed", Title: "The ends of a scale changed", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aScale}, Audience: []string{Managers, Authors, Integrators}, Since: "0.1.0",
		Doc: `The scale begins or ends at another rank, so every rank stands at another place in it.`,
	})
	labelChanged = change(Kind{
		ID: "label-changed", Title: "A rank is printed in another way", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aScale}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `The rank is the same; what people call it changed.`,
	})
	facetAdded = change(Kind{
		ID: "facet-added", Title: "Levels describe one more facet", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aScale}, Audience: []string{Managers, Authors}, Since: "0.1.0",
		Doc: `The levels of the scale are described by one more aspect.`,
	})
	facetRemoved = change(Kind{
		ID: "facet-removed", Title: "Levels describe one facet less", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aScale}, Audience: []string{RoleHolders, Managers, Authors}, Since: "0.1.0",
		Doc: `An aspect by which levels were described, and people appraised, is gone.`,
	})
)

const aScale = framework.KindScale

var (
	_ = field(aScale, "kind", func(p *pair) { p.scalar(kindChanged, "kind", "the kind of scale") })
	_ = field(aScale, "min", func(p *pair) { p.scalar(boundsChanged, "min", "the lowest rank") })
	_ = field(aScale, "max", func(p *pair) { p.scalar(boundsChanged, "max", "the highest rank") })
	_ = field(aScale, "labels", func(p *pair) {
		old, new := p.at("labels")
		for _, rank := range keysOf(old, new) {
			p.value(labelChanged, "labels."+rank, "the label of rank "+rank, old.Get(rank), new.Get(rank))
		}
	})
	_ = field(aScale, "facets", func(p *pair) { p.parts("facets", "the facet", facetAdded, facetRemoved, retitled) })
)

// parts compares a list of things with an id and a title.
func (p *pair) parts(name, one string, added, removed, retitled *Kind) {
	before, after := p.keyed(keyed{
		field: name, key: by("id"),
		added: func(path string, n source.Node) {
			p.add(added, path, source.Node{}, n, "%s %s added", one, n.Get("title").Text())
		},
		removed: func(path string, n source.Node) {
			p.add(removed, path, n, source.Node{}, "%s %s removed", one, n.Get("title").Text())
		},
		both: func(path string, old, new source.Node) {
			p.prose(retitled, path+".title", "the title of "+one, old.Get("title"), new.Get("title"))
			p.prose(reworded, path+".summary", "the summary of "+one+" "+new.Get("title").Text(), old.Get("summary"), new.Get("summary"))
		},
	})
	p.reorder(name, "the "+name, before, after)
}
