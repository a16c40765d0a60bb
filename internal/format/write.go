package format

import (
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// step is how far each level is indented.
const step = 2

// arrange puts the fields of all groups in order. A list entry that is a group
// begins on the line of its dash, so what stands above its first field goes
// above the dash.
func (it *item) arrange(o *order, pointer string) {
	if it.node.Kind() == source.Object {
		sort(o, pointer, it.kids, func(k *item) string { return k.node.Key() })
	}
	if it.node.Style() == source.Flow && !strings.Contains(it.node.Span().Text(), "\n") {
		it.flow = flowText(it.node, o, pointer)
	}
	list := it.node.Kind() == source.Array
	for _, k := range it.kids {
		k.arrange(o, below(pointer, k.node))
		if list && k.isBlock() && k.beside == "" {
			k.lead = append(k.lead[:len(k.lead):len(k.lead)], k.kids[0].lead...)
			k.kids[0].lead = nil
		}
	}
}

// writer writes items into a text.
type writer struct {
	strings.Builder
	keeping bool // whether blank lines here would become part of the text above
}

// text returns the whole file.
func (it *item) text() string {
	w := &writer{}
	w.lines(it.header, 0)
	w.entries(it, 0, false)
	w.lines(it.tail, 0)
	return strings.TrimLeft(w.String(), "\n")
}

// lines writes lines that stand alone.
func (w *writer) lines(lines []string, indent int) {
	for _, line := range lines {
		if line != "" {
			w.pad(indent)
			w.keeping = false
		}
		if !w.keeping {
			w.WriteString(line + "\n")
		}
	}
}

func (w *writer) pad(indent int) { w.WriteString(strings.Repeat(" ", indent)) }

// entries writes the fields or entries of a collection. The first goes on where
// the line stands when it is glued to a dash.
func (w *writer) entries(c *item, indent int, glued bool) {
	for i, k := range c.kids {
		w.lines(k.lead, indent)
		if !glued || i > 0 {
			w.pad(indent)
		}
		name := "-"
		if c.node.Kind() == source.Object {
			name = keyText(k.node) + ":"
		}
		w.WriteString(name)
		w.value(k, c, indent, indent+width(name)+1)
	}
}

// value writes what stands behind a colon or dash; column is where a value on
// the same line begins.
func (w *writer) value(k, parent *item, indent, column int) {
	inner := indent + step
	w.keeping = isText(k.node) && blockHeader(k.node).keeps()
	if k.isBlock() {
		glued := parent.node.Kind() == source.Array && k.beside == ""
		if glued {
			w.pad(1)
		} else {
			w.WriteString(k.beside + "\n")
		}
		w.entries(k, inner, glued)
		w.lines(k.tail, inner)
		return
	}
	if k.beside != "" || len(k.between) > 0 {
		w.WriteString(k.beside + "\n")
		w.lines(k.between, inner)
		w.pad(inner)
		column = inner
	} else if k.node.Span().Start < k.node.Span().End {
		w.pad(1)
	}
	w.leaf(k.layout(spot{indent, column, parent.column}), k.after, inner)
	w.WriteString(strings.Repeat("\n", k.kept))
}

// leaf writes a value that is no block collection. A comment beside a folded
// text stands behind its sign.
func (w *writer) leaf(l layout, after string, inner int) {
	if l.isBlock {
		w.WriteString(l.head + after)
	} else {
		w.WriteString(l.head)
	}
	for _, line := range l.rest {
		w.WriteByte('\n')
		if line != "" && !l.placed {
			w.pad(inner)
		}
		w.WriteString(line)
	}
	if !l.isBlock {
		w.WriteString(after)
	}
	w.WriteByte('\n')
}
