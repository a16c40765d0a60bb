package lint

import (
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = rule(sourceMissing, finding.Rule{
	ID: "metadata/source-missing", Title: "What is documented has a source", Severity: finding.Warning, Since: "0.1.0",
	Doc: `An entity calls itself, or one of its fields, documented, and names no source, so that nobody can look it up.

Name the publication under sources. If there is none, the evidence is inferred or reconstructed.`,
})

// sourceMissing reports documented evidence of entities without sources.
func sourceMissing(p *Pass) {
	for e := range p.Entities() {
		at := documented(e)
		if !at.Exists() || len(e.Sources) > 0 || e.Broken("sources") {
			continue
		}
		p.ReportSpan(e, lackingAt(e, "sources"), name(e)+" calls its evidence documented, but names no source").
			Related(at, "documented, as this says").
			Help("name the publication under sources, or call the evidence inferred or reconstructed")
	}
}

// documented returns the first word that claims documented evidence.
func documented(e *framework.Entity) source.Node {
	const word = "documented"
	if e.Evidence.All == word {
		return e.At("evidence")
	}
	for _, field := range slices.Sorted(maps.Keys(e.Evidence.Fields)) {
		if e.Evidence.Fields[field] == word {
			return e.At("evidence", field)
		}
	}
	return source.Node{}
}
