package source

import (
	"reflect"
	"strings"
	"testing"
)

var fuzzSeeds = []string{
	"a: b # c\nlist:\n- 1\n- [x, {y: z}]\n", "k: >-\n  a\n\n  b\n   c\n", "k: |2+\n   a\n\n", "'a''b': \"c\\u00e9\\\n  d\"\n",
	"a: &x !!str b\nc: *x\n", "a\n b\n\n c", "{\"a\": [1, null, \"\\ud83d\\ude00\"]}", "\ufeff- ? a\n  : b\n", "a: b\r\n---\r\nc", "a:\n  # x\n  - b # y\n",
}

func FuzzJSON(f *testing.F) { fuzz(f, "x.json") }

func FuzzYAML(f *testing.F) { fuzz(f, "x.yaml") }

// fuzz holds any text to what Parse promises.
func fuzz(f *testing.F, path string) {
	for _, seed := range fuzzSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := &File{Path: path, Text: text}
		doc, faults := Parse(file, FileLimits)
		if again, more := Parse(file, FileLimits); !reflect.DeepEqual(doc, again) || !reflect.DeepEqual(faults, more) {
			t.Fatal("a second parse differs")
		}
		if file.Lines() != strings.Count(text, "\n")+1 {
			t.Fatalf("%d lines", file.Lines())
		}
		for _, fault := range faults {
			inBounds(t, fault.Span, file.All())
		}
		if !doc.Root().Exists() {
			if len(faults) == 0 {
				t.Fatal("nothing read, and no fault")
			}
			return
		}
		checkTree(t, doc, len(faults) == 0)
	})
}

func inBounds(t *testing.T, inner, outer Span) {
	t.Helper()
	if inner.End < inner.Start || !outer.Contains(inner) {
		t.Fatalf("%v lies outside of %v", inner, outer)
	}
}

// checkTree checks the places of all nodes; texts are looked at only where the
// file has no fault.
func checkTree(t *testing.T, doc *Document, clean bool) {
	end := 0
	for i := range doc.nodes {
		n := Node{doc, int32(i)}
		inBounds(t, n.Span(), doc.File.All())
		if i > 0 && clean {
			inBounds(t, n.Span(), n.Parent().Span())
		}
		if key := n.KeySpan(); !key.IsZero() && clean {
			inBounds(t, key, n.Parent().Span())
			if key.End > n.Span().Start && n.Span().End > key.Start {
				t.Fatalf("key %v overlaps its value %v", key, n.Span())
			}
		}
		if clean && n.Kind() == String {
			checkText(t, n)
		}
	}
	for _, c := range doc.Comments {
		if c.Start < end || !strings.HasPrefix(c.Text(), "#") {
			t.Fatalf("comment %q at %d", c.Text(), c.Start)
		}
		end = c.End
	}
}

func checkText(t *testing.T, n Node) {
	span := n.Span()
	end, ok := scan(n.doc.File.Text, n.Style(), span.Start, n.Text(), func(u unit) {
		if u.isCopy() && n.Text()[u.decoded:u.decoded+u.decodedLength] != n.doc.File.Text[u.raw:u.raw+u.rawLength] && u.rawLength > 1 {
			t.Fatalf("unit %v is no copy", u)
		}
	})
	if !ok || end != span.End {
		t.Fatalf("%q does not lead through %q", n.Text(), span.Text())
	}
	if len(n.Text()) > 200 {
		return
	}
	for from := range n.Text() {
		inBounds(t, n.Within(from, from+1), span)
		if edit, ok := n.Replace(from, from+1, "ab"); ok {
			checkReplaced(t, n, edit, n.Text()[:from]+"ab"+n.Text()[from+1:])
		}
	}
}

// checkReplaced reads the edited file and compares every node.
func checkReplaced(t *testing.T, n Node, e Edit, want string) {
	text, err := Apply(n.doc.File, []Edit{e})
	if err != nil {
		t.Fatal(err)
	}
	doc, faults := Parse(&File{Path: n.doc.File.Path, Text: text}, FileLimits)
	if len(faults) > 0 || len(doc.nodes) != len(n.doc.nodes) {
		t.Fatalf("%q reads %d nodes and %v", text, len(doc.nodes), faults)
	}
	for i, got := range doc.nodes {
		had := n.doc.nodes[i]
		if int32(i) == n.i {
			had.text = want
		}
		if got.kind != had.kind || got.text != had.text || got.key != had.key {
			t.Fatalf("%q: node %d is %q, want %q", text, i, got.text, had.text)
		}
	}
}
