package framework

import "github.com/cadre-framework/cadre/source"

// Ref names an entity: its kind and its id.
type Ref struct {
	Kind Kind
	ID   string
}

// Status is where an entity stands in its life.
type Status string

// The statuses. An entity that states none is active; one whose status its
// schema refused has none, and nobody can say how far it is to be judged.
const (
	Draft      Status = "draft"
	Active     Status = "active"
	Deprecated Status = "deprecated"
	Retired    Status = "retired"
)

// Entity is what all kinds have in common.
type Entity struct {
	Ref
	Title       string
	Aliases     []string // other names in use
	Summary     string
	Status      Status
	Since       string // version of the framework that brought it
	Deprecation Deprecation
	Replaces    []string // ids of earlier releases that this one takes over from
	Sources     []Source
	Evidence    Evidence
	Reviewed    string // date, as written
	Notes       string

	node    source.Node
	group   string // the folder that groups it
	ownFile bool   // whether it is alone in its file
	broken  *source.SpanSet
}

// Deprecation says since when an entity should not be used, why, and which ids
// of its kind to use instead.
type Deprecation struct {
	Since, Reason string
	ReplacedBy    []string
}

// Source is where a fact comes from.
type Source struct {
	Title, URL, Note string
}

// Evidence says how well the fields of an entity are founded: documented,
// inferred or reconstructed. All holds for every field that Fields does not
// name.
type Evidence struct {
	All    string
	Fields map[string]string
}

// Range is a span of ranks, both ends included. It is not Stated when the
// entity gives none.
type Range struct {
	From, To int
	Stated   bool
}

// Holds reports whether a rank lies in the range.
func (r Range) Holds(rank int) bool { return r.Stated && r.From <= rank && rank <= r.To }

// Compare returns 1 when a move from r to the range next rises (both its ends
// are at least those of r, and one is above), -1 when it falls, and 0 when it
// does neither or a range is not stated.
func (r Range) Compare(next Range) int {
	switch {
	case !r.Stated || !next.Stated || r == next:
		return 0
	case next.From >= r.From && next.To >= r.To:
		return 1
	case next.From <= r.From && next.To <= r.To:
		return -1
	}
	return 0
}

// Rank is one rank of a scale. It is not Stated when the entity gives none.
type Rank struct {
	Value  int
	Stated bool
}

// File returns the file that holds the entity.
func (e *Entity) File() *source.File {
	if doc := e.node.Document(); doc != nil {
		return doc.File
	}
	return nil
}

// Node returns the entity as it was written.
func (e *Entity) Node() source.Node { return e.node }

// Group returns the folder that groups the entity, such as the constituency's
// for a role, or "" when it lies in none.
func (e *Entity) Group() string { return e.group }

// OwnFile reports whether the entity is alone in its file, which is then named
// after it.
func (e *Entity) OwnFile() bool { return e.ownFile }

// At returns the node of a field, given the keys and list positions that lead
// to it. Where the path ends early it is the nearest holder, so that there is
// always a place to point at.
func (e *Entity) At(path ...string) source.Node {
	n := e.node
	for _, token := range path {
		next := n.Step(token)
		if !next.Exists() {
			break
		}
		n = next
	}
	return n
}

// Broken reports whether a top field holds something that its schema refused;
// the model then says nothing about it, or only a part. A field that is not there
// is broken, too, while another one has a name that is not known: it may be the
// one, misspelt.
func (e *Entity) Broken(field string) bool {
	if e.broken == nil {
		return false
	}
	if n := e.node.Get(field); n.Exists() {
		return e.broken.Touches(n.Span()) || e.broken.Touches(n.KeySpan())
	}
	for child := range e.node.Children() {
		if key := child.KeySpan(); !key.IsZero() && e.broken.Touches(key) {
			return true
		}
	}
	return false
}

// IsActive reports whether the entity is in force without reservation. Counts
// and look-ups speak of active entities.
func (e *Entity) IsActive() bool { return e.Status == Active }
