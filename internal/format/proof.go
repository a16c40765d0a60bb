package format

import (
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// difference says how two documents differ in what they hold, the order of
// fields aside, or is empty when they hold the same.
func difference(old, next *source.Document) string {
	if at, same := equal(old.Root(), next.Root()); !same {
		return "would not say the same at " + place(at)
	}
	if !slices.Equal(comments(old), comments(next)) {
		return "would lose or change a comment"
	}
	return ""
}

func place(n source.Node) string {
	if p := n.Pointer(); p != "" {
		return p
	}
	return "its top"
}

// equal compares values, and returns the first that differs.
func equal(a, b source.Node) (at source.Node, same bool) {
	if a.Kind() != b.Kind() || a.Text() != b.Text() || a.Len() != b.Len() {
		return a, false
	}
	for i := range a.Len() {
		x, y := a.Item(i), b.Item(i)
		if a.Kind() == source.Object {
			y = b.Get(x.Key())
		}
		if at, same := equal(x, y); !same {
			return at, false
		}
	}
	return a, true
}

// comments returns the comments of a document in an order that does not depend
// on their places.
func comments(d *source.Document) []string {
	var all []string
	for _, c := range d.Comments {
		all = append(all, strings.TrimRight(c.Text(), " \t"))
	}
	slices.Sort(all)
	return all
}
