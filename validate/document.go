package validate

import (
	"fmt"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// Document returns what is wrong with the form of a file, sorted by place: its
// faults, and where it departs from the schema of its kind.
//
// The kind is a kind of entity, "bundle", or the name of another schema; "" is a
// file of no kind, of which only the faults are told. With many, the root is a
// list of entities of the kind and each is judged by itself.
//
// Of a rule of the schema that a file breaks more than 1,000 times, one finding
// more says how often it is broken beside. An error says that the file was not
// judged, which is never the fault of its author.
func Document(doc *source.Document, faults []source.Fault, kind string, many bool) ([]finding.Finding, error) {
	j := &judge{doc: doc, kind: kind, many: many, faults: source.NewSpanSet(spansOf(faults)), broken: map[source.Node]bool{}}
	j.tally = tally{told: map[string]int{}, left: map[string]int{}}
	j.entities = j.list()
	for _, f := range faults {
		j.found = append(j.found, Fault(j.subjectOf(f.Span), f))
	}
	if kind != "" && doc.Root().Exists() {
		if err := j.judge(); err != nil {
			return nil, fmt.Errorf("validating %s: %w", doc.File.Path, err)
		}
		j.remainder()
	}
	finding.Sort(j.found)
	return j.found, nil
}

// Fault returns the finding for a fault of a text. Document reports the faults of
// a parsed file; this is for a file that was never parsed. It panics when the
// fault's code is not the name of a rule syntax/*.
func Fault(subject finding.Subject, f source.Fault) finding.Finding {
	r := mustRule("syntax/" + f.Code)
	out := finding.Finding{
		Rule: r, Severity: r.Severity, Span: f.Span, Subject: subject, Params: f.Params,
		Message: f.Message, Help: f.Help,
	}
	for _, n := range f.Related {
		out.Related = append(out.Related, finding.Related{Span: n.Span, Message: n.Message})
	}
	if len(f.Edits) > 0 {
		out.Fixes = []finding.Fix{{Title: f.Help, Edits: f.Edits}}
	}
	return out
}

// judge holds one document while it is judged.
type judge struct {
	doc      *source.Document
	kind     string
	many     bool
	faults   source.SpanSet
	entities []entity
	broken   map[source.Node]bool // values that a schema finding names
	found    []finding.Finding
	tally    tally

	fieldList helpCache
	inner     innerFields
}

func (j *judge) judge() error {
	root := j.doc.Root()
	if !j.many {
		return j.schema(root, "")
	}
	if root.Kind() != source.Array {
		j.violation(root, schema.Violation{Rule: "type", Keyword: "type", Types: []string{"array"}, Got: root.Kind().String()}, "")
		return nil
	}
	for i := range root.Len() {
		if err := j.schema(root.Item(i), "/"+strconv.Itoa(i)); err != nil {
			return err
		}
	}
	return nil
}

// schema judges a value by the schema of the kind; prefix is its pointer.
func (j *judge) schema(value source.Node, prefix string) error {
	violations, more, err := schema.CheckMost(j.kind, value.Value(), mostOfRule)
	if err != nil {
		return err
	}
	for _, v := range violations {
		if j.tally.room(v.Rule) {
			j.violation(j.doc.Lookup(prefix+v.Pointer), v, prefix)
		}
	}
	for rule, n := range more {
		j.tally.left[rule] += n
	}
	j.scalars(value, nil)
	return nil
}
