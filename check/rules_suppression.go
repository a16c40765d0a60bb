package check

import "github.com/cadre-framework/cadre/finding"

var registry finding.Registry

// What can be wrong with a suppression. The engine judges these itself, because
// it alone knows what all other rules found.
var (
	suppressionUnknown = registry.Add(finding.Rule{
		ID: "suppression/unknown-rule", Title: "Suppressions name rules that exist", Severity: finding.Error, Since: "0.1.0",
		Doc: `A suppression names a rule that Cadre does not have, or one that cannot be suppressed, so it excuses nothing. Most often the name is misspelt.

Copy the name from the square brackets at the end of the finding. Name each rule whole: a category would excuse more than anybody looked at. What breaks the syntax of a file cannot be suppressed, because nobody can say what else is hidden behind it; nor can findings about suppressions.`,
	})
	suppressionReason = registry.Add(finding.Rule{
		ID: "suppression/without-reason", Title: "Suppressions say why", Severity: finding.Error, Since: "0.1.0",
		Doc: `A suppression does not say why, so it excuses nothing. Whoever comes later could not tell a decision from a shortcut, and would never dare to remove it.

Write the reason behind two hyphens: # cadre: ignore reference/unknown -- agreed to add in 1.2. In JSON the reason is the text beside the rule in x-cadre-ignore.`,
	})
	suppressionExpired = registry.Add(finding.Rule{
		ID: "suppression/expired", Title: "Suppressions end when they said they would", Severity: finding.Error, Since: "0.1.0",
		Doc: `A suppression was meant to last until a version of the framework, and the framework has reached it. The suppression has ended and what it excused is told again. A word in the place of the version is told here, too, because such a suppression would never end.

Mend what was excused and remove the suppression, or agree on a later version. There are no dates: the same files always give the same result.`,
	})
	suppressionUnused = registry.Add(finding.Rule{
		ID: "suppression/unused", Title: "Suppressions excuse something", Severity: finding.Warning, Since: "0.1.0",
		Doc: `A suppression excuses nothing: the defect was mended, or the comment stands too far away from it. Left behind, it would hide the next defect of that kind.

Remove it, or move it to the line of the finding or directly above. Only rules that ran are judged: nothing is said where a rule is switched off, where the entry is a draft or retired, or while files of the framework are broken.`,
	})
)
