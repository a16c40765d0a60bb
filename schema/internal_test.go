package schema

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingElseIsLoaded compiles schemas that refer to what they must not
// reach. The file that the references name exists and is a good schema.
func TestNothingElseIsLoaded(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.schema.json")
	if err := os.WriteFile(outside, []byte(`{"type": "string"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{
		"file://" + outside, outside, "../../../../../.." + outside,
		"http://localhost/outside.schema.json", "https://example.org/outside.schema.json",
		"//localhost/outside.schema.json", "//localhost" + outside, "schema://other/common.schema.json",
		"common.schema.json/../../x.schema.json", "common", "%2e%2e/common.schema.json", "urn:example:outside",
	} {
		c := newCompiler(func(name string) (string, bool) {
			if name == "test" {
				return `{"allOf": [{"$ref": "` + ref + `"}]}`, true
			}
			return Text(name)
		})
		if _, err := c.compile("test"); err == nil {
			t.Errorf("a reference to %s is followed", ref)
		}
	}
	c := newCompiler(func(name string) (string, bool) {
		if name == "test" {
			return `{"allOf": [{"$ref": "common.schema.json#/definitions/id"}]}`, true
		}
		return Text(name)
	})
	if _, err := c.compile("test"); err != nil {
		t.Errorf("a reference to an embedded schema is not followed: %v", err)
	}
}

// judgeBy checks a value by a schema of the test.
func judgeBy(t *testing.T, text string, value any) []Violation {
	t.Helper()
	f := newFile("test", text)
	s, err := newCompiler(func(name string) (string, bool) { return text, name == "test" }).compile("test")
	if err != nil {
		t.Fatal(err)
	}
	failure, err := run(s, value)
	if err != nil || failure == nil {
		t.Fatalf("the value passes: %v", err)
	}
	w := walker{kind: "test", value: value, load: func(string) *file { return f }}
	w.walk(failure)
	if w.err != nil {
		t.Fatal(w.err)
	}
	return settle(w.found)
}

// TestBranches covers what the published schemas have no use for yet: branches
// of one JSON type.
func TestBranches(t *testing.T) {
	const schema = `{"oneOf": [
		{"title": "A move", "type": "object", "required": ["kind", "to"], "properties": {"kind": {"const": "move"}, "to": {"type": "string"}}},
		{"title": "A stay", "type": "object", "required": ["kind", "where", "long"], "properties": {"kind": {"const": "stay"}, "where": {"type": "string"}, "long": {"type": "string"}}},
		{"type": "array"}
	]}`
	for _, c := range []struct {
		name  string
		value map[string]any
		want  string // rule, pointer and property of the closest branch's violations
	}{
		{"the discriminator decides", map[string]any{"kind": "move", "where": "x", "long": "y"}, "required  to"},
		{"else the required fields", map[string]any{"where": "x", "long": "y"}, "required  kind"},
		{"of all required fields most", map[string]any{"kind": "stroll", "where": "x"}, "required  long|const /kind "},
	} {
		found := judgeBy(t, schema, c.value)
		if len(found) != 1 || found[0].Rule != "one-of" || found[0].Got != "object" {
			t.Errorf("%s: %+v", c.name, found)
			continue
		}
		var got []string
		for _, v := range found[0].Closest {
			got = append(got, v.Rule+" "+v.Pointer+" "+v.Property)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: the closest branch lacks %q, want %q", c.name, got, c.want)
		}
	}
	const nested = `{"anyOf": [
		{"type": "object", "properties": {"a": {"type": "string"}}},
		{"type": "object", "properties": {"a": {"properties": {"b": {"type": "integer"}}}}}
	]}`
	found := judgeBy(t, nested, map[string]any{"a": map[string]any{"b": "x"}})
	if len(found) != 1 || len(found[0].Closest) != 1 || found[0].Closest[0].Pointer != "/a/b" {
		t.Errorf("the branch that fits deepest is not the closest: %+v", found)
	}
	if found := judgeBy(t, schema, "text"); len(found) != 1 || found[0].Rule != "type" || strings.Join(found[0].Types, " ") != "object array" {
		t.Errorf("a type of no branch gives %+v", found)
	}
}

func TestConst(t *testing.T) {
	const schema = `{"properties": {"version": {"const": 1}, "schemaVersion": {"const": 1}}}`
	found := judgeBy(t, schema, map[string]any{"version": "2", "schemaVersion": "3"})
	if len(found) != 2 || found[0].Rule != "schema-version" || found[1].Rule != "const" || found[1].Got != "2" || found[1].Allowed[0] != "1" {
		t.Errorf("got %+v", found)
	}
}

func TestFieldCalledDependencies(t *testing.T) {
	const schema = `{"properties": {"dependencies": {"items": {"type": "string"}}}}`
	found := judgeBy(t, schema, map[string]any{"dependencies": []any{true}})
	if len(found) != 1 || found[0].Rule != "type" || found[0].Pointer != "/dependencies/0" {
		t.Errorf("got %+v", found)
	}
}

// TestOneDefectOnce proves that of several complaints about one text only the
// one that explains most is left.
func TestOneDefectOnce(t *testing.T) {
	const schema = `{"minLength": 1, "format": "date", "pattern": "^20"}`
	for text, want := range map[string]string{"": "length", "soon": "format", "1999-01-01": "pattern"} {
		if found := judgeBy(t, schema, text); len(found) != 1 || found[0].Rule != want {
			t.Errorf("%q gives %+v, want %s alone", text, found, want)
		}
	}
}

func TestWholeNumberIsNumber(t *testing.T) {
	const schema = `{"oneOf": [{"type": "number", "maximum": 3}, {"type": "string"}]}`
	if found := judgeBy(t, schema, json.Number("4")); len(found) != 1 || found[0].Rule != "range" {
		t.Errorf("got %+v", found)
	}
}

func TestKeywordWithoutRule(t *testing.T) {
	const text = `{"not": {"type": "string"}}`
	f := newFile("test", text)
	s, err := newCompiler(func(string) (string, bool) { return text, true }).compile("test")
	if err != nil {
		t.Fatal(err)
	}
	failure, err := run(s, "text")
	if err != nil {
		t.Fatal(err)
	}
	w := walker{kind: "test", value: "text", load: func(string) *file { return f }}
	if w.walk(failure); w.err == nil {
		t.Errorf("a keyword without a rule passes silently: %+v", w.found)
	}
}

func TestRunRecovers(t *testing.T) {
	s, err := compiled("role")
	if err != nil {
		t.Fatal(err)
	}
	if failure, err := run(s, map[string]any{"title": struct{}{}}); err == nil {
		t.Errorf("a value that is not JSON gives %v without an error", failure)
	}
}
