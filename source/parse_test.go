package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parse(t *testing.T, path, text string) (*Document, []Fault) {
	t.Helper()
	return Parse(&File{Path: path, Text: text}, FileLimits)
}

// outline writes every node as "pointer kind style text <raw>".
func outline(d *Document) string {
	var b strings.Builder
	var walk func(n Node)
	walk = func(n Node) {
		fmt.Fprintf(&b, "%s %s %d %q", n.Pointer(), n.Kind(), n.Style(), n.Text())
		if n.Kind() != Object && n.Kind() != Array || n.Style() == Flow {
			fmt.Fprintf(&b, " <%s>", n.Span().Text())
		}
		if key := n.KeySpan(); !key.IsZero() {
			fmt.Fprintf(&b, " key <%s>", key.Text())
		}
		b.WriteString("\n")
		for child := range n.Children() {
			walk(child)
		}
	}
	if d.Root().Exists() {
		walk(d.Root())
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment <%s>\n", c.Text())
	}
	return b.String()
}

func TestParseYAML(t *testing.T) {
	const in = `# top
é: ü # after
empty:
literal: |  # header
  foo # no comment
   bar

folded: >-
  a
  b

  c
   more
flow: [1, é, {a: b, c}, "x#y", ] # end
'quoted key': 'it''s

  two'
"d\u0041": "a\tb \
  c"
plain: multi
  line
list:
- 1
-
- - x
`
	doc, faults := parse(t, "x.yaml", in)
	if len(faults) > 0 {
		t.Fatalf("faults: %v", faults)
	}
	want := ` object 5 ""
/é string 0 "ü" <ü> key <é>
/empty null 0 "" <> key <empty>
/literal string 3 "foo # no comment\n bar\n" <|  # header
  foo # no comment
   bar> key <literal>
/folded string 4 "a b\nc\n more" <>-
  a
  b

  c
   more> key <folded>
/flow array 6 "" <[1, é, {a: b, c}, "x#y", ]> key <flow>
/flow/0 number 0 "1" <1>
/flow/1 string 0 "é" <é>
/flow/2 object 6 "" <{a: b, c}>
/flow/2/a string 0 "b" <b> key <a>
/flow/2/c null 0 "" <> key <c>
/flow/3 string 2 "x#y" <"x#y">
/quoted key string 1 "it's\ntwo" <'it''s

  two'> key <'quoted key'>
/dA string 2 "a\tb c" <"a\tb \
  c"> key <"d\u0041">
/plain string 0 "multi line" <multi
  line> key <plain>
/list array 5 "" key <list>
/list/0 number 0 "1" <1>
/list/1 null 0 "" <>
/list/2 array 5 ""
/list/2/0 string 0 "x" <x>
comment <# top>
comment <# after>
comment <# header>
comment <# end>
`
	if diff := cmp.Diff(want, outline(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := doc.Lookup("/flow/2/a").Text(); got != "b" {
		t.Errorf("Lookup = %q", got)
	}
}

func TestParseJSON(t *testing.T) {
	doc, faults := parse(t, "x.json", "\n{\"a\\u0041\" : [1.50, \"é\\n\\ud83d\\ude00\", null,\ttrue, {}] , \"b/~\": {\"c\": false}}\n")
	if len(faults) > 0 {
		t.Fatalf("faults: %v", faults)
	}
	want := ` object 6 "" <{"a\u0041" : [1.50, "é\n\ud83d\ude00", null,	true, {}] , "b/~": {"c": false}}>
/aA array 6 "" <[1.50, "é\n\ud83d\ude00", null,	true, {}]> key <"a\u0041">
/aA/0 number 0 "1.50" <1.50>
/aA/1 string 2 "é\n😀" <"é\n\ud83d\ude00">
/aA/2 null 0 "null" <null>
/aA/3 bool 0 "true" <true>
/aA/4 object 6 "" <{}>
/b~1~0 object 6 "" <{"c": false}> key <"b/~">
/b~1~0/c bool 0 "false" <false> key <"c">
`
	want = strings.ReplaceAll(want, " bool ", " boolean ")
	if diff := cmp.Diff(want, outline(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := doc.Lookup("/b~1~0/c").Text(); got != "false" {
		t.Errorf("Lookup = %q", got)
	}
	for _, nowhere := range []string{"/aA/", "/aA/9", "/aA/x", "/nothing/at/all"} {
		if doc.Lookup(nowhere).Exists() {
			t.Errorf("Lookup(%q) finds something", nowhere)
		}
	}
}

// TestFaults holds one text for every kind of fault, and where it is found.
func TestFaults(t *testing.T) {
	deep := strings.Repeat("[", 65) + strings.Repeat("]", 65)
	tests := []struct{ path, text, want string }{
		{"a.yaml", "a: b\n\tc: d\n", "2:1 invalid-yaml"},
		{"a.yaml", "a:\n\tb: c\n", "2:1 invalid-yaml"},
		{"a.yaml", "a: \"b\nc: d\n", "1:4 invalid-yaml"},
		{"a.yaml", "a: [1, 2\nb: 3\n", "1:4 invalid-yaml"},
		{"a.yaml", "a: b: c\n", "1:5 invalid-yaml"},
		{"a.yaml", "a: b\nc\n", "2:1 invalid-yaml"},
		{"a.yaml", "a: b\ntitle:Z\nc: d\n", "2:6 invalid-yaml"},
		{"a.yaml", "id:zz\nc: d\n", "1:3 invalid-yaml"},
		{"a.yaml", "", "1:1 invalid-yaml"},
		{"a.yaml", "# only a comment\n", "1:1 invalid-yaml"},
		{"a.yaml", "[a]: b\n", "1:1 invalid-yaml"},
		{"a.yaml", "a: b\n: c\n", "2:1 invalid-yaml"},
		{"a.yaml", "%YAML 1.2\n---\na: b\n", "1:1 invalid-yaml"},
		{"a.json", "{\"a\": 1,}\n", "1:9 invalid-json"},
		{"a.json", "{\"a\": [1, 2\n", "1:12 invalid-json"},
		{"a.json", "{} {}", "1:4 invalid-json"},
		{"a.json", " ", "1:1 invalid-json"},
		{"a.json", "{a: 1}", "1:2 invalid-json"},
		{"a.yaml", "a: caf\xe9\n", "1:7 encoding"},
		{"a.yaml", "a: \x00b\n", "1:4 encoding"},
		{"a.yaml", "a: b\rc: d\n", "1:5 encoding"},
		{"a.yaml", "a: b\u2028c: d\n", "1:5 encoding"},
		{"a.yaml", "a: \"\\u2028\"\n", "1:4 encoding"},
		{"a.json", "[\"\\ud800\"]", "1:2 encoding"},
		{"a.json", "[\"\\udc00x\"]", "1:2 encoding"},
		{"a.json", "[\"\\ud800\\u0041\"]", "1:2 encoding"},
		{"a.yaml", "a: \"\\ud83d\"", "1:7 encoding"},
		{"a.yaml", "\ufeffa: b\n", "1:1 byte-order-mark"},
		{"a.json", "\ufeff{}", "1:1 byte-order-mark"},
		{"a.yaml", "a: x\u202ey\u2066\u2069\n", "1:5 bidi-control, 1:7 bidi-control"},
		{"a.yaml", "a: \"\\u202e\"\n", "1:4 bidi-control"},
		{"a.yaml", "a: 1\nb: 2\na: 3\n", "3:1 duplicate-key"},
		{"a.yaml", "é: 1\ne\u0301: 2\n", "2:1 duplicate-key"},
		{"a.json", "{\"a\": 1, \"\\u0061\": 2}", "1:10 duplicate-key"},
		{"a.yaml", "a: 1\n---\nb: 2\n", "2:1 extra-document"},
		{"a.yaml", "a: &x 1\nb: *x\n", "1:4 alias, 2:4 alias"},
		{"a.yaml", "a: &x {c: 1}\nb:\n  <<: *x\n", "1:4 alias, 3:3 alias, 3:7 alias"},
		{"a.yaml", "a: !!str 1\nb: ! x\nc: !t {}\n", "1:4 tag, 2:4 tag, 3:4 tag"},
		{"a.yaml", "a: 1e999\n", "1:4 number"},
		{"a.json", "[" + strings.Repeat("1", 33) + "]", "1:2 number"},
		{"a.json", deep, "1:65 too-deep"},
		{"a.yaml", deep, "1:65 too-deep"},
		{"a.json", strings.Repeat("[", 20000), "1:10001 too-deep"},
		{"a.yaml", strings.Repeat("- ", 70) + "x", "1:129 too-deep"},
		{"a.yaml", "a: " + strings.Repeat("x", 64<<10+1), "1:4 too-large"},
		{"a.json", "[" + strings.Repeat("1,", 100_000) + "1]", "1:200000 too-large"},
		{"a.yaml", "[" + strings.Repeat("1,", 100_000) + "1]", "1:200000 too-large"},
		{"a.yaml", "[" + strings.Repeat("1,", 400_000) + "1]", "1:1 too-large"},
		{"a.yaml", strings.Repeat(" ", 4<<20+1), "1:1 too-large"},
	}
	for _, test := range tests {
		_, faults := parse(t, test.path, test.text)
		var got []string
		for _, f := range faults {
			p := f.Span.Position()
			got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Column, f.Code))
		}
		name := fmt.Sprintf("%s %.40q", test.path, test.text)
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%s:\n got %s\nwant %s", name, s, test.want)
		}
	}
}

func TestNoFault(t *testing.T) {
	for _, text := range []string{"a: b\r\nc: >\r\n  d\r\n", "---\na: b\n...\n", "{}", "a: '\\u202e'\n", "a: b #c\n", "? a\n: b\n"} {
		if _, faults := parse(t, "a.yaml", text); len(faults) > 0 {
			t.Errorf("%q: %s %s", text, faults[0].Code, faults[0].Message)
		}
	}
}
