package lint

import (
	"fmt"
	"iter"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(specialismUnknown, finding.Rule{
	ID: "role/specialism-unknown", Title: "A specialism is one of the constituency's", Severity: finding.Error, Since: "0.1.0",
	Doc: `A role names a specialism that its constituency does not list. Either the id is misspelt, or the role moved to another constituency and kept its specialism.

Correct the id, or add the specialism to the constituency. Where the constituency itself is unknown, that is told instead.`,
})

// specialismUnknown holds the specialisms of roles to those of their
// constituencies.
func specialismUnknown(p *Pass) {
	var near spelling
	for _, r := range p.Roles {
		c := p.Constituency(r.Constituency)
		if r.Specialism == "" || c == nil || specialismsUnsure(p, c) {
			continue
		}
		list := near.of(c.ID, specialisms(c))
		if list.holds(r.Specialism) {
			continue
		}
		report := p.Report(&r.Entity, r.At("specialism"), fmt.Sprintf("the constituency %s has no specialism %q", name(&c.Entity), r.Specialism)).
			Params(r.Specialism)
		if len(c.Specialisms) > 0 {
			report.Related(c.At("specialisms"), "its specialisms")
		}
		near.help(report, list, r.Specialism, "correct the id, or add the specialism to the constituency")
	}
}

// specialismsUnsure reports whether nobody can say which specialisms a
// constituency has.
func specialismsUnsure(p *Pass, c *framework.Constituency) bool {
	return c.Broken("specialisms") || len(c.Specialisms) == 0 && !p.Whole
}

// specialisms yields the ids and titles of a constituency's specialisms.
func specialisms(c *framework.Constituency) iter.Seq2[string, string] {
	return func(yield func(id, title string) bool) {
		for _, s := range c.Specialisms {
			if !yield(s.ID, s.Title) {
				return
			}
		}
	}
}
