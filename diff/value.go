package diff

import (
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// valueOf returns a value as one line of text: members of lists and groups are
// joined by commas.
func valueOf(n source.Node) string {
	var parts []string
	switch n.Kind() {
	case source.Array:
		for item := range n.Children() {
			parts = append(parts, valueOf(item))
		}
	case source.Object:
		for child := range n.Children() {
			parts = append(parts, child.Key()+": "+valueOf(child))
		}
	case source.Number:
		if i, ok := n.Int(); ok {
			return strconv.Itoa(i)
		}
		return n.Text()
	default:
		return n.Text()
	}
	return strings.Join(parts, ", ")
}

// isExtension reports whether a key belongs to somebody else's programs.
func isExtension(key string) bool { return strings.HasPrefix(key, "x-") }

// equal reports whether two values mean the same: keys in any order, extensions
// aside, and nothing is the same as an empty text or list.
func equal(a, b source.Node) bool {
	if isEmpty(a) || isEmpty(b) {
		return isEmpty(a) && isEmpty(b)
	}
	switch {
	case a.Kind() != b.Kind():
		return false
	case a.Kind() == source.Array:
		return equalLists(a, b)
	case a.Kind() == source.Object:
		return holds(a, b) && holds(b, a)
	}
	return valueOf(a) == valueOf(b)
}

func isEmpty(n source.Node) bool {
	switch n.Kind() {
	case source.Array:
		return n.Len() == 0
	case source.Object:
		for child := range n.Children() {
			if !isExtension(child.Key()) {
				return false
			}
		}
		return true
	case source.String:
		return n.Text() == ""
	}
	return n.Kind() == source.Absent || n.Kind() == source.Null
}

func equalLists(a, b source.Node) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		if !equal(a.Item(i), b.Item(i)) {
			return false
		}
	}
	return true
}

// holds reports whether every field of one group stands in the other.
func holds(group, fields source.Node) bool {
	for child := range fields.Children() {
		if !isExtension(child.Key()) && !equal(group.Get(child.Key()), child) {
			return false
		}
	}
	return true
}

// rangeOf reads one rank, or a group of from and to.
func rangeOf(n source.Node) framework.Range {
	from, ok := n.Int()
	to := from
	if n.Kind() == source.Object {
		from, ok = n.Get("from").Int()
		if to = from; n.Get("to").Exists() {
			to, _ = n.Get("to").Int()
		}
	}
	return framework.Range{From: from, To: to, Stated: ok}
}
