// Package diff compares two versions of a framework: what changed, what each
// change asks of people, and which version bump that requires.
//
// It is for maintainers who are about to publish, for those who decide whether to
// follow, and for programs that hold a release to its version. Most callers need
// one call:
//
//	result := diff.Compare(old, new, diff.Options{})
//	for _, c := range result.Changes {
//		fmt.Println(c.Impact, c.Subject.Title, c.Message)
//	}
//	fmt.Println("required:", result.Bump.Required)
//
// What changed and how bad it is are two steps. Entities are matched by kind and
// id, and by the succession that the new side declares; every field that differs
// becomes a [Change] of some [Kind]. A kind has a default impact, which the
// options may override. Nothing goes unclassified: whatever the model holds is
// claimed by a kind, and a test with an independent judge holds that.
//
// [CheckRelease] holds a framework that is about to be released to its earlier
// releases, by rules of their own.
//
// Both sides must be whole, that is free of errors of syntax and schema: what a
// broken file held would read as removed. Otherwise nothing is compared, and
// Complete of the result is false. Nothing is read or printed here.
//
// A kind lives in a file change_<subject>_<name>.go, or with its family, and is
// registered there; a rule of releases lies in rule_release_<name>.go.
package diff
