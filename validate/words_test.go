package validate

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/schema"
	"github.com/cadre-framework/cadre/source"
)

// TestWordsOfEveryKeyword gives every keyword that a schema may use to the
// sentences, those included that no published schema of data uses today.
func TestWordsOfEveryKeyword(t *testing.T) {
	file := &source.File{Path: "roles/coder.yaml", Text: "id: coder\nmove: { kind: x }\n"}
	doc, faults := source.Parse(file, source.FileLimits)
	about := schema.Prop{Description: "A move.", Examples: []string{"up"}, Types: []string{"string"}}
	inner := schema.Violation{Rule: "required", Keyword: "required", Pointer: "/move", Property: "to"}
	for _, c := range []struct {
		v             schema.Violation
		message, help string
	}{
		{schema.Violation{Rule: "const", Keyword: "const", Allowed: []string{"1"}, Got: "2"}, `move must be 1, not "2"`, "A move. For example: move: up"},
		{schema.Violation{Rule: "one-of", Keyword: "oneOf", Closest: []schema.Violation{inner}}, "move has none of the forms that may stand here", `compared with the form that it resembles most: missing field "to" in move`},
		{schema.Violation{Rule: "one-of", Keyword: "anyOf"}, "move has none of the forms that may stand here", "A move. For example: move: up"},
		{schema.Violation{Rule: "length", Keyword: "minLength", Limit: "3", Got: "2"}, "move has 2 characters and needs at least 3", "A move. For example: move: up"},
		{schema.Violation{Rule: "items", Keyword: "maxItems", Limit: "2", Got: "3"}, "move may have at most 2 entries", "remove an entry"},
		{schema.Violation{Rule: "range", Keyword: "maximum", Limit: "2", Got: "3"}, "move must be at most 2, not 3", "A move. For example: move: up"},
		{schema.Violation{Rule: "range", Keyword: "exclusiveMinimum", Limit: "2", Got: "2"}, "move must be more than 2, not 2", "A move. For example: move: up"},
		{schema.Violation{Rule: "range", Keyword: "exclusiveMaximum", Limit: "2", Got: "2"}, "move must be less than 2, not 2", "A move. For example: move: up"},
		{schema.Violation{Rule: "range", Keyword: "multipleOf", Limit: "2", Got: "3"}, "move must be a multiple of 2, not 3", "A move. For example: move: up"},
		{schema.Violation{Rule: "format", Keyword: "format", Limit: "date-time", Got: "x"}, `move must be a date and time, not "x"`, "A move. For example: move: up"},
	} {
		c.v.Pointer, c.v.About = "/move", about
		j := &judge{doc: doc, kind: "role", faults: source.NewSpanSet(spansOf(faults)), broken: map[source.Node]bool{}}
		j.entities = j.list()
		j.violation(doc.Lookup("/move"), c.v, "")
		f := j.found[0]
		if f.Rule.ID != "schema/"+c.v.Rule || f.Message != c.message || f.Help != c.help || f.Span.Text() != "{ kind: x }" {
			t.Errorf("%s: %q, help %q at %q", c.v.Keyword, f.Message, f.Help, f.Span.Text())
		}
	}
}

// TestFaultsHideViolations proves that a value inside a fault is not held to the
// schema too, and that values beside it are.
func TestFaultsHideViolations(t *testing.T) {
	const text = "id: coder\ntitle: 12\nlevle: 3\nconstituency: records\nlevel: { from: 3 }\naliases: [off]\nsummary:\n"
	file := &source.File{Path: "roles/coder.yaml", Text: text}
	for _, c := range []struct {
		hidden string
		want   int
	}{
		{"", 5}, {"12", 4}, {"title: 12", 4}, {"levle", 4}, {"id", 5}, {"1", 5},
		{"{ from: 3 }", 4}, {"off", 4}, {"summary:", 5}, {"summary:\n", 4}, {text, 0},
	} {
		doc, faults := source.Parse(file, source.FileLimits)
		if c.hidden != "" {
			start := strings.Index(file.Text, c.hidden)
			faults = append(faults, source.Fault{Code: "tag", Span: source.Span{File: file, Start: start, End: start + len(c.hidden)}})
		}
		found, err := Document(doc, faults, "role", false)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(found) - len(faults); got != c.want {
			t.Errorf("with a fault at %q there are %d schema findings, want %d", c.hidden, got, c.want)
		}
	}
}

func TestReadAs(t *testing.T) {
	for want, texts := range map[string]string{
		"true or false":      "y Y yes Yes YES n N no No NO on On ON off Off OFF True TRUE False FALSE",
		"nothing":            "~ Null NULL",
		"a sign of YAML":     "<< =",
		"a number":           "0777 1_000 0x1F 0b11 0o14 +1 -0x1 1. .5 +.5e3 08 1_0.5 .inf -.INF .NaN 012e03",
		"a time or a number": "12:30 190:20:30 1:2:3.5 -12:30",
		"a date":             "2024-01-01 2024-1-1T12:30:00Z",
		"":                   "nope yess yEs nO oN nUll Nobody 1.2.3 1.0.0-dev 8a 12:75 12:30h 2024-1-1 2024-01 . .. - + ._ 0xg 0b2 1e inf .infinity HI7 x",
	} {
		for _, text := range strings.Fields(texts) {
			if got := source.ReadAs(text); got != want {
				t.Errorf("source.ReadAs(%q) = %q, want %q", text, got, want)
			}
		}
	}
	if got := source.ReadAs(""); got != "" {
		t.Errorf("an empty text is read as %q", got)
	}
	if got := source.ReadAs("2024-01-01 12:30:00 +01:00"); got != "a date" {
		t.Errorf("a date and time is read as %q", got)
	}
}

func TestCut(t *testing.T) {
	long := strings.Repeat("é", 81)
	if got := cut(long); got != strings.Repeat("é", 80)+"…" {
		t.Errorf("81 characters are cut to %q", got)
	}
	if got := cut(long[2:]); got != long[2:] {
		t.Errorf("80 characters are cut to %q", got)
	}
	if got := quoted("a\nb\u202e"); got != `"a\nb\u202e"` {
		t.Errorf("what cannot be seen is shown as %s", got)
	}
}
