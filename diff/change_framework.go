package diff

import (
	"github.com/cadre-framework/cadre/framework"
)

var (
	versionChanged = change(Kind{
		ID: "version-changed", Title: "The version changed", Impact: None,
		Consequence: Detail, Subjects: []framework.Kind{aFramework}, Audience: []string{Authors, Integrators}, Since: "0.1.0",
		Doc: `The framework declares another version. That asks nothing of anybody by itself; whether it is enough for everything else that changed is judged apart.`,
	})
	licenceChanged = change(Kind{
		ID: "licence-changed", Title: "The licence changed", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: []string{Managers, Authors, Integrators}, Since: "0.1.0",
		Doc: `What others may do with the framework is another thing now. Whoever built on it has to look again.`,
	})
	localeChanged = change(Kind{
		ID: "locale-changed", Title: "The language changed", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: Audiences(), Since: "0.1.0",
		Doc: `The framework speaks another language, or another form of it.`,
	})
	levelScaleChanged = change(Kind{
		ID: "level-scale-changed", Title: "Levels are ranks of another scale", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: Audiences(), Since: "0.1.0",
		Doc: `A level number means nothing without its scale: with another one, every level of every role means something else.`,
	})
	proficiencyScaleChanged = change(Kind{
		ID: "proficiency-scale-changed", Title: "Proficiencies are ranks of another scale", Impact: Major,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: Audiences(), Since: "0.1.0",
		Doc: `With another scale, every proficiency that a role asks for means something else.`,
	})
	entryRanksChanged = change(Kind{
		ID: "entry-ranks-changed", Title: "People enter at other levels", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: []string{Applicants, Managers}, Since: "0.1.0",
		Doc: `The levels at which people are expected to enter changed.`,
	})
	suitesChanged = change(Kind{
		ID: "suites-changed", Title: "The suites of codes changed", Impact: Minor,
		Consequence: Changes, Subjects: []framework.Kind{aFramework}, Audience: []string{Authors, Integrators}, Since: "0.1.0",
		Doc: `A published set of competence codes was added or taken away, or is described in another way.`,
	})
)

const aFramework = framework.KindFramework

var (
	_ = field(aFramework, "version", func(p *pair) { p.scalar(versionChanged, "version", "the version") })
	_ = field(aFramework, "licence", func(p *pair) { p.scalar(licenceChanged, "licence", "the licence") })
	_ = field(aFramework, "locale", func(p *pair) { p.scalar(localeChanged, "locale", "the language") })
	_ = field(aFramework, "levelScale", func(p *pair) { p.reference(levelScaleChanged, "levelScale", "the scale of levels", aScale) })
	_ = field(aFramework, "proficiencyScale", func(p *pair) {
		p.reference(proficiencyScaleChanged, "proficiencyScale", "the scale of proficiencies", aScale)
	})
	_ = field(aFramework, "entryRanks", func(p *pair) {
		old, new := p.at("entryRanks")
		if was, is := rangeOf(old), rangeOf(new); was != is {
			p.add(entryRanksChanged, "entryRanks", old, new, "people enter at level %s, formerly %s", p.after.levelLabel(is), p.before.levelLabel(was))
		}
	})
	_ = field(aFramework, "suites", func(p *pair) {
		p.groups(grouped{keyed: keyed{field: "suites", key: by("id")}, kind: suitesChanged, one: "the suite"})
	})
	_ = field(aFramework, "counts", func(p *pair) {
		old, new := p.at("counts")
		for _, key := range keysOf(old, new) {
			p.detail("counts."+key, "the stated number of "+key, old.Get(key), new.Get(key))
		}
	})
	_ = field(aFramework, "schemaVersion", func(p *pair) { p.plain("schemaVersion", "the version of the schema") })
	_ = field(aFramework, "released", func(p *pair) { p.plain("released", "the date of the release") })
	_ = field(aFramework, "publisher", func(p *pair) { p.plain("publisher", "the publisher") })
	_ = field(aFramework, "steward", func(p *pair) { p.plain("steward", "the steward") })
	_ = field(aFramework, "homepage", func(p *pair) { p.plain("homepage", "the homepage") })
)
