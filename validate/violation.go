package validate

import (
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
	if guess, ok := nearest(v); ok {
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

// nearest returns what was likely meant by a misspelt name or word.
func nearest(v schema.Violation) (string, bool) {
	switch v.Rule {
	case "unknown-property":
		return text.Nearest(v.Property, v.Allowed)
	case "enum":
		return text.Nearest(v.Got, v.Allowed)
	}
	return "", false
}
