package report

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// published compiles a schema that others wrote. It is no part of the project; a
// test without it is skipped and says so.
func published(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	path := filepath.Join("..", "..", "shared", "reference", filepath.FromSlash(name))
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the published schema is not here: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("published.json", strings.NewReader(string(text))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("published.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// holds reports what a schema says of a text.
func holds(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
	return s.Validate(value)
}

func TestPublishedSchemas(t *testing.T) {
	t.Parallel()
	for format, c := range map[string]struct{ schema, key string }{
		"sarif":  {"sarif/sarif-schema-2.1.0.json", `"level": "`},
		"rdjson": {"rdjson/DiagnosticResult.json", `"severity": "`},
	} {
		t.Run(format, func(t *testing.T) {
			s := published(t, c.schema)
			docs := machineDocs()
			docs["many"] = many(6000)
			for name, doc := range docs {
				out := render(t, doc, format, Options{})
				if err := holds(t, s, out); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			// The judge must be able to refuse.
			spoilt := strings.Replace(render(t, docs["hostile"], format, Options{}), c.key, c.key+"very ", 1)
			if holds(t, s, spoilt) == nil {
				t.Error("the schema accepts anything")
			}
		})
	}
}
