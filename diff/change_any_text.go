package diff

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	retitled = change(Kind{
		ID: "retitled", Title: "A title changed", Impact: Minor,
		Consequence: NewOrEasier, AsText: true, name: true, Audience: []string{RoleHolders, Applicants, Managers, Authors}, Since: "0.1.0",
		Doc: `What people call something is worded in another way. A correction of spelling, case or punctuation is a patch; another name is minor. Keep the former name as an alias, so that people find it.`,
	})
	reworded = change(Kind{
		ID: "reworded", Title: "A text was reworded", Impact: Minor,
		Consequence: NewOrEasier, AsText: true, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: textDoc,
	})
	aliasAdded = change(Kind{
		ID: "alias-added", Title: "Another name was added", Impact: Patch,
		Consequence: Detail, Audience: []string{Authors, Applicants}, local: true, Since: "0.1.0",
		Doc: `People may find the entity by one more name. That asks nothing of anybody.`,
	})
	aliasRemoved = change(Kind{
		ID: "alias-removed", Title: "Another name was taken away", Impact: Minor,
		Consequence: TakesAway, Audience: []string{Authors, Applicants}, local: true, Since: "0.1.0",
		Doc: `A name under which people searched leads nowhere now.`,
	})
)

// textDoc is what all kinds that are judged as text have in common.
const textDoc = `The impact follows from the words that changed. Only punctuation, case, white space, a spelling variant or a known misspelling: patch. An obligation or a negation came in (must, shall, required, mandatory, has to; not, never, without), or took the place of a weaker word: major, because more is asked of people. The reverse, and every other change of words: minor. Words that free people, such as not required or need not, count as neither.

The change carries the words that went and the words that came.`

var (
	_ = field("", "title", func(p *pair) { p.text(retitled, "title", "title") })
	_ = field("", "summary", func(p *pair) { p.text(reworded, "summary", "summary") })
	_ = field("", "aliases", func(p *pair) {
		p.each("aliases", "", aliasAdded, aliasRemoved, "also called %s", "no longer also called %s")
	})
)

// text compares a field that holds prose.
func (p *pair) text(k *Kind, name, what string) {
	old, new := p.at(name)
	p.prose(k, name, what, old, new)
}

// descriptors is the shape of what levels and competencies describe themselves by.
var (
	descriptorAdded = change(Kind{
		ID: "descriptor-added", Title: "A descriptor was added", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aLevel, aCompetency}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `A level says more about one of its facets, or a competency describes one more proficiency.`,
	})
	descriptorRemoved = change(Kind{
		ID: "descriptor-removed", Title: "A descriptor was taken away", Impact: Major,
		Consequence: TakesAway, Subjects: []framework.Kind{aLevel, aCompetency}, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: `People, and those who appraise them, relied on what this text said.`,
	})
	descriptorReworded = change(Kind{
		ID: "descriptor-reworded", Title: "A descriptor was reworded", Impact: Minor,
		Consequence: NewOrEasier, Subjects: []framework.Kind{aLevel, aCompetency}, AsText: true, Audience: []string{RoleHolders, Applicants, Managers}, Since: "0.1.0",
		Doc: textDoc + `

A descriptor reaches every role at its level, or every role that requires the competency at its proficiency.`,
	})
)

// described compares the descriptors of a level or a competency. The function tells
// what people call a key.
func (p *pair) described(called func(key string) string) {
	name := func(path string) string {
		return "the descriptor of " + called(strings.TrimPrefix(path, "descriptors."))
	}
	p.group("descriptors",
		func(path string, n source.Node) {
			p.add(descriptorAdded, path, source.Node{}, n, "%s added", name(path))
		},
		func(path string, n source.Node) {
			p.add(descriptorRemoved, path, n, source.Node{}, "%s removed", name(path))
		},
		func(path string, old, new source.Node) { p.prose(descriptorReworded, path, name(path), old, new) })
}
