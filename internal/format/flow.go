package format

import (
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// flowLayout moves the lines of a flow collection with the field that holds it;
// where white space begins a line of a flow collection, its amount means
// nothing. Beyond that, one of several lines stays as it is written.
func flowLayout(n source.Node, at spot) layout {
	lines := strings.Split(n.Span().Text(), "\n")
	rest := lines[1:]
	for i, line := range rest {
		trimmed := strings.TrimLeft(line, " \t")
		if strings.TrimSpace(trimmed) == "" {
			rest[i] = ""
			continue
		}
		least := at.indent + step
		if strings.ContainsAny(trimmed[:1], "]}") {
			least = at.indent
		}
		indent := max(len(line)-len(trimmed)+at.indent-at.before, least)
		rest[i] = strings.Repeat(" ", indent) + trimmed
	}
	return layout{head: lines[0], rest: rest, placed: true}
}

// flowText returns a flow collection of one line with its fields in order and
// without needless quotes; what stands between the fields stays in its place.
func flowText(n source.Node, o *order, pointer string) string {
	text := n.Document().File.Text
	if n.Style() != source.Flow {
		if before := text[n.Span().Start-1]; before == ' ' || before == '[' {
			return plainer(n, true)
		}
		return n.Span().Text() // behind a name in quotes, as in {"a":"b"}
	}
	var fields []field
	gaps := []string{}
	at := n.Span().Start
	for child := range n.Children() {
		f := fieldOf(child)
		if f.start < at || child.Span().Start == child.Span().End {
			return n.Span().Text()
		}
		f.text = name(child) + flowText(child, o, below(pointer, child))
		gaps = append(gaps, text[at:f.start])
		fields, at = append(fields, f), child.Span().End
	}
	if n.Kind() == source.Object && text[n.Span().Start] == '{' {
		sort(o, pointer, fields, func(f field) string { return f.key })
	}
	var b strings.Builder
	for i, f := range fields {
		b.WriteString(gaps[i] + f.text)
	}
	b.WriteString(text[at:n.Span().End])
	return b.String()
}

// field is a field or an entry of a flow collection.
type field struct {
	key, text string
	start     int
}

func fieldOf(n source.Node) field {
	if key := n.KeySpan(); !key.IsZero() {
		return field{key: n.Key(), start: key.Start}
	}
	return field{start: n.Span().Start}
}

// name returns what stands before the value of a field: its name, the colon and
// the white space behind that.
func name(n source.Node) string {
	key := n.KeySpan()
	if key.IsZero() {
		return ""
	}
	colon := key.File.Text[key.End:n.Span().Start]
	if strings.HasPrefix(colon, ": ") && isPlain(n.Key(), true) {
		return keyText(n) + colon
	}
	return key.Text() + colon
}
