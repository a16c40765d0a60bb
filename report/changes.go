package report

// Changes is the document of a comparison of two versions of a framework.
type Changes struct {
	Head
	Old            Edition        `json:"old"`
	New            Edition        `json:"new"`
	Summary        ChangesSummary `json:"summary"`
	Changes        []Change       `json:"changes"` // in the order of a bundle's lists, then by entity
	Notes          []ChangeNote   `json:"notes"`
	Bump           Bump           `json:"bump"`
	Constituencies []Named        `json:"constituencies"` // those that subjects name, by id
	Kinds          []ChangeKind   `json:"kinds"`          // those of the changes, by id
}

// Edition is one of the two versions: what was read, as people call it, and the
// framework that was there.
type Edition struct {
	Operand string `json:"operand"`
	ID      string `json:"id"`
	Title   string `json:"title"`
	Version string `json:"version"`
}

// ChangesSummary is a comparison in numbers. The change of the version itself,
// which asks nothing, is in none of them.
type ChangesSummary struct {
	Impacts
	Hidden    int             `json:"hidden"`    // left out of the list by Options
	Elsewhere int             `json:"elsewhere"` // not asked for, and in none of the other numbers; for callers to set
	Entities  int             `json:"entities"`  // that something changed in
	Subjects  []SubjectCount  `json:"subjects"`  // by kind of entity, in the order of the changes
	Audiences []AudienceCount `json:"audiences"` // in the order of diff.Audiences
}

// Impacts counts changes, whether they are shown or hidden. Those that are
// accepted are not among the four impacts.
type Impacts struct {
	Major    int `json:"major"`
	Minor    int `json:"minor"`
	Patch    int `json:"patch"`
	None     int `json:"none"`
	Accepted int `json:"accepted"`
}

// SubjectCount is what changed in the entities of one kind.
type SubjectCount struct {
	Kind     string `json:"kind"`
	Entities int    `json:"entities"` // that something changed in, with the next two
	Added    int    `json:"added"`
	Removed  int    `json:"removed"`
	Impacts
}

// AudienceCount is how many changes concern an audience, accepted ones too.
type AudienceCount struct {
	Audience string `json:"audience"`
	Changes  int    `json:"changes"`
}

// Change is one difference. Old and New are nil on a side that has no part in it.
// Parent is the nearest place on the new side that is still there, when New has
// none; what was removed can be shown there. Affects may be shorter than Reach
// says, because a document lists a bounded number of entities.
type Change struct {
	Kind     string      `json:"kind"`
	Impact   string      `json:"impact"`
	Audience []string    `json:"audience"`
	Subject  Subject     `json:"subject"`
	Field    string      `json:"field"`
	Message  string      `json:"message"`
	Old      *ChangeSide `json:"old,omitempty"`
	New      *ChangeSide `json:"new,omitempty"`
	Parent   *Location   `json:"parent,omitempty"`
	Words    []Word      `json:"words"`
	Affects  []Subject   `json:"affects"`
	Reach    int         `json:"reach"` // how many entities it affects
	Accepted *Agreement  `json:"accepted,omitempty"`
}

// ChangeSide is a value on one side, and where it stands.
type ChangeSide struct {
	Value    string    `json:"value"`
	Location *Location `json:"location,omitempty"`
}

// Word is a stretch of words that was kept, deleted or added. All that is kept or
// deleted makes the old text, all that is kept or added the new one.
type Word struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// Agreement is why a change is accepted.
type Agreement struct {
	Reason string `json:"reason"`
	By     string `json:"by"`    // who agreed, or ""
	Until  string `json:"until"` // the version of the framework at which it ends, or ""
}

// ChangeNote is what a comparison noticed that is no change. Help is the next
// step, such as a line to add.
type ChangeNote struct {
	Subject  Subject   `json:"subject"`
	Message  string    `json:"message"`
	Help     string    `json:"help"`
	Location *Location `json:"location,omitempty"`
}

// Bump compares the step between the two versions with what the changes require.
type Bump struct {
	Declared string `json:"declared"` // none, patch, minor, major, or backward
	Required string `json:"required"` // none, patch, minor or major
	OK       bool   `json:"ok"`
	Next     string `json:"next"` // the lowest version that is enough; empty when the declared one is
}

// ChangeKind is the documentation of a kind of change. Impact is the kind's own,
// which under AsText holds only where the words that changed do not say otherwise.
// Doc is paragraphs of Markdown.
type ChangeKind struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Impact   string   `json:"impact"`
	AsText   bool     `json:"asText,omitempty"` // the impact follows from the words that changed
	Audience []string `json:"audience"`
	Doc      string   `json:"doc"`
}
