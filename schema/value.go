package schema

import (
	"encoding/json"
	"math/big"
	"strconv"
	"unicode/utf8"
)

// follow returns the value at a path, or nil.
func follow(value any, path []string) any {
	for _, token := range path {
		switch v := value.(type) {
		case map[string]any:
			value = v[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(v) {
				return nil
			}
			value = v[i]
		default:
			return nil
		}
	}
	return value
}

// typeOf returns the JSON type of a value, "integer" for a whole number.
func typeOf(value any) string {
	switch v := value.(type) {
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case json.Number:
		if n, ok := new(big.Rat).SetString(string(v)); ok && n.IsInt() {
			return "integer"
		}
		return "number"
	}
	return "null"
}

// plain returns a scalar as text; collections have none.
func plain(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	case nil:
		return "null"
	}
	return ""
}

// measure returns what a rule compares with its limit: code points, entries, or
// the value itself.
func measure(value any, rule string) string {
	switch rule {
	case "length":
		return strconv.Itoa(utf8.RuneCountInString(plain(value)))
	case "items":
		list, _ := value.([]any)
		return strconv.Itoa(len(list))
	}
	return plain(value)
}
