package diff

import (
	"slices"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	codeChanged = change(Kind{
		ID: "code-changed", Title: "A competency has another code", Impact: Major, Or: "minor if the old stays",
		Consequence: Changes, Subjects: []framework.Kind{aCompetency}, Audience: []string{Authors, Integrators}, Since: "0.1.0",
		Doc: `The publisher of the suite renumbered the competency, or the code was wrong. Learning systems and job descriptions refer to codes, so it is major; it is minor where the former code is kept in ` + "`previousCodes`" + `, because then the old one still leads here.`,
	})
	suiteChanged = change(Kind{
		ID: "suite-changed", Title: "A competency belongs to another suite", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aCompetency}, Audience: []string{Authors, Integrators}, Since: "0.1.0",
		Doc: `A code means nothing without its suite.`,
	})
	hierarchyChanged = change(Kind{
		ID: "hierarchy-changed", Title: "A competency has other relations", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aCompetency}, Audience: []string{Managers, Authors}, Since: "0.1.0",
		Doc: `Which competencies contain this one, or are related to it, changed.`,
	})
)

const aCompetency = framework.KindCompetency

var (
	_ = field(aCompetency, "suite", func(p *pair) { p.scalar(suiteChanged, "suite", "the suite") })
	_ = field(aCompetency, "code", func(p *pair) {
		old, new := p.at("code")
		if old.Text() == new.Text() {
			return
		}
		if c := p.value(codeChanged, "code", "the code", old, new); c != nil && p.keepsCode() {
			c.Impact = p.impact(codeChanged, Minor)
			c.Message += "; the former one is kept"
		}
	})
	_ = field(aCompetency, "previousCodes", func(p *pair) {
		old, new := p.at("previousCodes")
		d := p.set("", old, new)
		if p.keepsCode() {
			d.gained = slices.DeleteFunc(d.gained, func(n source.Node) bool { return n.Text() == p.old.Node().Get("code").Text() })
		}
		if !d.isEmpty() {
			p.add(detailChanged, "previousCodes", old, new, "%s", gainedAndLost("the previous codes", texts(d.gained), texts(d.lost)))
		}
	})
	_ = field(aCompetency, "codeVersion", func(p *pair) { p.plain("codeVersion", "the version of the code") })
	_ = field(aCompetency, "kind", func(p *pair) { p.scalar(kindChanged, "kind", "the kind of competency") })
	_ = field(aCompetency, "descriptors", func(p *pair) {
		scale := p.after.Scale(p.after.ProficiencyScale)
		p.described(func(rank string) string { return "proficiency " + labelOf(scale, rank) })
	})
	_ = field(aCompetency, "broader", func(p *pair) { p.relations("broader", "the broader competencies") })
	_ = field(aCompetency, "related", func(p *pair) { p.relations("related", "the related competencies") })
	_ = field(aCompetency, "mappings", func(p *pair) {
		p.groups(grouped{keyed: p.mappings(), kind: mappingChanged, one: "the mapping to", reference: "scale", to: aScale})
	})
)

// mappings tells apart mappings of one code by the scale that it belongs to.
func (p *pair) mappings() keyed {
	_, new := p.at("mappings")
	scales := keysIn(new, by("scale"))
	return keyed{field: "mappings", key: by("code"), finer: func(n source.Node) string {
		return p.followed(aScale, n.Get("scale").Text(), func(id string) bool { return scales[id] })
	}}
}

// keepsCode reports whether the code changed and the former one is a previous code
// now.
func (p *pair) keepsCode() bool {
	old, new := p.at("code")
	_, kept := members(p.new.Node().Get("previousCodes"))
	return old.Text() != new.Text() && kept[old.Text()].Exists()
}

func (p *pair) relations(name, what string) {
	old, new := p.at(name)
	p.whole(hierarchyChanged, name, what, aCompetency, old, new)
}

// labelOf returns how people print a rank that stands as a key.
func labelOf(scale *framework.Scale, key string) string {
	if scale != nil && scale.Labels[key] != "" {
		return scale.Labels[key]
	}
	return key
}
