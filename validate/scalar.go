package validate

import (
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// scalars reports the plain YAML scalars below a value that a reader of YAML 1.1
// would take for something else than the text that the schema wants there. A
// value that breaks the schema is not judged again.
func (j *judge) scalars(n source.Node, path []string) {
	switch n.Kind() {
	case source.String:
		if n.Style() == source.Plain && source.ReadAs(n.Text()) != "" {
			j.scalar(n, path)
		}
	case source.Array:
		for child := range n.Children() {
			j.scalars(child, append(path, "0")) // all entries of a list have one schema
		}
	case source.Object:
		for child := range n.Children() {
			j.scalars(child, append(path, escapeToken.Replace(child.Key())))
		}
	}
}

var escapeToken = strings.NewReplacer("~", "~0", "/", "~1")

func (j *judge) scalar(n source.Node, path []string) {
	if j.broken[n] || j.faults.Holds(n.Span()) {
		return
	}
	pointer := strings.Join(append([]string{""}, path...), "/")
	about, known := schema.Property(j.kind, pointer)
	if !known || !about.Text() {
		return
	}
	text, meaning := n.Text(), source.ReadAs(n.Text())
	s := sentence{judge: j, node: n}
	f := finding.Finding{
		Rule: ambiguousScalar, Severity: ambiguousScalar.Severity, Span: n.Span(), Subject: j.subjectOf(n.Span()),
		Params:  []string{j.pathOf(n, ""), shorten(text)},
		Message: s.name() + " is text here, but some programs read " + shorten(text) + " as " + meaning,
		Help:    "put quotes around it: " + s.written(s.key(), `"`+text+`"`, false),
	}
	if meaning == source.AsNothing || meaning == source.AsSign {
		f.Help = "remove it if nothing is meant; put quotes around it if the characters are"
	} else {
		f.Fixes = []finding.Fix{{
			Title: "put quotes around " + shorten(text),
			Edits: []source.Edit{{Span: n.Span(), New: `"` + text + `"`}},
		}}
	}
	j.found = append(j.found, f)
}
