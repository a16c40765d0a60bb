package diff

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Kind is the identity and the documentation of one sort of change.
type Kind struct {
	ID          string           // kebab-case; never renamed, never reused
	Title       string           // what happened, as a short statement
	Doc         string           // what it means for people and why it has its impact: paragraphs of Markdown
	Subjects    []framework.Kind // the kinds of entities that it happens to; nil for every kind
	Impact      Impact           // unless the change itself or the options say otherwise
	Or          string           // which other impact it has by itself, and when, in a few words; "" for none
	Consequence Consequence      // unless it is a patch
	AsText      bool             // its impact follows from the words that changed
	Audience    []string         // whom it concerns, of [Audiences]
	Since       string           // the version of Cadre that brought it

	local bool // whether it never reaches another entity
	name  bool // whether the text is what people call something
}

// Consequence is what a change means for people, by which notes group changes.
type Consequence string

// The consequences, the gravest first.
const (
	AsksMore    Consequence = "asks more"                 // of people, who have to reach or do more
	TakesAway   Consequence = "takes away"                // what people had, planned by or looked for
	Changes     Consequence = "changes what is relied on" // such as an id or a scale: who relies on it has to look again
	NewOrEasier Consequence = "new or easier"             // something to choose, less to do, or other words
	Detail      Consequence = "detail"                    // of interest to those who maintain the framework
)

// Consequences returns all consequences, the gravest first.
func Consequences() []Consequence {
	return []Consequence{AsksMore, TakesAway, Changes, NewOrEasier, Detail}
}

// Consequence returns what the change means for people. A patch is a detail,
// whatever its kind. A kind that asks more does so in its major changes only; and
// one that does not say so does when a change of it is major all the same, because
// of its words or because the options say so.
func (c *Change) Consequence() Consequence {
	own := c.Kind.Consequence
	switch {
	case c.Impact <= Patch:
		return Detail
	case own == TakesAway || own == Changes:
		return own
	case c.Impact == Major:
		return AsksMore
	}
	return NewOrEasier
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
