package lint

import "github.com/cadre-framework/cadre/finding"

var _ = rule(publisherMissing, finding.Rule{
	ID: "metadata/publisher-missing", Title: "A framework says who publishes it", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The framework file names no publisher, so that nobody can tell who stands behind it and whom to ask.

Name the organisation or the group that publishes the framework.`,
})

func publisherMissing(p *Pass) {
	p.reportMissing("publisher", "nothing says who publishes the framework",
		"add the organisation that stands behind it, for example: publisher: Example Health Trust")
}
