package format

import (
	"io/fs"
	"strings"
	"testing"

	frameworkdata "github.com/cadre-framework/cadre/framework-data"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// laid returns the layout of a text that has one.
func laid(t testing.TB, path, text string) string {
	t.Helper()
	got, faults, err := Text(&source.File{Path: path, Text: text}, framework.DefaultLayout)
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v %v\n%s", err, faults, text)
	}
	return got
}

// TestShippedFramework holds the layout to the files that we ship.
func TestShippedFramework(t *testing.T) {
	paths, err := Files(frameworkdata.FS, framework.DefaultLayout)
	if err != nil || len(paths) < 200 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := fs.ReadFile(frameworkdata.FS, path)
		if err != nil {
			t.Fatal(err)
		}
		if got := laid(t, path, string(data)); got != string(data) {
			t.Errorf("%s would change to:\n%s", path, got)
		}
	}
}

// TestLayout shows each part of the layout by an example.
func TestLayout(t *testing.T) {
	for name, c := range map[string][2]string{
		"fields in order":           {"title: Clerk\nid: clerk\n", "id: clerk\ntitle: Clerk\n"},
		"unknown fields last":       {"x-b: 1\nx-a: 2\nid: clerk\n", "id: clerk\nx-b: 1\nx-a: 2\n"},
		"comments above and beside": {"# title\ntitle: Clerk # beside\n# id\nid: clerk\n", "# id\nid: clerk\n# title\ntitle: Clerk # beside\n"},
		"file header":               {"# yaml-language-server: $schema=x\n# A file.\n\n# title\ntitle: T\nid: t\n", "# yaml-language-server: $schema=x\n# A file.\n\nid: t\n# title\ntitle: T\n"},
		"modeline alone":            {"# yaml-language-server: $schema=x\ntitle: T\nid: t\n", "# yaml-language-server: $schema=x\nid: t\ntitle: T\n"},
		"document marker":           {"# top\n--- # here\ntitle: T\nid: t\n", "# top\n--- # here\nid: t\ntitle: T\n"},
		"line ends":                 {"id: a\r\ntitle: T\r\n\r\n", "id: a\ntitle: T\n"},
		"byte order mark":           {"\ufeffid: a\n", "id: a\n"},
		"no final line break":       {"id: a\nsummary: |\n  text", "id: a\nsummary: |-\n  text\n"},
		"lists under their field":   {"id: a\naliases:\n- A\n-   B\n", "id: a\naliases:\n  - A\n  - B\n"},
		"groups in lists": {
			"id: a\nprogression:\n-\n    note: Why\n    # the target\n    to: b # beside\n    # gone\n",
			"id: a\nprogression:\n  # the target\n  - to: b # beside\n    note: Why\n    # gone\n",
		},
		"comment beside a dash":                 {"progression:\n- # why\n  note: N\n  to: b\n", "progression:\n  - # why\n    to: b\n    note: N\n"},
		"comments inside a list":                {"id: a\naliases: # many\n # first\n - A\n # second\n - B\n # end\n\n# status\nstatus: draft\n", "id: a\naliases: # many\n  # first\n  - A\n  # second\n  - B\n  # end\n\n# status\nstatus: draft\n"},
		"list beside its field, then a comment": {"aliases:\n- A\n# status\nstatus: draft\n", "aliases:\n  - A\n# status\nstatus: draft\n"},
		"value below its field":                 {"title:\n  Clerk\nid: # why\n  a\n", "id: # why\n  a\ntitle: Clerk\n"},
		"needless quotes":                       {"\"id\": 'a'\ntitle: \"It's plain\"\n", "id: a\ntitle: It's plain\n"},
		"needed quotes":                         {"id: 'no'\ntitle: 'a: b'\nsummary: \"a #b\"\nlevel: '1'\nnotes: ' x'\nreviewed: '2020-01-01'\n", "id: 'no'\ntitle: 'a: b'\nlevel: '1'\nsummary: \"a #b\"\nreviewed: '2020-01-01'\nnotes: ' x'\n"},
		"ranks as names":                        {"x-a:\n    '1': A\n    \"01\": B\n", "x-a:\n  1: A\n  \"01\": B\n"},
		"flow":                                  {"competencies: [{ need: core, ref: \"a\" }, {need: 'no', ref: \"b\"}]\nid: a\n", "id: a\ncompetencies: [{ ref: a, need: core }, {ref: b, need: 'no'}]\n"},
		"flow of several lines":                 {"x-a:\n    b: [\n        # why\n        1,\n    ]\n", "x-a:\n  b: [\n      # why\n      1,\n  ]\n"},
		"flow like JSON":                        {"x-a: {\"b\":\"c\",\"d\": \"e\"}\n", "x-a: {\"b\":\"c\",d: e}\n"},
		"long text":                             {"summary: " + words(30) + " # why\n", "summary: >- # why\n  " + words(15) + "\n  " + words(15) + "\n"},
		"existing breaks":                       {"summary: >-\n    one\n    two\n", "summary: >-\n  one\n  two\n"},
		"lines indented on purpose":             {"summary: >\n    a\n      " + words(30) + "\n    b\n", "summary: >\n  a\n    " + words(30) + "\n  b\n"},
		"quoted lines":                          {"summary: \"one\n    two\"\n", "summary: >-\n  one\n  two\n"},
		"plain lines":                           {"summary: one\n    two\n", "summary: one\n  two\n"},
		"kept line breaks":                      {"x-a: |+\n      a\n\n\nid: b\n", "id: b\nx-a: |+\n  a\n\n\n"},
		"stated indentation":                    {"summary: |4\n      a\n    b\n", "summary: |2\n    a\n  b\n"},
		"nested lists":                          {"x-a:\n-   - 1\n    - 2\n-\n    # c\n    - 3\n", "x-a:\n  - - 1\n    - 2\n  # c\n  - - 3\n"},
		"nothing":                               {"summary: # none\nid: a\naliases:\n-\n- b\n", "id: a\naliases:\n  -\n  - b\nsummary: # none\n"},
		"asked fields":                          {"? id\n: a\n", "? id\n: a\n"},
		"end marker":                            {"title: a\nid: b\n...\n", "title: a\nid: b\n...\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := laid(t, "roles/records/a.yaml", c[0]); got != c[1] {
				t.Errorf("got:\n%s\nwant:\n%s", got, c[1])
			}
		})
	}
}

func words(n int) string { return strings.TrimSpace(strings.Repeat("word ", n)) }

// TestDifference is what the proof rests on.
func TestDifference(t *testing.T) {
	parse := func(text string) *source.Document {
		doc, _ := source.Parse(&source.File{Path: "a.yaml", Text: text}, source.FileLimits)
		return doc
	}
	const text = "a: 1 # one\nb: [x, y]\nc: {d: null}\n"
	for next, same := range map[string]bool{
		text: true, "# one\nc: {d: null}\nb:\n  - x\n  - y\na: 1\n": true, "a: 1.0 # one\nb: [x, y]\nc: {d: null}\n": false,
		"a: '1' # one\nb: [x, y]\nc: {d: null}\n": false, "a: 1\nb: [x, y]\nc: {d: null}\n": false, "a: 1 # two\nb: [x, y]\nc: {d: null}\n": false,
		"a: 1 # one\nb: [y, x]\nc: {d: null}\n": false, "a: 1 # one\nb: [x, y]\nc: {e: null}\n": false, text + "e: 1\n": false, text + "# one\n": false,
	} {
		if got := difference(parse(text), parse(next)); (got == "") != same {
			t.Errorf("%q: %q", next, got)
		}
	}
}

// TestPlaces lays out what is no single entity.
func TestPlaces(t *testing.T) {
	for path, c := range map[string][2]string{
		"roles/all.yaml":    {"- title: A\n  id: a\n-  title: B\n   id: b\n", "- id: a\n  title: A\n- id: b\n  title: B\n"},
		"roles/a.json":      {"{\"title\":\"\\u00e9\",\"level\":{\"to\":2.0,\"from\":1},\"id\":\"a\",\"aliases\":[ ],\"x-a\":[1,{}]}", "{\n  \"id\": \"a\",\n  \"title\": \"\\u00e9\",\n  \"aliases\": [],\n  \"level\": {\n    \"from\": 1,\n    \"to\": 2.0\n  },\n  \"x-a\": [\n    1,\n    {}\n  ]\n}\n"},
		"elsewhere/a.yaml":  {"b:   1\na: 2", "b: 1\na: 2\n"},
		"roles/flow.yaml":   {"{title: A, id: a}", "{title: A, id: a}\n"},
		"roles/string.yaml": {"text", "text\n"},
	} {
		if got := laid(t, path, c[0]); got != c[1] {
			t.Errorf("%s: got:\n%s\nwant:\n%s", path, got, c[1])
		}
	}
}

// TestFaults leaves alone what cannot be read.
func TestFaults(t *testing.T) {
	for _, text := range []string{"", "a: [", "a: 1\na: 2\n", "a: &x 1\n", "a: !!str 1\n", "a: b\n---\nc: d\n"} {
		got, faults, err := Text(&source.File{Path: "roles/a.yaml", Text: text}, framework.DefaultLayout)
		if got != "" || len(faults) == 0 || err != nil {
			t.Errorf("%q: %q, %v, %v", text, got, faults, err)
		}
	}
}
