package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// Bounds, in bytes of Markdown, of texts that stand before what may be cut.
const (
	longestTitle    = 350
	longestCompared = 150 // the name of one side
	longestVerdict  = 350

	longestVersion = 30 // in the title, in code points
)

// markdownVerdict is the title, what was compared, and what the version should be.
func (d *Changes) markdownVerdict() string {
	var b strings.Builder
	s := &d.Summary
	fmt.Fprintf(&b, "## %s\n\n", fitting("Cadre: "+joinedBy("; ", d.counts(), d.bumpInShort()), longestTitle))
	fmt.Fprintf(&b, "Compared: %s → %s", fitting(d.Old.Operand, longestCompared), fitting(d.New.Operand, longestCompared))
	if s.total() > 0 {
		fmt.Fprintf(&b, " (%s in %s)", number(s.total(), "change", "changes"), number(s.Entities, "entity", "entities"))
	}
	b.WriteString("\n")
	if d.Complete {
		b.WriteString("\n" + fitting(sentenceCase(d.verdict()), longestVerdict) + "\n")
	} else {
		b.WriteString("\nThe comparison could not be completed, so there may be more: the log of the run says why.\n")
	}
	if s.Hidden > 0 {
		fmt.Fprintf(&b, "\nHidden: %s, counted all the same.\n", number(s.Hidden, "change", "changes"))
	}
	if s.Elsewhere > 0 {
		fmt.Fprintf(&b, "\nElsewhere: %s not asked for; the version is judged by all.\n", number(s.Elsewhere, "change", "changes"))
	}
	return b.String()
}

// sentenceCase lets a sentence of our own begin with a capital letter.
func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// counts is "3 major, 5 minor changes, 2 accepted".
func (d *Changes) counts() string {
	s := &d.Summary
	counts := slices.DeleteFunc([]counted{{s.Major, "major", "major"}, {s.Minor, "minor", "minor"}, {s.Patch, "patch", "patch"}},
		func(c counted) bool { return c.n == 0 })
	found, agreed := join(counts...), join(counted{s.Accepted, "accepted", "accepted"})
	switch {
	case found != "":
		found += " change"
		if counts[len(counts)-1].n != 1 {
			found += "s"
		}
	case s.None > 0:
		found = number(s.None, "change without impact", "changes without impact")
	case s.Accepted > 0:
		agreed = number(s.Accepted, "accepted change", "accepted changes")
	case d.nothing():
		found = "nothing changed"
	default:
		found = "no changes in the part that was asked for"
	}
	found = joinedBy(", ", found, agreed)
	switch {
	case d.Complete:
		return found
	case s.total() == 0:
		return "incomplete, nothing found so far"
	}
	return "incomplete, " + found + " so far"
}

// bumpInShort says whether the version is right, in a few words.
func (d *Changes) bumpInShort() string {
	required, none := d.Bump.Required, diff.None.String()
	version := shorten(d.New.Version, longestVersion)
	switch {
	case !d.Complete || d.nothing() && d.Bump.OK:
		return ""
	case d.Bump.OK && required == none:
		return "no version bump is required"
	case d.samePreRelease():
		return "the version is a pre-release, which promises nothing"
	case d.Bump.OK && d.excuse() != "":
		return "the version bump is enough"
	case d.Bump.OK:
		return fmt.Sprintf("the version bump is enough: %s is %s, required is %s", version, d.Bump.Declared, required)
	case d.Bump.Declared == "backward":
		return "the version goes back"
	case d.Bump.Declared == none:
		return "the version bump is missing: required is " + required
	}
	return fmt.Sprintf("the version bump is not enough: %s is %s, required is %s", version, d.Bump.Declared, required)
}
