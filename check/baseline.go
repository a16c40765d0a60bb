package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// Baseline is a list of findings that were accepted as they are. The zero value
// and nil hold none.
type Baseline struct {
	entries []Accepted // by rule, subject and fingerprint
	known   map[string]bool
}

// Accepted is one entry of a baseline. Rule and Subject are for people; the
// fingerprint alone decides.
type Accepted struct {
	Fingerprint string
	Rule        string // id
	Subject     string // kind and id of the entity: "role clinical-coder"
}

// NewBaseline returns a baseline of entries, in the order in which they are
// stored; what stands twice is kept once.
func NewBaseline(entries []Accepted) *Baseline {
	b := &Baseline{entries: slices.Clone(entries), known: map[string]bool{}}
	for i := range b.entries {
		b.entries[i].Subject = visible(b.entries[i].Subject)
	}
	slices.SortFunc(b.entries, func(x, y Accepted) int {
		return cmp.Or(cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Subject, y.Subject), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	b.entries = slices.DeleteFunc(b.entries, func(e Accepted) bool {
		again := b.known[e.Fingerprint]
		b.known[e.Fingerprint] = true
		return again
	})
	return b
}

// visible cuts a subject to a bearable length and replaces what no data file may
// hold, because an id or the name of a file may hold anything.
func visible(subject string) string {
	const longest = 200
	var b strings.Builder
	n := 0
	for _, r := range subject {
		if n++; n > longest {
			return b.String() + "…"
		}
		if !unicode.IsPrint(r) {
			r = unicode.ReplacementChar
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Accept returns a baseline of everything that counts in a result, except faults
// of the syntax, behind which nobody knows what else there is, and of suppressions,
// which must keep their reasons.
func Accept(result *finding.Result) *Baseline {
	var entries []Accepted
	for i := range result.Findings {
		if f := &result.Findings[i]; f.Judged() && acceptable(f.Rule) {
			entries = append(entries, Accepted{f.Fingerprint, f.Rule.ID, f.Subject.Kind + " " + f.Subject.ID})
		}
	}
	return NewBaseline(entries)
}

// Has reports whether a finding with a fingerprint was accepted.
func (b *Baseline) Has(fingerprint string) bool { return b != nil && b.known[fingerprint] }

// Entries returns what was accepted, sorted.
func (b *Baseline) Entries() []Accepted {
	if b == nil {
		return nil
	}
	return slices.Clone(b.entries)
}

// Prune returns the baseline without the entries that a run over the whole
// framework did not find any more, and what it removed. An entry stays where
// nobody can say that it is gone: its rule did not run, or files are broken, which
// keeps rules from judging.
func (b *Baseline) Prune(result *finding.Result, f *framework.Framework) (kept *Baseline, removed []Accepted) {
	there, ran := map[string]bool{}, map[string]bool{}
	unread := false
	for _, each := range result.Findings {
		there[each.Fingerprint] = true
		unread = unread || each.Rule.Category() == "syntax" && each.Rule.Severity == finding.Error
	}
	exists := map[string]bool{}
	for _, r := range Rules() {
		exists[r.ID] = true
	}
	for _, r := range result.Rules {
		ran[r.ID] = !unread && (f.Whole || r.Category() == "schema")
	}
	var entries []Accepted
	for _, e := range b.Entries() {
		if there[e.Fingerprint] || exists[e.Rule] && !ran[e.Rule] {
			entries = append(entries, e)
		} else {
			removed = append(removed, e)
		}
	}
	return NewBaseline(entries), removed
}

// acceptable reports whether findings of a rule may stand in a baseline.
func acceptable(r *finding.Rule) bool {
	return r.Category() != "syntax" && r.Category() != "suppression"
}
