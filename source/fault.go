package source

// Fault is one thing that is wrong with the text itself, before any schema.
type Fault struct {
	Code    string   // what is wrong, such as "invalid-yaml": an id without its category
	Span    Span     // where
	Message string   // one line, without the place
	Help    string   // the next step for the person who wrote the text
	Params  []string // what tells this fault from others of its code, places aside
	Related []Note   // further places
	Edits   []Edit   // a repair that cannot be wrong, when there is one
}

// Note is a place that explains another.
type Note struct {
	Span    Span
	Message string
}

// Limits bounds what a document may hold. Whoever reads the file holds it to
// Bytes; Parse holds the text to all of them.
type Limits struct {
	Bytes  int64 // size of the file
	Nodes  int   // number of values
	Depth  int   // nesting of collections
	Scalar int   // bytes of one decoded scalar
}

// The limits of the files of a framework folder and of bundles; the last is
// also the hard cap.
var (
	FileLimits        = Limits{Bytes: 4 << 20, Nodes: 100_000, Depth: 64, Scalar: 64 << 10}
	BundleLimits      = Limits{Bytes: 64 << 20, Nodes: 4_000_000, Depth: 64, Scalar: 64 << 10}
	LargeBundleLimits = Limits{Bytes: 512 << 20, Nodes: 20_000_000, Depth: 64, Scalar: 64 << 10}
)
