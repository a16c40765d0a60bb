package validate

import (
	"sync"

	"github.com/cadre-framework/cadre/finding"
)

var registry finding.Registry

// rule registers a rule that came with the first version.
func rule(r finding.Rule) *finding.Rule {
	r.Since = "0.1.0"
	return registry.Add(r)
}

// Rules returns every rule of the package by id.
func Rules() []*finding.Rule { return registry.All() }

var byID = sync.OnceValue(func() map[string]*finding.Rule {
	rules := map[string]*finding.Rule{}
	for _, r := range registry.All() {
		rules[r.ID] = r
	}
	return rules
})

// mustRule returns the rule of an id. Package source names its faults and package
// schema its violations; one without a rule is a defect of this program.
func mustRule(id string) *finding.Rule {
	r := byID()[id]
	if r == nil {
		panic("validate: no rule " + id + " is declared")
	}
	return r
}
