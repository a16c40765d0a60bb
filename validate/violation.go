package validate

import (
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// violation reports a violation at a node, unless the node lies inside a fault.
// Pointers of the violation are relative to prefix.
func (j *judge) violation(n source.Node, v schema.Violation, prefix string) {
	j.broken[n] = true
	span := placeOf(n, v)
	if j.faults.Holds(span) || j.faults.Holds(n.Span()) {
		return
	}
	r := mustRule("schema/" + v.Rule)
	s := sentence{judge: j, node: n, v: v}
	f := finding.Finding{
		Rule: r, Severity: r.Severity, Span: span, Subject: j.subjectOf(n.Span()),
		Params: params(j.pathOf(n, v.Property), v), Message: s.message(), Help: s.help(),
	}
	if guess, ok := j.nearest(v); ok {
		f.Suggestions = []string{guess}
		f.Help = "did you mean " + quoted(guess) + "?"
	}
	if v.First != "" {
		f.Related = []finding.Related{{Span: j.doc.Lookup(prefix + v.First).Span(), Message: "first written here"}}
	}
	j.found = append(j.found, f)
}

// params returns the path, and for texts that are wrong by themselves the text.
func params(path string, v schema.Violation) []string {
	switch v.Rule {
	case "enum", "const", "pattern", "format", "unique-items":
		return []string{path, shorten(v.Got)}
	}
	return []string{path}
}

// nearest returns what was likely meant by a misspelt name or word. A field that a
// group beside it has is meant there, whatever is called alike.
func (j *judge) nearest(v schema.Violation) (string, bool) {
	switch v.Rule {
	case "unknown-property":
		if deeper, ok := j.deeper(v); ok {
			return deeper, true
		}
		return text.Nearest(v.Property, v.Allowed)
	case "enum":
		return text.Nearest(v.Got, v.Allowed)
	}
	return "", false
}

// deeper returns the field of that name one group deeper, when only one group has
// one.
func (j *judge) deeper(v schema.Violation) (string, bool) {
	if len(v.Allowed) == 0 {
		return "", false
	}
	if j.inner.of != &v.Allowed[0] {
		j.inner = innerFields{&v.Allowed[0], innerOf(j.kind, v.Pointer)}
	}
	found := j.inner.names[v.Property]
	return strings.Join(found, ""), len(found) == 1
}

// innerFields keeps the fields of the groups in a group, by their names alone,
// while the same list of known fields is asked for.
type innerFields struct {
	of    *string
	names map[string][]string
}

func innerOf(kind, pointer string) map[string][]string {
	names := map[string][]string{}
	holder, _ := schema.Property(kind, pointer)
	for _, key := range holder.Keys {
		group, _ := schema.Property(kind, pointer+"/"+key)
		if !slices.Contains(group.Types, "object") {
			continue
		}
		for _, name := range group.Keys {
			names[name] = append(names[name], key+"."+name)
		}
	}
	return names
}
