package diff

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Kind is the identity and the documentation of one sort of change.
type Kind struct {
	ID       string           // kebab-case; never renamed, never reused
	Title    string           // what happened, as a short statement
	Doc      string           // what it means for people and why it has its impact: paragraphs of Markdown
	Subjects []framework.Kind // the kinds of entities that it happens to; nil for every kind
	Impact   Impact           // unless the change itself or the options say otherwise
	Or       string           // which other impact it has by itself, and when, in a few words; "" for none
	AsText   bool             // its impact follows from the words that changed
	Audience []string         // whom it concerns, of [Audiences]
	Since    string           // the version of Cadre that brought it

	local bool // whether it never reaches another entity
	name  bool // whether the text is what people call something
}

// The audiences.
const (
	RoleHolders = "role holders" // people who have a role
	Applicants  = "applicants"   // people who want one, or plan a career
	Managers    = "managers"     // people who plan a workforce, recruit and appraise
	Authors     = "authors"      // people who maintain the framework
	Integrators = "integrators"  // people whose programs read it
)

// Audiences returns all audiences, in the order in which notes address them.
func Audiences() []string {
	return []string{RoleHolders, Applicants, Managers, Authors, Integrators}
}

// ImpactText returns the impact as the pages of the kinds tell it.
func (k *Kind) ImpactText() string {
	if k.AsText {
		return "by what the words say"
	}
	if k.Or != "" {
		return k.Impact.String() + ", or " + k.Or
	}
	return k.Impact.String()
}

var kinds []*Kind

// change declares a kind of change; it is called while variables are set up, in
// the kind's own file.
func change(k Kind) *Kind {
	kinds = append(kinds, &k)
	return &k
}

// Kinds returns all kinds of change by id.
func Kinds() []*Kind {
	return slices.SortedFunc(slices.Values(kinds), func(a, b *Kind) int { return cmp.Compare(a.ID, b.ID) })
}

// FindKind returns the kind with an id, or nil.
func FindKind(id string) *Kind {
	for _, k := range kinds {
		if k.ID == id {
			return k
		}
	}
	return nil
}
