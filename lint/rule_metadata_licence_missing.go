package lint

import "github.com/cadre-framework/cadre/finding"

var _ = rule(licenceMissing, finding.Rule{
	ID: "metadata/licence-missing", Title: "A framework says who may use it", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The framework file names no licence. Without one nobody outside may copy, adapt or build upon the text, however openly it is shown.

Name the licence by its identifier, such as CC-BY-4.0, or say in a sentence what others may do.`,
})

func licenceMissing(p *Pass) {
	p.reportMissing("licence", "nothing says under which licence others may use the framework",
		"add a licence, for example: licence: CC-BY-4.0")
}

// reportMissing reports a field of the framework file that nobody filled.
func (p *Pass) reportMissing(field, message, help string) {
	if p.Node().Exists() && lacks(&p.Entity, field) {
		p.ReportSpan(&p.Entity, lackingAt(&p.Entity, field), message).Help(help)
	}
}
