package source

import (
	"encoding/json"
	"strings"
)

// Within returns the bytes of the file that stand for decoded bytes from to to
// of a string. A stretch that begins or ends inside an escape or a folded line
// break is widened to include it. For anything but a string, and for a stretch
// outside the text, it is the span of the whole value.
func (n Node) Within(from, to int) Span {
	span, _ := n.within(from, to)
	return span
}

func (n Node) within(from, to int) (span Span, exact bool) {
	span = n.Span()
	if n.Kind() != String || from < 0 || to < from || to > len(n.Text()) {
		return span, false
	}
	start, end, exact := -1, -1, true
	v := n.at()
	_, ok := scan(n.doc.File.Text, v.style, int(v.start), v.text, func(u unit) {
		inside := func(d int) bool { return u.decoded <= d && d < u.decoded+u.decodedLength }
		if start < 0 && (inside(from) || from == to && u.decoded+u.decodedLength == from && u.decodedLength > 0) {
			start = u.place(from, false)
			exact = exact && (u.isCopy() || from == u.decoded || from == u.decoded+u.decodedLength)
			end = start
		}
		if to > from && inside(to-1) {
			end = u.place(to, true)
			exact = exact && (u.isCopy() || to == u.decoded+u.decodedLength)
		}
	})
	if !ok || start < 0 {
		return span, false
	}
	return Span{span.File, start, end}, exact
}

func (u unit) isCopy() bool { return u.decodedLength == u.rawLength }

// place returns the offset in the file of decoded offset d; inside an
// indivisible unit it is the unit's start or end.
func (u unit) place(d int, end bool) int {
	if u.isCopy() {
		return u.raw + d - u.decoded
	}
	if end || d == u.decoded+u.decodedLength {
		return u.raw + u.rawLength
	}
	return u.raw
}

// Replace returns the edit that puts text in the place of decoded bytes from to
// to, written in the node's own style. It is false when that cannot be done
// without touching more: the caller then makes a suggestion instead.
func (n Node) Replace(from, to int, text string) (Edit, bool) {
	span, exact := n.within(from, to)
	if !exact || strings.ContainsFunc(text, func(r rune) bool { return forbidden(r) || r == '\n' || r == '\r' }) {
		return Edit{}, false
	}
	edit := Edit{span, text}
	switch n.Style() {
	case Double:
		edit.New = quoteInside(text)
	case Single:
		edit.New = strings.ReplaceAll(text, "'", "''")
	}
	raw := n.Span()
	written := raw.Text()[:span.Start-raw.Start] + edit.New + raw.Text()[span.End-raw.Start:]
	return edit, n.reads(written, n.Text()[:from]+text+n.Text()[to:])
}

// quoteInside writes text as the inside of a JSON string.
func quoteInside(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	quoted := strings.TrimSuffix(b.String(), "\n")
	return quoted[1 : len(quoted)-1]
}

// reads reports whether a scalar that is written so, in a place like the
// node's, is the wanted text and nothing else. A small document decides, so
// that the cost does not grow with the file.
func (n Node) reads(written, want string) bool {
	probe := "k: " + written
	if n.Span().End < len(n.doc.File.Text) {
		probe += "\n" // at the end of a file, a block scalar may lack its last break
	}
	if n.Parent().Style() == Flow {
		probe = "[" + written + "]"
	}
	doc, faults := Parse(&File{Path: n.doc.File.Path, Text: probe}, LargeBundleLimits)
	got := doc.Root().Item(0)
	return len(faults) == 0 && len(doc.nodes) == 2 && len(doc.Comments) == 0 &&
		got.Kind() == String && got.Style() == n.Style() && got.Text() == want
}
