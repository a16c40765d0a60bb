package schema

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Violation is one way in which a value departs from its schema, as facts.
type Violation struct {
	Rule     string // the rule's name without its category, such as "required" or "unknown-property"
	Keyword  string // the keyword of JSON Schema that is not met, such as "minLength"
	Pointer  string // the judged value (RFC 6901); for required and unknown-property the group; for dependency the field that asks for another
	Property string // the missing or unknown field

	Types   []string    // type: the JSON types that may stand there
	Allowed []string    // enum, const, schema-version: the values to choose from; unknown-property: the fields that may stand there and do not yet
	Limit   string      // the number of a bound, the expression of a pattern, the name of a format
	Got     string      // type: the JSON type found; length: code points; items: entries; one-of: JSON type; else the value as text
	First   string      // unique-items: the pointer of the entry that is repeated
	Form    string      // what the subschema that is not met says of itself: of a pattern, in words, what it allows
	Closest []Violation // one-of: what keeps the value from the form that it resembles most

	About Prop // the judged value, for required the missing field
}

// Check judges a value by the schema of a name and returns every violation, in an
// order that depends on the value alone. The value consists of nil, bool, string,
// json.Number, []any and map[string]any. An error says that the value was not
// judged: the name is unknown or the value is not JSON within the limits for
// numbers.
func Check(name string, value any) ([]Violation, error) {
	found, _, err := CheckMost(name, value, math.MaxInt)
	return found, err
}

// CheckMost is [Check] for values of any size: of each rule it returns at most so
// many violations, and by rule how many more there are. Those of long lists that
// come first are kept.
func CheckMost(name string, value any, most int) (found []Violation, more map[string]int, err error) {
	s, err := compiled(name)
	if err != nil {
		return nil, nil, err
	}
	if err := guard(value); err != nil {
		return nil, nil, err
	}
	kept := map[string]int{}
	more = map[string]int{}
	for p := range loaded(name).parts(value) {
		each, err := judge(s, name, p.value)
		if err != nil {
			return nil, nil, err
		}
		for _, v := range each {
			v, here := p.moved(v)
			switch {
			case !here:
			case kept[v.Rule] < most:
				kept[v.Rule]++
				found = append(found, v)
			default:
				more[v.Rule]++
			}
		}
	}
	slices.SortStableFunc(found, compare)
	return found, more, nil
}

// judge returns the violations of a value, sorted.
func judge(s *jsonschema.Schema, name string, value any) ([]Violation, error) {
	failure, err := run(s, value)
	if err != nil || failure == nil {
		return nil, err
	}
	w := walker{kind: name, value: value, load: loaded}
	w.walk(failure)
	if w.err != nil {
		return nil, fmt.Errorf("judging a value by schema %q: %w", name, w.err)
	}
	return settle(w.found), nil
}

// settle sorts violations and drops what says nothing new: the same once more,
// and beside a better explanation of one text the weaker one. An empty text is
// empty before it is no date, and no web address before it has the wrong
// beginning.
func settle(found []Violation) []Violation {
	slices.SortStableFunc(found, compare)
	found = slices.CompactFunc(found, func(a, b Violation) bool {
		return compare(a, b) == 0
	})
	var out []Violation
	for start := 0; start < len(found); {
		end := start
		empty, format := false, false
		for ; end < len(found) && found[end].Pointer == found[start].Pointer; end++ {
			empty = empty || found[end].Keyword == "minLength"
			format = format || found[end].Rule == "format"
		}
		for _, v := range found[start:end] {
			if !(v.Rule == "format" && empty) && !(v.Rule == "pattern" && (empty || format)) {
				out = append(out, v)
			}
		}
		start = end
	}
	return out
}

func compare(a, b Violation) int {
	return cmp.Or(
		cmp.Compare(a.Pointer, b.Pointer),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Property, b.Property),
		cmp.Compare(a.Keyword, b.Keyword),
	)
}
