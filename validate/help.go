package validate

import (
	"regexp"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// help says what to do next.
func (s sentence) help() string {
	v := s.v
	switch v.Rule {
	case "required":
		return s.explain("Add it", v.Property)
	case "unknown-property":
		return s.fieldList.help(s, v)
	case "schema-version":
		return "write " + s.written("schemaVersion", either(v.Allowed), false) + ", or use the version of Cadre that the framework was made with"
	case "type":
		return s.typeHelp()
	case "dependency":
		return s.explain("Add it", v.Property)
	case "pattern":
		return v.Form + s.example("", s.key())
	case "unique-items":
		return "remove one of the two, or write what was meant"
	case "items":
		if v.Keyword == "maxItems" {
			return "remove an entry"
		}
		return "add an entry, or remove the field"
	case "one-of":
		return s.closest()
	case "length":
		if v.Got == "0" {
			return "write something, or remove it"
		}
	}
	return s.explain("", s.key())
}

// typeHelp names the usual slip behind a value of the wrong sort.
func (s sentence) typeHelp() string {
	wants := func(t string) bool { return slices.Contains(s.v.Types, t) }
	raw := s.node.Text()
	switch kind := s.node.Kind(); {
	case s.node == s.doc.Root() && s.many:
		return "begin every entry with a hyphen and a space, or give each a file of its own"
	case kind == source.Null && raw == "":
		return "write something, or remove it"
	case raw != "" && kind != source.String && wants("string") && fits(raw, s.v.About):
		return "put quotes around it: " + s.written(s.key(), `"`+raw+`"`, false)
	case wants("integer") && kind == source.String && isDigits(raw):
		return s.bareHelp(raw)
	case wants("array") && kind != source.Object && source.IsJSON(s.doc.File.Path):
		return "put it in square brackets"
	case wants("array") && kind != source.Object:
		return "write every entry on a line of its own that begins with a hyphen and a space"
	}
	return s.explain("", s.key())
}

// bareHelp is for a number that its quotes, or zeros before it, make a text.
func (s sentence) bareHelp(raw string) string {
	advice := "remove the quotes: "
	if s.node.Style() == source.Plain {
		advice = "write the number alone: "
	}
	return advice + s.written(s.key(), bareNumber(raw), false)
}

// fits reports whether a value that stands without quotes would do with them.
func fits(raw string, about schema.Prop) bool {
	if about.Format != "" || len(about.Allowed) > 0 {
		return false
	}
	matched, err := regexp.MatchString(about.Pattern, raw)
	return err == nil && matched
}

// key returns the name of the judged field, or "" for an entry of a list.
func (s sentence) key() string {
	if s.node.KeySpan().IsZero() {
		return ""
	}
	return s.node.Key()
}

// explain gives the schema's own words for a field, and its example.
func (s sentence) explain(lead, key string) string {
	return s.v.About.Description + s.example(lead, key)
}

// example shows how the field may be written; lead says what to do with it.
func (s sentence) example(lead, key string) string {
	about := s.v.About
	if len(about.Examples) == 0 {
		return ""
	}
	begin := " For example: "
	if lead != "" {
		begin = " " + lead + ", for example: "
	}
	return begin + s.written(key, about.Examples[0], isText(about))
}

// isText reports whether the first example of a field is a text.
func isText(about schema.Prop) bool {
	return len(about.Types) > 0 && about.Types[0] == "string"
}

// written shows a field and its value as they stand in a file of this format.
func (s sentence) written(key, value string, text bool) string {
	key = shorten(key)
	if source.IsJSON(s.doc.File.Path) {
		if text {
			value = `"` + value + `"`
		}
		if key != "" {
			key = `"` + key + `"`
		}
	}
	if key == "" {
		return value
	}
	return key + ": " + value
}

// closest explains a value by the form that it resembles most.
func (s sentence) closest() string {
	if len(s.v.Closest) == 0 {
		return s.explain("", s.key())
	}
	first := s.v.Closest[0]
	if first.Rule == "one-of" {
		return s.explain("", s.key())
	}
	node := s.doc.Lookup(s.node.Pointer() + strings.TrimPrefix(first.Pointer, s.v.Pointer))
	inner := sentence{judge: s.judge, node: node, v: first}
	return "compared with the form that it resembles most: " + inner.message()
}

// helpCache keeps the list of known fields while the same list is asked for.
type helpCache struct {
	of   *string
	text string
}

func (c *helpCache) help(s sentence, v schema.Violation) string {
	if len(v.Allowed) == 0 {
		return s.explain("", s.key())
	}
	if c.of != &v.Allowed[0] {
		c.of = &v.Allowed[0]
		c.text = "fields that can be added here: " + strings.Join(v.Allowed, ", ") + "; a field of your own begins with x-"
	}
	return c.text
}
