package source

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Value returns the node as encoding/json would decode it with numbers kept as
// text: nil, bool, string, json.Number, []any or map[string]any. Of a key that
// stands twice the first value counts.
func (n Node) Value() any {
	switch n.Kind() {
	case Bool:
		return n.Text() == "true"
	case Number:
		return json.Number(n.Text())
	case String:
		return n.Text()
	case Array:
		list := make([]any, 0, n.Len())
		for child := range n.Children() {
			list = append(list, child.Value())
		}
		return list
	case Object:
		object := make(map[string]any, n.Len())
		for child := range n.Children() {
			if _, twice := object[child.Key()]; !twice {
				object[child.Key()] = child.Value()
			}
		}
		return object
	}
	return nil
}

// wholeNumber reads a number of JSON's grammar that stands for an integer, so 8
// and 8.0 and 80e-1.
func wholeNumber(text string) (int, bool) {
	if i, err := strconv.Atoi(text); err == nil {
		return i, true
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || f != float64(int(f)) || !strings.ContainsAny(text, ".eE") {
		return 0, false
	}
	return int(f), true
}
