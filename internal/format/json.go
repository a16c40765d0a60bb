package format

import (
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// jsonText writes a JSON value: every field and entry on a line of its own, two
// spaces a step. Texts and numbers stay as they are written.
func jsonText(root source.Node, o *order) string {
	w := jsonWriter{order: o}
	w.value(root, "", 0)
	w.WriteByte('\n')
	return w.String()
}

type jsonWriter struct {
	strings.Builder
	order *order
}

func (w *jsonWriter) value(n source.Node, pointer string, indent int) {
	open, shut := "[", "]"
	switch n.Kind() {
	case source.Object:
		open, shut = "{", "}"
	case source.Array:
	default:
		w.WriteString(n.Span().Text())
		return
	}
	children := make([]source.Node, 0, n.Len())
	for child := range n.Children() {
		children = append(children, child)
	}
	if n.Kind() == source.Object {
		sort(w.order, pointer, children, source.Node.Key)
	}
	w.WriteString(open)
	for i, child := range children {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newLine(indent + step)
		if n.Kind() == source.Object {
			w.WriteString(child.KeySpan().Text() + ": ")
		}
		w.value(child, below(pointer, child), indent+step)
	}
	if len(children) > 0 {
		w.newLine(indent)
	}
	w.WriteString(shut)
}

func (w *jsonWriter) newLine(indent int) {
	w.WriteByte('\n')
	w.WriteString(strings.Repeat(" ", indent))
}
