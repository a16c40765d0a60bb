package validate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// sentence finds the words for a violation.
type sentence struct {
	*judge
	node source.Node
	v    schema.Violation
}

// message says what is wrong, on one line.
func (s sentence) message() string {
	v, name := s.v, s.name()
	switch v.Rule {
	case "required":
		return "missing field " + quoted(v.Property) + s.within()
	case "unknown-property":
		return "unknown field " + quoted(v.Property) + s.within()
	case "dependency":
		return fmt.Sprintf("%s needs the field %s as well", name, quoted(v.Property))
	case "schema-version":
		if v.Property != "" {
			return "missing field " + quoted(v.Property)
		}
		return fmt.Sprintf("this version of Cadre does not know %s %s", name, shorten(v.Got))
	case "type":
		return s.typeMessage()
	case "enum", "const":
		return fmt.Sprintf("%s must be %s, not %s", name, either(v.Allowed), quoted(v.Got))
	case "pattern":
		return fmt.Sprintf("%s does not have the form that %s needs", quoted(v.Got), name)
	case "format":
		return fmt.Sprintf("%s must be %s, not %s", name, formats[v.Limit], quoted(v.Got))
	case "unique-items":
		return fmt.Sprintf("%s stands more than once in %s", quoted(v.Got), s.list())
	case "one-of":
		return name + " has none of the forms that may stand here"
	}
	return s.boundMessage()
}

// formats are the formats of the schemas in words.
var formats = map[string]string{
	"date":      "a date as year-month-day",
	"date-time": "a date and time",
	"uri":       "a complete web address",
	"regex":     "a regular expression",
}

func (s sentence) boundMessage() string {
	name, limit, got := s.name(), s.v.Limit, s.v.Got
	switch s.v.Keyword {
	case "minLength":
		if got == "0" {
			return name + " must not be empty"
		}
		return fmt.Sprintf("%s has %s characters and needs at least %s", name, got, limit)
	case "maxLength":
		return fmt.Sprintf("%s has %s characters and may have at most %s", name, got, limit)
	case "minItems":
		return fmt.Sprintf("%s needs at least %s", name, entries(limit))
	case "maxItems":
		return fmt.Sprintf("%s may have at most %s", name, entries(limit))
	case "minimum":
		return fmt.Sprintf("%s must be at least %s, not %s", name, limit, got)
	case "maximum":
		return fmt.Sprintf("%s must be at most %s, not %s", name, limit, got)
	case "exclusiveMinimum":
		return fmt.Sprintf("%s must be more than %s, not %s", name, limit, got)
	case "exclusiveMaximum":
		return fmt.Sprintf("%s must be less than %s, not %s", name, limit, got)
	case "multipleOf":
		return fmt.Sprintf("%s must be a multiple of %s, not %s", name, limit, got)
	}
	panic("validate: the keyword " + s.v.Keyword + " has no words")
}

func (s sentence) typeMessage() string {
	var sorts []string
	for _, t := range s.v.Types {
		if t == "object" && strings.Join(s.v.About.Keys, " ") == "from to" {
			t = "range"
		}
		sorts = append(sorts, cmp.Or(s.formatted(t), sortWords[t]))
	}
	wanted := s.name() + " must be " + either(sorts)
	switch got := s.v.Got; {
	case got == "null" && s.node.Text() == "":
		return wanted + ", but nothing is written here"
	case s.node.Kind() == source.Number && !slices.Contains(s.v.Types, "integer"):
		return wanted + ", not a number"
	case got == "null" || got == "boolean":
		return wanted + ", not " + s.node.Text()
	default:
		return wanted + ", not " + sortWords[got]
	}
}

// formatted returns the words for a text that must be a date or an address.
func (s sentence) formatted(jsonType string) string {
	if jsonType != "string" {
		return ""
	}
	return formats[s.v.About.Format]
}

// sortWords are the JSON types, and the group of from and to, in words.
var sortWords = map[string]string{
	"object":  "a group of fields",
	"range":   "a range (from and to)",
	"array":   "a list",
	"string":  "text",
	"integer": "a whole number",
	"number":  "a number with a fraction",
	"boolean": "true or false",
	"null":    "nothing",
}

// name returns what the judged value is called: its field, "an entry of" its list
// or its kind.
func (s sentence) name() string {
	n := s.node
	switch {
	case n == s.doc.Root() && s.many:
		return "a file of several entries"
	case s.isEntity():
		e, _ := s.entityAt(n.Span())
		return "a " + e.kind
	case n.Parent().Kind() == source.Array:
		return "an entry of " + s.list()
	case n.Parent().Exists():
		return shorten(n.Key())
	}
	return "the file"
}

// list returns the name of the list that holds the value.
func (s sentence) list() string {
	if key := s.node.Parent().Key(); key != "" {
		return shorten(key)
	}
	return "the list"
}

func (s sentence) isEntity() bool {
	e, ok := s.entityAt(s.node.Span())
	return ok && e.node == s.node
}

// within says in which part of the entity a field is missing or unknown.
func (s sentence) within() string {
	if s.isEntity() || !s.node.Parent().Exists() {
		return ""
	}
	return " in " + s.name()
}
