package report

// SchemaVersion is the version of the documents that this package writes and
// the only one that it reads.
const SchemaVersion = 1

// Head is what every kind of document begins with.
type Head struct {
	SchemaVersion int  `json:"schemaVersion"`
	Tool          Tool `json:"tool"`
	Complete      bool `json:"complete"` // false when the run had to stop early

	// Root leads from the directory of the run to the folder that paths are
	// relative to: ".", "../..". Directory is the way back, from that folder to
	// the directory of the run, and empty when the latter does not lie below.
	Root      string `json:"root"`
	Directory string `json:"directory,omitempty"`
}

// Tool is the program that made a document.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Findings is the document of a check.
type Findings struct {
	Head
	Operand  string    `json:"operand"` // what was checked, as people call it
	Summary  Summary   `json:"summary"`
	Notes    []string  `json:"notes"` // what kept rules from judging, or nobody but people can decide, a sentence each
	Findings []Finding `json:"findings"`
	Rules    []Rule    `json:"rules"` // by id: those that ran, and those of the findings
}

// Summary is a check in numbers. Error, Warning, Info and Fixable count the
// findings that are judged, whether they are shown or hidden.
type Summary struct {
	Error      int `json:"error"`
	Warning    int `json:"warning"`
	Info       int `json:"info"`
	Fixable    int `json:"fixable"`
	Unchanged  int `json:"unchanged"`
	Fixed      int `json:"fixed"`
	Suppressed int `json:"suppressed"`
	Baselined  int `json:"baselined"`
	Hidden     int `json:"hidden"`    // left out of the list by Options
	Elsewhere  int `json:"elsewhere"` // outside the part that was asked for
	Files      int `json:"files"`
	Entities   int `json:"entities"`
}

// Finding is one breach of a rule. Location is nil when it has no place.
type Finding struct {
	Rule        string    `json:"rule"`
	Severity    string    `json:"severity"`
	Message     string    `json:"message"`
	Help        string    `json:"help"`
	Subject     Subject   `json:"subject"`
	Location    *Location `json:"location,omitempty"`
	Related     []Related `json:"related"`
	Suggestions []string  `json:"suggestions"`
	Fixes       []Fix     `json:"fixes"`
	Fingerprint string    `json:"fingerprint"`
	Status      string    `json:"status"`
}

// Subject is the entity that a finding is about.
type Subject struct {
	Kind         string `json:"kind"`
	ID           string `json:"id"`
	Title        string `json:"title"`
	Constituency string `json:"constituency"`
}

// Related is a further place that explains a finding.
type Related struct {
	Message  string    `json:"message"`
	Location *Location `json:"location,omitempty"`
}

// Fix is a repair that cannot be wrong; its edits belong together.
type Fix struct {
	Title string `json:"title"`
	Edits []Edit `json:"edits"`
}

// Edit replaces the text at Location by New.
type Edit struct {
	Location Location `json:"location"`
	New      string   `json:"new"`
}

// Location is a stretch of a file. Start is the place of its first byte, End
// the one just behind its last. Path has slashes and is relative to the folder
// that Head.Root leads to; when Detached, the file lies in an archive, a
// revision or another source that is no folder, and Path starts with its name.
type Location struct {
	Path     string   `json:"path"`
	Detached bool     `json:"detached,omitempty"`
	Start    Position `json:"start"`
	End      Position `json:"end"`
	Lines    []Line   `json:"lines,omitempty"`
}

// Position is a place in a file. Lines and columns count from 1, Column in code
// points and Byte in bytes of the line as it lies in the file, so that a byte
// order mark has three of these and no column. Offset counts bytes from 0.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Byte   int `json:"byte"`
	Offset int `json:"offset"`
}

// Line is the text of a line, or a part of it when the line is long: From is
// the column of the first code point that is there when that is not the line's
// first, Cut says that the end is missing. A byte that is no UTF-8 stands as
// U+FFFD.
type Line struct {
	Number int    `json:"number"`
	From   int    `json:"from,omitempty"`
	Text   string `json:"text"`
	Cut    bool   `json:"cut,omitempty"`
}

// Rule is the documentation of a rule. Severity is the rule's own, Doc is
// paragraphs of Markdown.
type Rule struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Severity string `json:"severity"`
	Category string `json:"category"`
	Fixable  bool   `json:"fixable"`
	Since    string `json:"since"`
	Doc      string `json:"doc"`
}
