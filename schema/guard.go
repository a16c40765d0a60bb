package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// The longest number, in bytes, and the largest exponent that are judged. The
// judge calculates exactly, so 1e400000 would cost it minutes.
const (
	maxNumber   = 32
	maxExponent = 308
)

// guard returns an error when a value cannot be judged: it holds a Go type that
// is not JSON's, or a number beyond the limits. Package source lets no such
// number through; the guard is for values that come from elsewhere.
func guard(value any) error {
	switch v := value.(type) {
	case nil, bool, string:
		return nil
	case json.Number:
		return guardNumber(string(v))
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

func guardNumber(text string) error {
	if len(text) > maxNumber || !json.Valid([]byte(text)) {
		return fmt.Errorf("judging a value: %.40q is not a JSON number of at most %d characters", text, maxNumber)
	}
	_, exponent, found := strings.Cut(strings.ToLower(text), "e")
	if !found {
		return nil
	}
	if e, err := strconv.Atoi(exponent); err != nil || e > maxExponent || e < -maxExponent {
		return fmt.Errorf("judging a value: the exponent of %s is not between -%d and %d", text, maxExponent, maxExponent)
	}
	return nil
}
