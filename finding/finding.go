package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// Subject is the entity that a finding is about, by its human name. A finding
// without an entity has the kind "file" and the path as id.
type Subject struct {
	Kind, ID, Title, Constituency string
}

// FileSubject is the subject of a finding that no entity owns.
func FileSubject(path string) Subject { return Subject{Kind: "file", ID: path} }

// Finding is one breach of a rule.
type Finding struct {
	Rule        *Rule
	Severity    Severity // as judged: the rule's own, or the configured one
	Span        source.Span
	Subject     Subject
	Params      []string // what tells it from other findings of the rule on the subject; no places, no prose
	Message     string   // one line, without the place
	Help        string   // the next step
	Related     []Related
	Suggestions []string // texts that may be meant instead, likeliest first
	Fixes       []Fix
	Fingerprint string // set by the engine after sorting; stable while lines move and wording changes
	Status      Status
}

// Related is another place that explains the finding.
type Related struct {
	Span    source.Span
	Message string
}

// Fix is a repair that cannot be wrong; its edits belong together.
type Fix struct {
	Title string
	Edits []source.Edit
}

// Judged reports whether the finding counts when a run passes or fails: its
// defect is in the data, and nobody has excused it. What a base had already
// counts as well; a run that judges only what is new leaves it out of the list.
func (f *Finding) Judged() bool {
	switch f.Status {
	case "", Open, Introduced, Unchanged:
		return true
	}
	return false
}

// Status says what became of a finding. See [Finding.Judged].
type Status string

// The statuses. Open is the zero value's meaning: no base was given.
const (
	Open       Status = "open"
	Introduced Status = "introduced"
	Unchanged  Status = "unchanged"
	Fixed      Status = "fixed"
	Suppressed Status = "suppressed"
	Baselined  Status = "baselined"
)

// Result is what a run found.
type Result struct {
	Findings []Finding
	Rules    []*Rule // the rules that ran, by id

	Files     int  // data files read
	Entities  int  // entities found in them
	Elsewhere int  // findings outside the part that was asked for
	Complete  bool // false when the run had to stop early; it then must not read as clean

	Suppressed, Baselined, Hidden int
	Unchanged                     int      // what the base had, too, where only what is new is listed
	Notes                         []string // what kept rules from judging, or nobody but people can decide, a sentence each
}

// Worst returns the highest severity of the findings that are judged, or Off.
func (r *Result) Worst() Severity {
	worst := Off
	for _, f := range r.Findings {
		if f.Judged() {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}

// Sort orders findings by path, place, rule and message.
func Sort(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(path(a), path(b)),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

func path(f Finding) string {
	if f.Span.File == nil {
		return ""
	}
	return f.Span.File.Path
}

// SetFingerprints gives every finding of a sorted list its fingerprint: the
// SHA-256 of rule, subject, params and the ordinal among equals, as 32
// hexadecimal digits. Lines and messages do not enter, so it survives edits
// elsewhere and better wording.
func SetFingerprints(findings []Finding) {
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		fields := append([]string{f.Rule.ID, f.Subject.Kind, f.Subject.ID}, f.Params...)
		for j, field := range fields {
			fields[j] = strconv.Quote(field)
		}
		identity := strings.Join(fields, " ")
		sum := sha256.Sum256([]byte(identity + " " + strconv.Itoa(seen[identity])))
		seen[identity]++
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}
