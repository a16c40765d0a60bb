package hosting

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v4"
)

const root = "../.."

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// parse reads YAML, of which JSON is a part, into a value.
func parse[T any](t *testing.T, name, text string) T {
	t.Helper()
	var value T
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return value
}

// workflows returns the paths of the workflows.
func workflows(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, ".github", "workflows", "*.yml"))
	if err != nil || len(paths) < 5 {
		t.Fatalf("found the workflows %v (%v)", paths, err)
	}
	for i, path := range paths {
		paths[i] = ".github/workflows/" + filepath.Base(path)
	}
	return paths
}

const action = ".github/actions/check/action.yml"

// published compiles a schema that others wrote. It is no part of the project; a
// test without it is skipped and says so.
func published(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "..", "shared", "reference", "schemastore", name+".json"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the published schema is not here: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("published.json", strings.NewReader(string(text))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("published.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// violation returns what a schema says of YAML.
func violation(t *testing.T, s *jsonschema.Schema, name, text string) error {
	t.Helper()
	data, err := json.Marshal(parse[any](t, name, text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

// TestSchemas holds files and recipes to the schemas of their hosts, each of which
// must be able to say no.
func TestSchemas(t *testing.T) {
	recipes := fenced(read(t, "docs/ci.md"), "yaml")
	for schema, files := range map[string]map[string]string{
		"github-action":    {action: read(t, action)},
		"github-workflow":  {"a recipe": recipes[".github/workflows/framework.yml"]},
		"pre-commit-hooks": {".pre-commit-hooks.yaml": read(t, ".pre-commit-hooks.yaml")},
	} {
		t.Run(schema, func(t *testing.T) {
			if schema == "github-workflow" {
				for _, name := range workflows(t) {
					files[name] = read(t, name)
				}
			}
			s := published(t, schema)
			for name, text := range files {
				if err := violation(t, s, name, text); err != nil {
					t.Errorf("%s: %#v", name, err)
				}
			}
			if violation(t, s, "a text", "just: words") == nil {
				t.Error("the schema takes everything")
			}
		})
	}
}

var (
	fence     = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")
	fenceName = regexp.MustCompile(`\A# (\S+)\n`)
)

// fenced returns the fenced texts of a page in one language, by the name in their
// first line.
func fenced(page, language string) map[string]string {
	texts := map[string]string{}
	for _, m := range fence.FindAllStringSubmatch(page, -1) {
		if name := fenceName.FindStringSubmatch(m[2]); m[1] == language && name != nil {
			texts[name[1]] = m[2]
		}
	}
	return texts
}
