package schema

import (
	"encoding/json"
	"fmt"

	"github.com/cadre-framework/cadre/source"
)

// guard returns an error when a value cannot be judged: it holds a Go type that
// is not JSON's, or a number beyond the limits of package source, with which the
// judge, which calculates exactly, would take minutes. Documents hold no such
// number; the guard is for values that come from elsewhere.
func guard(value any) error {
	switch v := value.(type) {
	case nil, bool, string:
		return nil
	case json.Number:
		if !source.IsNumber(string(v)) {
			return fmt.Errorf("judging a value: %.40q is not a JSON number of at most %d characters with an exponent between -%d and %d",
				string(v), source.MaxNumberLength, source.MaxExponent, source.MaxExponent)
		}
		return nil
	case []any:
		for _, item := range v {
			if err := guard(item); err != nil {
				return err
			}
		}
		return nil
	case map[string]any:
		for _, item := range v {
			if err := guard(item); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("judging a value: a %T is not a JSON value; decode with numbers kept as json.Number", value)
}
