package diff

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// Change is one difference between two versions. Affects is shorter than Reach says
// once all changes together list 200,000 entities. Frameworks in which everything
// reaches everything have reaches that are counted only: drafts are then among them.
type Change struct {
	Kind     *Kind
	Impact   Impact
	Audience []string        // of the kind
	Subject  finding.Subject // the entity, by its new name unless it is gone

	// Field is the path of what changed within the entity, list items by their
	// key: "competencies[manage-risk].proficiency". An item of a list of texts
	// goes by its position, counted from 1, on the new side unless it is gone. The
	// field is empty when the entity as a whole came, went or changed its id.
	Field    string
	Old, New Side
	Words    []WordEdit        // how a text changed; nil for other fields
	Message  string            // one line for people, without the name of the entity
	Reach    int               // how many other entities it reaches
	Affects  []finding.Subject // these entities, or the first of them
	Accepted *Accepted         // the agreement that covers it, or nil
}

// Side is the value of a field on one side. It is zero where there is none.
type Side struct {
	Value string // as written; the members of a list are joined by ", "
	Span  source.Span
}

// Operation says what became of a stretch of words.
type Operation string

// The operations.
const (
	Kept    Operation = "kept"
	Deleted Operation = "deleted"
	Added   Operation = "added"
)

// WordEdit is a stretch of words with the white space and the punctuation that
// belong to it. All that is kept or deleted makes the old text, all that is kept
// or added the new one.
type WordEdit struct {
	Operation Operation
	Text      string
}

// Accepted is an agreement that a change is meant to be. It covers the changes of
// one kind on one subject until the framework reaches a version.
type Accepted struct {
	Change  string // id of a kind
	Subject string // an id, or a kind of entity and an id: "role/clinical-coder"
	Reason  string
	By      string      // who agreed, or ""
	Until   string      // version of the framework at which it ends, or ""
	At      source.Span // where it is written
}

// Note is what a comparison noticed that is no change, such as an entity that was
// possibly renamed.
type Note struct {
	Subject finding.Subject
	Span    source.Span
	Message string
	Help    string // the next step, such as a line to add
}

// Sentence returns the message with the next step.
func (n Note) Sentence() string {
	if n.Help == "" {
		return n.Message
	}
	return n.Message + "; " + n.Help
}

// Bump compares the version that a framework declares with what its changes
// require.
type Bump struct {
	Old, New string // the two versions, as written
	Declared string // none, patch, minor, major, or backward when the version went back
	Required Impact
	OK       bool
}

// Options says how changes are judged. The zero value judges by the defaults.
type Options struct {
	Impact   map[string]Impact // by id of a kind, in place of its default
	Accepted []Accepted
}

// Result is what two versions differ in. Changes are in the order of a bundle's
// lists, then by id, then the gravest first.
type Result struct {
	Complete bool // false when a side is not whole: then nothing was compared
	Changes  []Change
	Notes    []Note
	Bump     Bump
}
