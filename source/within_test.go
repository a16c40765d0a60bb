package source

import (
	"strings"
	"testing"
)

// TestWithin finds a word of every decoded text in the bytes of the file.
func TestWithin(t *testing.T) {
	tests := []struct{ path, text, word, want string }{
		{"a.yaml", "k: one two three\n", "two", "two"},
		{"a.yaml", "k: one\n  two\n  three\n", "two", "two"},
		{"a.yaml", "k: one\n  two\n", "one two", "one\n  two"},
		{"a.yaml", "k: one  \n\n  two\n", "\n", "  \n\n  "},
		{"a.yaml", "k: 'it''s two'\n", "two", "two"},
		{"a.yaml", "k: 'it''s two'\n", "'", "''"},
		{"a.yaml", "k: \"a\\tb two\"\n", "two", "two"},
		{"a.yaml", "k: \"\\u00e9\\x41 two\"\n", "éA", "\\u00e9\\x41"},
		{"a.yaml", "k: \"one \\\n   two\"\n", "two", "two"},
		{"a.yaml", "k: |\n  one\n   two\n  three\n", "two", "two"},
		{"a.yaml", "k: |2-\n   one\n  two\n", "two", "two"},
		{"a.yaml", "k: |\n\n  one\n\n\n  two\n\n", "two", "two"},
		{"a.yaml", "k: >\n  one\n  two\n\n  three\n    more two\n", "more", "more"},
		{"a.yaml", "k: >\n  one\n    \n  two\n", "two", "two"},
		{"a.yaml", "k: >\r\n  one\r\n  two\r\n", "two", "two"},
		{"a.yaml", "k: >+\n  one\n  two\n\n\nl: 1\n", "two", "two"},
		{"a.yaml", "k: [a, one two]\n", "a", "a"},
		{"a.json", `{"k": "a\u00e9\n two"}`, "two", "two"},
		{"a.json", `{"k": "\ud83d\ude00 two"}`, "two", "two"},
		{"a.json", `{"k": "\ud83d\ude00 two"}`, "😀", `\ud83d\ude00`},
	}
	for _, test := range tests {
		doc, faults := parse(t, test.path, test.text)
		n := doc.Root().Item(0)
		if n.Kind() == Array {
			n = n.Item(0)
		}
		from := strings.Index(n.Text(), test.word)
		if len(faults) > 0 || from < 0 {
			t.Fatalf("%q: %v %q", test.text, faults, n.Text())
		}
		if got := n.Within(from, from+len(test.word)).Text(); got != test.want {
			t.Errorf("%q: Within(%q) = %q, want %q", test.text, test.word, got, test.want)
		}
	}
}

// TestReplace puts a new text in the place of "two" and reads the file again.
func TestReplace(t *testing.T) {
	tests := []struct{ path, text, new, want string }{
		{"a.yaml", "k: one two three # c\n", "2", "k: one 2 three # c\n"},
		{"a.yaml", "k: one two\n", "it's \"so\"", "k: one it's \"so\"\n"},
		{"a.yaml", "k: 'one two'\n", "it's", "k: 'one it''s'\n"},
		{"a.yaml", "k: \"one two\"\n", "a \"b\" \\ \t", "k: \"one a \\\"b\\\" \\\\ \\t\"\n"},
		{"a.yaml", "k: >-\n  one\n  two\n  three\n", "more: # words", "k: >-\n  one\n  more: # words\n  three\n"},
		{"a.json", `["two"]`, "a \"b\" <é>", `["a \"b\" <é>"]`},
		{"a.yaml", "k: one two\n", "a: b", ""},
		{"a.yaml", "k: one two\n", "#x", ""},
		{"a.yaml", "k: [one two]\n", "a, b", ""},
		{"a.yaml", "k: two\n", "17", ""},
		{"a.yaml", "k: two\n", "no:", ""},
		{"a.yaml", "k: two\n", "", ""},
		{"a.yaml", "k: two\n", "*x", ""},
		{"a.yaml", "k: 'one\n  two'\n", " a", ""},
		{"a.yaml", "k: |\n  two\n  x\n", " a", ""},
		{"a.yaml", "k: 'two'\n", "a\nb", ""},
		{"a.yaml", "k: 'two'\n", "a\u2028b", ""},
	}
	for _, test := range tests {
		doc, _ := parse(t, test.path, test.text)
		n := doc.Root().Item(0)
		if n.Kind() == Array {
			n = n.Item(0)
		}
		from := strings.Index(n.Text(), "two")
		edit, ok := n.Replace(from, from+3, test.new)
		if ok != (test.want != "") {
			t.Errorf("%q: Replace(%q) is %v", test.text, test.new, ok)
		}
		if !ok {
			continue
		}
		got, err := Apply(doc.File, []Edit{edit})
		if err != nil || got != test.want {
			t.Errorf("%q: Replace(%q) gives %q, %v; want %q", test.text, test.new, got, err, test.want)
		}
	}
}

func TestApply(t *testing.T) {
	f := &File{Path: "x", Text: "abcdef"}
	other := &File{Path: "y", Text: "abcdef"}
	at := func(start, end int, s string) Edit { return Edit{Span{f, start, end}, s} }
	tests := []struct {
		edits []Edit
		want  string // "" is a refusal
	}{
		{nil, "abcdef"},
		{[]Edit{at(4, 6, ""), at(0, 1, "X"), at(1, 1, "Y")}, "XYbcd"},
		{[]Edit{at(0, 3, ""), at(2, 4, "")}, ""},
		{[]Edit{at(1, 1, "X"), at(1, 1, "Y")}, ""},
		{[]Edit{at(5, 7, "")}, ""},
		{[]Edit{at(3, 2, "")}, ""},
		{[]Edit{{Span{other, 0, 1}, ""}}, ""},
	}
	for i, test := range tests {
		got, err := Apply(f, test.edits)
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%d: %q, %v; want %q", i, got, err, test.want)
		}
	}
}

func TestPosition(t *testing.T) {
	f := &File{Text: "\ufeffaé\r\nb\n"}
	for _, test := range []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1, 0}}, {3, Position{1, 1, 3}}, {4, Position{1, 2, 4}}, {6, Position{1, 3, 6}},
		{8, Position{2, 1, 8}}, {10, Position{3, 1, 10}}, {99, Position{3, 1, 10}}, {-1, Position{1, 1, 0}},
	} {
		if got := f.Position(test.offset); got != test.want {
			t.Errorf("Position(%d) = %v, want %v", test.offset, got, test.want)
		}
	}
	long := &File{Text: "a\n" + strings.Repeat("é", 3*markEvery)}
	for _, i := range []int{0, 1, markEvery/2 - 1, markEvery / 2, markEvery, 3 * markEvery} {
		if got := long.Position(2 + 2*i); got != (Position{2, i + 1, 2 + 2*i}) {
			t.Errorf("Position of the %dth = %v", i, got)
		}
	}
	if got := f.Line(1).Text() + "|" + f.Line(2).Text() + "|" + f.Line(4).Text(); got != "\ufeffaé|b|" {
		t.Errorf("lines: %q", got)
	}
}

// TestRemove takes the item "b" out of its list.
func TestRemove(t *testing.T) {
	tests := []struct{ path, text, want string }{
		{"a.yaml", "k:\n  - a # c\n  - b\n  - d\n", "k:\n  - a # c\n  - d\n"},
		{"a.yaml", "k:\n- a\n- b", "k:\n- a\n"},
		{"a.yaml", "k:\r\n- a\r\n\r\n- b\r\n- d\r\n", "k:\r\n- a\r\n\r\n- d\r\n"},
		{"a.yaml", "k: [a, b, d]\n", "k: [a, d]\n"},
		{"a.yaml", "k: [a, b]\n", "k: [a]\n"},
		{"a.json", "{\"k\": [\n \"a\",\n \"b\",\n \"d\"\n]}", "{\"k\": [\n \"a\",\n \"d\"\n]}"},
		{"a.yaml", "k:\n- a\n- b # why\n", ""},
		{"a.yaml", "k:\n- a\n# why\n- b\n", ""},
		{"a.yaml", "k: [a, # why\n b]\n", ""},
		{"a.yaml", "k:\n- b\n- c\n", ""},
		{"a.yaml", "k:\n- a\n- [b]\n", ""},
	}
	for _, test := range tests {
		doc, _ := parse(t, test.path, test.text)
		n := doc.Root().Get("k").Item(1)
		if n.Text() != "b" && n.Kind() == String {
			n = doc.Root().Get("k").Item(0)
		}
		edit, ok := n.Remove()
		if ok != (test.want != "") {
			t.Errorf("%q: Remove is %v", test.text, ok)
			continue
		}
		if got, err := Apply(doc.File, []Edit{edit}); ok && (err != nil || got != test.want) {
			t.Errorf("%q: gives %q, %v", test.text, got, err)
		}
	}
}
