package schema_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/schema"
)

// keywords that assert something have a rule in validate; the others arrange
// assertions or describe.
var (
	assertions = []string{"required", "additionalProperties", "type", "enum", "const", "pattern", "format", "minLength", "maxLength",
		"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "oneOf", "anyOf", "dependencies"}
	arrangements = []string{"$schema", "$id", "$ref", "$comment", "title", "description", "examples", "definitions",
		"properties", "patternProperties", "items", "allOf", "if", "then", "else"}
)

// visit calls f with every subschema of a file and its JSON pointer.
func visit(value any, pointer string, f func(pointer string, s map[string]any)) {
	s, ok := value.(map[string]any)
	if !ok {
		return
	}
	f(pointer, s)
	for _, k := range []string{"items", "additionalProperties", "if", "then", "else"} {
		visit(s[k], pointer+"/"+k, f)
	}
	for _, k := range []string{"properties", "patternProperties", "definitions"} {
		named, _ := s[k].(map[string]any)
		for name, each := range named {
			visit(each, pointer+"/"+k+"/"+name, f)
		}
	}
	for _, k := range []string{"allOf", "oneOf", "anyOf"} {
		list, _ := s[k].([]any)
		for i, each := range list {
			visit(each, fmt.Sprintf("%s/%s/%d", pointer, k, i), f)
		}
	}
}

func read(t *testing.T, name string) map[string]any {
	t.Helper()
	text, ok := schema.Text(name)
	if !ok {
		t.Fatalf("there is no schema %q", name)
	}
	return decode(t, text).(map[string]any)
}

func TestFiles(t *testing.T) {
	for _, kind := range append(schema.Kinds(), "common") {
		if !slices.Contains(schema.Names(), kind) {
			t.Errorf("the kind %q has no file", kind)
		}
	}
	for _, name := range schema.Names() {
		t.Run(name, func(t *testing.T) {
			root := read(t, name)
			if root["$schema"] != "http://json-schema.org/draft-07/schema#" || root["$id"] != name+".schema.json" {
				t.Errorf("$schema is %v and $id is %v", root["$schema"], root["$id"])
			}
			if err := schema.Compile(name); err != nil {
				t.Error(err)
			}
			visit(root, "", func(pointer string, s map[string]any) { form(t, pointer, s) })
		})
	}
}

// form checks what holds for every subschema of every file.
func form(t *testing.T, pointer string, s map[string]any) {
	for k := range s {
		if !slices.Contains(assertions, k) && !slices.Contains(arrangements, k) {
			t.Errorf("%s: the keyword %s has no rule", pointer, k)
		}
	}
	if _, refers := s["$ref"]; refers && (len(s) != 1 || !strings.Contains(pointer, "/allOf/")) {
		t.Errorf("%s: draft-07 ignores what stands beside $ref: refer by allOf", pointer)
	}
	if s["uniqueItems"] != nil && !strings.HasSuffix(pointer, "/then") {
		t.Errorf("%s: uniqueItems stands outside a condition that all items are text", pointer)
	}
	if s["type"] == "object" {
		own, _ := s["patternProperties"].(map[string]any)
		if own["^x-"] != true {
			t.Errorf("%s: a group of fields does not allow ^x-", pointer)
		}
		if s["additionalProperties"] == nil {
			t.Errorf("%s: a group of fields does not say what other fields may stand there", pointer)
		}
	}
	if underCondition(pointer) {
		return
	}
	named, _ := s["properties"].(map[string]any)
	for key, each := range named {
		p, _ := each.(map[string]any)
		for _, k := range []string{"title", "description", "examples"} {
			if p[k] == nil {
				t.Errorf("%s/properties/%s has no %s", pointer, key, k)
			}
		}
		if d, _ := p["description"].(string); !strings.HasSuffix(d, ".") {
			t.Errorf("%s/properties/%s: the description is no whole sentence: %q", pointer, key, d)
		}
	}
}

func underCondition(pointer string) bool {
	for _, k := range []string{"/if", "/then", "/else"} {
		if strings.HasSuffix(pointer, k) || strings.Contains(pointer, k+"/") {
			return true
		}
	}
	return false
}

// TestCommonFields compares the common fields, which every kind lists itself
// because additionalProperties does not see through allOf, with their model.
func TestCommonFields(t *testing.T) {
	common := read(t, "common")["properties"].(map[string]any)
	for _, kind := range schema.Kinds() {
		if kind == "bundle" {
			continue
		}
		root := read(t, kind)
		fields := root["properties"].(map[string]any)
		required := fmt.Sprint(root["required"])
		if !strings.Contains(required, "id") || !strings.Contains(required, "title") {
			t.Errorf("%s does not require id and title", kind)
		}
		for name, model := range common {
			field, ok := fields[name].(map[string]any)
			if !ok {
				t.Errorf("%s lacks the field %s", kind, name)
				continue
			}
			want := maps.Clone(model.(map[string]any))
			ref := want["allOf"].([]any)[0].(map[string]any)["$ref"].(string)
			want["allOf"] = []any{map[string]any{"$ref": "common.schema.json" + ref}}
			// The words of these say what the entry is, so that each kind has its own.
			if slices.Contains([]string{"id", "title", "aliases", "summary"}, name) {
				want["description"], want["examples"] = field["description"], field["examples"]
			}
			if !reflect.DeepEqual(field, want) {
				t.Errorf("%s.%s is %v, want %v", kind, name, field, want)
			}
		}
	}
}

// TestExamplesPass holds every example, of whole entities and of fields, to the
// schema that shows it.
func TestExamplesPass(t *testing.T) {
	for _, kind := range schema.Kinds() {
		root := read(t, kind)
		whole := root["examples"].([]any)[0]
		if found := check(t, kind, whole); len(found) > 0 {
			t.Errorf("the example of %s breaks its schema: %v", kind, found)
		}
		if kind == "bundle" {
			continue
		}
		for name, field := range root["properties"].(map[string]any) {
			for _, example := range field.(map[string]any)["examples"].([]any) {
				entity := maps.Clone(whole.(map[string]any))
				entity[name] = example
				if name == "codeVersion" {
					entity["code"] = "HI7"
				}
				if found := check(t, kind, entity); len(found) > 0 {
					t.Errorf("the example %v of %s.%s breaks its schema: %v", example, kind, name, found)
				}
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for _, kind := range schema.Kinds() {
		keys := schema.Keys(kind)
		fields := slices.Sorted(maps.Keys(read(t, kind)["properties"].(map[string]any)))
		if sorted := slices.Sorted(slices.Values(keys)); !slices.Equal(sorted, fields) {
			t.Errorf("the keys of %s are %v, want %v", kind, sorted, fields)
		}
		text, _ := schema.Text(kind)
		at := strings.Index(text, `"properties": {`)
		for _, key := range keys {
			next := strings.Index(text[at:], "\n    \""+key+"\": {")
			if next < 0 {
				t.Errorf("%s: %s stands elsewhere in the file than in the order of keys", kind, key)
				break
			}
			at += next
		}
	}
	want := []string{"framework", "scales", "levels", "constituencies", "competencies", "roles", "resources"}
	if keys := schema.Keys("bundle"); !slices.Equal(keys, want) {
		t.Errorf("the keys of a bundle are %v, want %v", keys, want)
	}
	if keys := schema.Keys("rolle"); keys != nil {
		t.Errorf("an unknown kind has the keys %v", keys)
	}
}

func TestCollections(t *testing.T) {
	got := schema.Collections()
	for _, kind := range schema.Kinds()[1:7] {
		if !slices.Contains(slices.Collect(maps.Values(got)), kind) {
			t.Errorf("no key of a bundle holds the kind %s", kind)
		}
	}
	if got["constituencies"] != "constituency" || len(got) != 6 {
		t.Errorf("the collections are %v", got)
	}
}

func TestProperty(t *testing.T) {
	for _, c := range []struct {
		kind, pointer, title string
		text                 bool
	}{
		{"role", "", "Role", false},
		{"role", "/title", "Title", true},
		{"role", "/aliases/7", "Text", true},
		{"role", "/reviewed", "Reviewed", false},
		{"role", "/level", "Level", false},
		{"role", "/level/from", "From", false},
		{"role", "/competencies/12/ref", "Competency", true},
		{"role", "/evidence", "Evidence", true},
		{"role", "/evidence/summary", "Kind of evidence", true},
		{"scale", "/labels/8", "Label", true},
		{"level", "/descriptors/autonomy", "Descriptor", true},
		{"bundle", "/roles/3/deprecated/reason", "Reason", true},
		{"bundle", "/framework/suites/0/pattern", "Pattern of the codes", true},
		{"role", "/x-colour", "", false},
		{"role", "/sumary", "", false},
		{"role", "/title/deeper", "", false},
		{"rolle", "", "", false},
	} {
		p, ok := schema.Property(c.kind, c.pointer)
		if ok != (c.title != "") || p.Title != c.title || p.Text() != c.text {
			t.Errorf("Property(%q, %q) = %q, text %v, %v", c.kind, c.pointer, p.Title, p.Text(), ok)
		}
	}
}

func TestField(t *testing.T) {
	for path, title := range map[string]string{
		"role": "Role", "role.level": "Level", "role.level.from": "From", "role.competencies.proficiency": "Proficiency",
		"framework.counts.roles": "Number of roles", "role.nothing": "", "rolle.level": "", "role.": "Role",
	} {
		p, ok := schema.Field(path)
		if p.Title != title || ok != (title != "") {
			t.Errorf("Field(%q) = %q, %v, want %q", path, p.Title, ok, title)
		}
	}
	p, _ := schema.Field("role.competencies")
	if want := []string{"ref", "need", "proficiency"}; !slices.Equal(p.Keys, want) || !slices.Equal(p.Required, want[:1]) {
		t.Errorf("the fields of a requirement are %v, of which %v must be there", p.Keys, p.Required)
	}
}

// TestPublishedBytes proves that what is embedded is what lies in the folder.
func TestPublishedBytes(t *testing.T) {
	for _, name := range schema.Names() {
		text, _ := schema.Text(name)
		data, err := os.ReadFile(filepath.Join(".", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		if string(data) != text || !json.Valid(data) {
			t.Errorf("%s.schema.json differs from what is embedded", name)
		}
	}
}
