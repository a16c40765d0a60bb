package format

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// Bundle returns a whole framework as the text of one JSON file: kinds in the
// order of the bundle's schema, entities by id, fields in the order of their
// schemas and names that no schema lists in the order of their letters. Equal
// content gives equal bytes, however it was spread over files and written there.
// Comments are left out.
//
// The framework must be free of errors of syntax and schema. The text is read again
// within the default limits, and must hold the same values. What these limits do not
// allow is returned as faults.
func Bundle(f *framework.Framework, path string) (string, []source.Fault, error) {
	entities := slices.Collect(f.Entities())
	slices.SortStableFunc(entities, func(a, b *framework.Entity) int { return cmp.Compare(a.ID, b.ID) })
	w := bundleWriter{order: order{kind: string(framework.Bundle), known: map[string]map[string]int{}}}
	w.WriteByte('{')
	for _, kind := range framework.Kinds() {
		w.kind(kind, slices.DeleteFunc(slices.Clone(entities), func(e *framework.Entity) bool { return e.Kind != kind }))
	}
	w.WriteString("\n}\n")
	doc, faults := source.Parse(&source.File{Path: path, Text: w.String()}, source.BundleLimits)
	if len(faults) > 0 {
		return "", faults, nil
	}
	read := framework.Build([]*source.Document{doc}, nil, framework.BundleLayout(path))
	if err := sameEntities(entities, read); err != nil {
		return "", nil, fmt.Errorf("writing %s: %w; please report this with the framework", path, err)
	}
	return w.String(), nil, nil
}

// bundleWriter writes values of any document in one canonical way.
type bundleWriter struct {
	strings.Builder
	order order
}

// kind writes the list of the entities of a kind, or the framework itself. There
// is no list of nothing.
func (w *bundleWriter) kind(kind framework.Kind, entities []*framework.Entity) {
	if len(entities) == 0 {
		return
	}
	if w.Len() > 1 {
		w.WriteByte(',')
	}
	w.newLine(step)
	key := kind.BundleKey()
	w.text(key)
	w.WriteString(": ")
	if kind == framework.KindFramework {
		w.value(entities[0].Node(), "/"+key, step)
		return
	}
	w.WriteByte('[')
	for i, e := range entities {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newLine(2 * step)
		w.value(e.Node(), "/"+key+"/0", 2*step)
	}
	w.newLine(step)
	w.WriteByte(']')
}

// value writes a value; the pointer is that of its schema.
func (w *bundleWriter) value(n source.Node, pointer string, indent int) {
	switch n.Kind() {
	case source.Object:
		fields := w.fields(n, pointer)
		w.list('{', '}', fields, indent, func(child source.Node) {
			w.text(child.Key())
			w.WriteString(": ")
			w.value(child, below(pointer, child), indent+step)
		})
	case source.Array:
		w.list('[', ']', slices.Collect(n.Children()), indent, func(child source.Node) {
			w.value(child, below(pointer, child), indent+step)
		})
	case source.String:
		w.text(n.Text())
	case source.Null:
		w.WriteString("null")
	default:
		w.WriteString(canonical(n))
	}
}

// fields returns the fields of a group in the order of the schema, then by name.
func (w *bundleWriter) fields(n source.Node, pointer string) []source.Node {
	fields := slices.Collect(n.Children())
	slices.SortStableFunc(fields, func(a, b source.Node) int { return compareNames(a.Key(), b.Key()) })
	sort(&w.order, pointer, fields, source.Node.Key)
	return fields
}

func (w *bundleWriter) list(open, shut byte, items []source.Node, indent int, write func(source.Node)) {
	w.WriteByte(open)
	for i, item := range items {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newLine(indent + step)
		write(item)
	}
	if len(items) > 0 {
		w.newLine(indent)
	}
	w.WriteByte(shut)
}

func (w *bundleWriter) newLine(indent int) {
	w.WriteByte('\n')
	w.WriteString(strings.Repeat(" ", indent))
}

// text writes a text with the escapes that JSON asks for and no others.
func (w *bundleWriter) text(s string) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("format: a text cannot be written as JSON: " + err.Error()) // no string gives an error
	}
	w.WriteString(strings.TrimSuffix(b.String(), "\n"))
}

// canonical returns a number or a truth value in one way: whole numbers in plain
// digits, others as they are written.
func canonical(n source.Node) string {
	if i, ok := n.Int(); ok && math.MinInt32 < i && i < math.MaxInt32 {
		return strconv.Itoa(i)
	}
	return n.Text()
}

// compareNames orders ranks by their value, and before all words.
func compareNames(a, b string) int {
	x, aIsRank := rankOf(a)
	y, bIsRank := rankOf(b)
	switch {
	case aIsRank && bIsRank:
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	case aIsRank:
		return -1
	case bIsRank:
		return 1
	}
	return cmp.Compare(a, b)
}

func rankOf(name string) (int, bool) {
	i, err := strconv.Atoi(name)
	return i, err == nil
}

// sameEntities proves that a framework that was read again has the same entities,
// each with the same values.
func sameEntities(old []*framework.Entity, read *framework.Framework) error {
	next := slices.Collect(read.Entities())
	slices.SortStableFunc(next, func(a, b *framework.Entity) int { return cmp.Compare(a.ID, b.ID) })
	kinds := framework.Kinds()
	byKind := func(a, b *framework.Entity) int {
		return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind))
	}
	old = slices.SortedStableFunc(slices.Values(old), byKind)
	slices.SortStableFunc(next, byKind)
	if len(old) != len(next) {
		return fmt.Errorf("it would hold %d entities instead of %d", len(next), len(old))
	}
	for i, e := range old {
		if e.Ref != next[i].Ref {
			return fmt.Errorf("it would lack the %s %q", e.Kind, e.ID)
		}
		if at, same := sameValue(e.Node(), next[i].Node()); !same {
			return fmt.Errorf("it would not say the same of the %s %q at %s", e.Kind, e.ID, place(at))
		}
	}
	return nil
}

// sameValue compares values, the order of fields and the form of numbers aside, and
// returns the first that differs.
func sameValue(a, b source.Node) (at source.Node, same bool) {
	if a.Kind() != b.Kind() || a.Len() != b.Len() || canonical(a) != canonical(b) {
		return a, false
	}
	for i := range a.Len() {
		x, y := a.Item(i), b.Item(i)
		if a.Kind() == source.Object {
			y = b.Get(x.Key())
		}
		if at, same := sameValue(x, y); !same {
			return at, false
		}
	}
	return a, true
}
