package finding

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
)

// Registry holds the rules of one package. Rules are added while the package's
// variables are set up, never later.
type Registry struct {
	rules []*Rule
}

// Add registers a rule and returns the identity that its findings point to.
func (r *Registry) Add(rule Rule) *Rule {
	r.rules = append(r.rules, &rule)
	return &rule
}

// All returns the rules by id.
func (r *Registry) All() []*Rule {
	return slices.SortedFunc(slices.Values(r.rules), func(a, b *Rule) int { return cmp.Compare(a.ID, b.ID) })
}

var ruleID = regexp.MustCompile(`^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$`)

// Validate returns what is wrong with the declarations of all rules together:
// ids that break the grammar or stand twice, and rules without title,
// documentation, severity or first version.
func Validate(rules []*Rule) []error {
	var errs []error
	seen := map[string]bool{}
	for _, rule := range rules {
		for _, id := range append([]string{rule.ID}, rule.Aliases...) {
			if !ruleID.MatchString(id) {
				errs = append(errs, fmt.Errorf("rule %q: the id is not category/kebab-name", id))
			}
			if seen[id] {
				errs = append(errs, fmt.Errorf("rule %q: the id stands twice", id))
			}
			seen[id] = true
		}
		if rule.Title == "" || rule.Doc == "" || rule.Severity == Off || rule.Since == "" {
			errs = append(errs, fmt.Errorf("rule %q: title, doc, severity and since are required", rule.ID))
		}
	}
	return errs
}
