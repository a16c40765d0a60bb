// Package docgen makes the pages of the rules, docs/rules, and of the kinds of
// change, docs/changes, from what these declare of themselves and from the cases
// that show them.
//
//	go test ./internal/docgen -update
//
// writes the pages; the same test without the flag fails while one of them is
// old. A wrong and a right example come from the first case in which the rule
// speaks and the first in which it is silent, so that no example can be untrue.
// The example of a kind of change comes from the first case of that kind, which
// holds both sides in the folders old and new.
package docgen
