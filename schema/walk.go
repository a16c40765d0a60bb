package schema

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// rules maps the keywords that the schemas may use to the rules that their
// violations break. A keyword that is not here may not be used; a test says so.
var rules = map[string]string{
	"required":             "required",
	"additionalProperties": "unknown-property",
	"type":                 "type",
	"enum":                 "enum",
	"const":                "const",
	"pattern":              "pattern",
	"format":               "format",
	"minLength":            "length",
	"maxLength":            "length",
	"minimum":              "range",
	"maximum":              "range",
	"exclusiveMinimum":     "range",
	"exclusiveMaximum":     "range",
	"multipleOf":           "range",
	"minItems":             "items",
	"maxItems":             "items",
	"uniqueItems":          "unique-items",
	"oneOf":                "one-of",
	"anyOf":                "one-of",
	"dependencies":         "dependency",
}

// walker turns the library's tree of failures into violations. It takes from the
// tree the place in the schema and the place in the value, and nothing else: the
// texts and the order of the tree differ from run to run.
type walker struct {
	kind  string
	value any
	load  func(name string) *file
	found []Violation
	err   error
}

func (w *walker) walk(e *jsonschema.ValidationError) {
	if len(e.Causes) > 0 {
		if keyword := last(e.KeywordLocation); keyword == "oneOf" || keyword == "anyOf" {
			w.choose(e)
			return
		}
		for _, cause := range e.Causes {
			w.walk(cause)
		}
		return
	}
	p, err := w.place(e)
	if err != nil {
		w.err = errors.Join(w.err, err)
		return
	}
	w.leaf(p)
}

// place is where a keyword is not met.
type place struct {
	rule, keyword string
	operand       string // the key and the index within dependencies
	node          *node  // the subschema that has the keyword
	pointer       string // of the judged value
	path          []string
	value         any
}

// place finds the keyword, its subschema and the judged value of a failure.
func (w *walker) place(e *jsonschema.ValidationError) (place, error) {
	at, keyword := cutLast(e.AbsoluteKeywordLocation)
	operand := ""
	if outer, name := cutLast(at); last(outer) == "dependencies" && strings.Trim(keyword, "0123456789") == "" {
		at, _ = cutLast(outer)
		operand, keyword = name, "dependencies"
	}
	p := place{keyword: keyword, rule: rules[keyword]}
	var err error
	if p.pointer, err = url.PathUnescape(e.InstanceLocation); err != nil {
		return p, fmt.Errorf("reading the place %s: %w", e.InstanceLocation, err)
	}
	if p.operand, err = url.PathUnescape(unescapeToken.Replace(operand)); err != nil {
		return p, fmt.Errorf("reading the place %s: %w", e.AbsoluteKeywordLocation, err)
	}
	if p.node, err = w.subschema(at); err != nil {
		return p, err
	}
	if p.rule == "" {
		return p, fmt.Errorf("the keyword of %s has no rule", e.AbsoluteKeywordLocation)
	}
	p.path = tokens(p.pointer)
	p.value = follow(w.value, p.path)
	return p, nil
}

// subschema returns the node at an absolute location in one of the files.
func (w *walker) subschema(location string) (*node, error) {
	address, pointer, _ := strings.Cut(location, "#")
	pointer, err := url.PathUnescape(pointer)
	if err == nil {
		f := w.load(strings.TrimSuffix(strings.TrimPrefix(address, base), suffix))
		if f != nil && f.at[pointer] != nil {
			return f.at[pointer], nil
		}
	}
	return nil, fmt.Errorf("no subschema stands at %s", location)
}

// about returns what is known of a place of the value.
func (w *walker) about(path []string) Prop {
	if p := w.load(w.kind).prop(path); p != nil {
		return *p
	}
	return Prop{}
}

func (w *walker) add(p place, v Violation) {
	v.Pointer = p.pointer
	v.Keyword = p.keyword
	v.Form = p.node.about
	if v.Rule == "" {
		v.Rule = p.rule
	}
	w.found = append(w.found, v)
}

// leaf adds the violations of a keyword that fails by itself.
func (w *walker) leaf(p place) {
	switch p.keyword {
	case "required":
		w.required(p)
	case "additionalProperties":
		w.unknown(p)
	case "dependencies":
		w.dependency(p)
	case "uniqueItems":
		w.repeated(p)
	case "type":
		w.add(p, Violation{Types: p.node.types, Got: typeOf(p.value), About: w.about(p.path)})
	case "enum":
		w.add(p, Violation{Allowed: p.node.allowed, Got: plain(p.value), About: w.about(p.path)})
	case "const":
		w.add(p, Violation{Rule: constant(p), Allowed: p.node.allowed, Got: plain(p.value), About: w.about(p.path)})
	case "format":
		w.add(p, Violation{Limit: p.node.format, Got: plain(p.value), About: w.about(p.path)})
	default:
		w.add(p, Violation{Limit: p.node.limits[p.keyword], Got: measure(p.value, p.rule), About: w.about(p.path)})
	}
}

// schemaVersion is the field whose absence and value have a rule of their own:
// who meets it needs another Cadre, not another value.
const schemaVersion = "schemaVersion"

func constant(p place) string {
	if len(p.path) > 0 && p.path[len(p.path)-1] == schemaVersion {
		return "schema-version"
	}
	return p.rule
}

func (w *walker) required(p place) {
	o, _ := p.value.(map[string]any)
	for _, name := range p.node.required {
		if _, there := o[name]; there {
			continue
		}
		v := Violation{Property: name, About: w.about(append(slices.Clip(p.path), name))}
		if name == schemaVersion {
			v.Rule, v.Allowed = "schema-version", v.About.Allowed
		}
		w.add(p, v)
	}
}

func (w *walker) unknown(p place) {
	o, _ := p.value.(map[string]any)
	var free []string
	for _, f := range p.node.fields {
		if _, there := o[f.name]; !there {
			free = append(free, f.name)
		}
	}
	about := w.about(p.path)
	for name := range o {
		if !p.node.knows(name) {
			w.add(p, Violation{Property: name, Allowed: free, About: about})
		}
	}
}

func (w *walker) dependency(p place) {
	o, _ := p.value.(map[string]any)
	p.pointer += "/" + escapeToken.Replace(p.operand)
	for _, name := range p.node.dependencies[p.operand] {
		if _, there := o[name]; !there {
			w.add(p, Violation{Property: name, About: w.about(append(slices.Clip(p.path), name))})
		}
	}
}

// repeated adds a violation for every text of a list that stood there before. The
// schemas compare texts only; see distinctTexts in common.schema.json.
func (w *walker) repeated(p place) {
	list, _ := p.value.([]any)
	seen := map[string]int{}
	about := w.about(p.path)
	parent := p.pointer
	for i, item := range list {
		text := plain(item)
		if first, twice := seen[text]; twice {
			p.pointer = parent + "/" + strconv.Itoa(i)
			w.add(p, Violation{Got: text, First: parent + "/" + strconv.Itoa(first), About: about})
		} else {
			seen[text] = i
		}
	}
}

// last returns the last token of a location.
func last(location string) string {
	_, token := cutLast(location)
	return token
}

func cutLast(location string) (rest, token string) {
	i := strings.LastIndexByte(location, '/')
	if i < 0 {
		return "", location
	}
	return location[:i], location[i+1:]
}
