package source

import (
	"encoding/json"
	"math"
	"math/big"
	"strconv"
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
// and 8.0 and 80e-1. One beyond the integers of 32 bits, which no machine lacks,
// is the nearest of these.
func wholeNumber(text string) (int, bool) {
	if i, err := strconv.ParseInt(text, 10, 32); err == nil {
		return int(i), true
	}
	exact, ok := new(big.Rat).SetString(text)
	if !ok || !exact.IsInt() {
		return 0, false
	}
	n := exact.Num()
	switch {
	case n.IsInt64() && n.Int64() == int64(int32(n.Int64())):
		return int(n.Int64()), true
	case n.Sign() < 0:
		return math.MinInt32, true
	}
	return math.MaxInt32, true
}
