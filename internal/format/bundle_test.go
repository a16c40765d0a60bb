package format

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"

	frameworkdata "github.com/cadre-framework/cadre/framework-data"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// built makes the model of files, a path and a text in turn.
func built(t testing.TB, l framework.Layout, files ...string) *framework.Framework {
	t.Helper()
	var docs []*source.Document
	for i := 0; i < len(files); i += 2 {
		doc, faults := source.Parse(&source.File{Path: files[i], Text: files[i+1]}, source.BundleLimits)
		if len(faults) > 0 {
			t.Fatal(files[i], faults)
		}
		docs = append(docs, doc)
	}
	return framework.Build(docs, nil, l)
}

func bundled(t testing.TB, f *framework.Framework) string {
	t.Helper()
	text, faults, err := Bundle(f, "b.json")
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	return text
}

const wantBundle = `{
  "framework": {
    "schemaVersion": 1,
    "id": "f",
    "title": "F \"<&>\" é",
    "version": "1.0.0",
    "locale": "en-GB"
  },
  "levels": [
    {
      "id": "one",
      "title": "One",
      "scale": "s",
      "rank": 1,
      "descriptors": {
        "alpha": "A",
        "beta": "B"
      }
    }
  ],
  "competencies": [
    {
      "id": "c",
      "title": "C",
      "descriptors": {
        "2": "two",
        "10": "ten"
      },
      "x-cadre-ignore": {
        "text/too-long": "why"
      },
      "x-more": [
        null,
        true,
        1.5,
        {},
        []
      ]
    }
  ],
  "roles": [
    {
      "id": "a",
      "title": "A"
    },
    {
      "id": "b",
      "title": "B",
      "summary": "one two\n"
    }
  ]
}
`

// TestBundle gives the same bytes for the same content, however it is written and
// spread over files.
func TestBundle(t *testing.T) {
	folder := built(t, framework.DefaultLayout,
		"competencies/c.yaml", "# why\nx-more: [~, true, 1.5, {}, []]\nid: c\ntitle: C # beside\ndescriptors: { 10: ten, '2': two }\nx-cadre-ignore: { text/too-long: why }\n",
		"framework.yaml", "title: \"F \\\"<&>\\\" é\"\nid: f\nversion: 1.0.0\nlocale: en-GB\nschemaVersion: 1\n",
		"levels/one.json", `{"rank": 1.0, "descriptors": {"beta": "B", "alpha": "A"}, "id": "one", "scale": "s", "title": "One"}`,
		"roles/all.yaml", "- id: b\n  title: B\n  summary: >\n    one\n    two\n- title: A\n  id: a\n")
	got := bundled(t, folder)
	want := strings.Replace(wantBundle, "        null,", "        \"~\",", 1) // YAML's tilde is text here
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	again := bundled(t, built(t, framework.BundleLayout("x.json"), "x.json", got))
	if again != got {
		t.Errorf("a bundle of the bundle differs:\n%s", again)
	}
	var anyOrder any
	if err := json.Unmarshal([]byte(got), &anyOrder); err != nil {
		t.Fatal(err)
	}
	shuffled, err := json.Marshal(anyOrder) // fields by name, on one line
	if err != nil {
		t.Fatal(err)
	}
	if other := bundled(t, built(t, framework.BundleLayout("x.json"), "x.json", string(shuffled))); other != got {
		t.Errorf("other layout, other bytes:\n%s", other)
	}
}

// TestBundleRefuses returns what the default limits do not allow.
func TestBundleRefuses(t *testing.T) {
	deep := strings.Repeat("[", 62) + strings.Repeat("]", 62)
	f := built(t, framework.DefaultLayout,
		"framework.json", `{"id": "f"}`,
		"roles/a.json", `{"id": "a", "x-deep": `+deep+`}`)
	text, faults, err := Bundle(f, "b.json")
	if text != "" || len(faults) != 1 || faults[0].Code != "too-deep" || err != nil {
		t.Errorf("%q, %v, %v", text, faults, err)
	}
}

// TestSameEntities is what the proof rests on.
func TestSameEntities(t *testing.T) {
	read := func(text string) *framework.Framework {
		return built(t, framework.BundleLayout("x.json"), "x.json", text)
	}
	old := read(`{"framework": {"id": "f"}, "roles": [{"id": "a", "level": 1}]}`)
	var entities []*framework.Entity
	for e := range old.Entities() {
		entities = append(entities, e)
	}
	for text, want := range map[string]string{
		`{"roles": [{"level": 1.0, "id": "a"}], "framework": {"id": "f"}}`:               "",
		`{"framework": {"id": "f"}, "roles": [{"id": "a", "level": 2}]}`:                 `the role "a" at /roles/0/level`,
		`{"framework": {"id": "f"}, "roles": [{"id": "a", "level": "1"}]}`:               `the role "a" at /roles/0/level`,
		`{"framework": {"id": "f"}, "roles": [{"id": "a"}]}`:                             `the role "a" at /roles/0`,
		`{"framework": {"id": "f"}}`:                                                     "1 entities instead of 2",
		`{"framework": {"id": "f"}, "competencies": [{"id": "a", "level": 1}]}`:          `lack the role "a"`,
		`{"framework": {"id": "f"}, "roles": [{"id": "a", "level": 1}], "levels": [{}]}`: "3 entities instead of 2",
	} {
		err := sameEntities(entities, read(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

// shipped reads the framework that ships.
func shipped(t *testing.T) *framework.Framework {
	paths, err := Files(frameworkdata.FS, framework.DefaultLayout)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, p := range paths {
		data, err := fs.ReadFile(frameworkdata.FS, p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, p, string(data))
	}
	return built(t, framework.DefaultLayout, files...)
}

// TestBundleShipped bundles the shipped framework, and the bundle of that.
func TestBundleShipped(t *testing.T) {
	text := bundled(t, shipped(t))
	if again := bundled(t, built(t, framework.BundleLayout("b.json"), "b.json", text)); again != text {
		t.Error("a bundle of the bundle differs")
	}
}

// TestFrozenReleases holds frozen bundles to what bundling their content gives. A
// release that was frozen before is never altered: its fields may stand in another
// order.
func TestFrozenReleases(t *testing.T) {
	names, err := fs.Glob(frameworkdata.FS, "releases/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(frameworkdata.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		got := bundled(t, built(t, framework.BundleLayout(path.Base(name)), path.Base(name), string(data)))
		if got == string(data) {
			continue
		}
		var was, is any
		if err := json.NewDecoder(bytes.NewReader(data)).Decode(&was); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(got), &is); err != nil || !reflect.DeepEqual(was, is) {
			t.Errorf("%s: the bundle of its content holds something else: %v", name, err)
		}
		t.Logf("%s was frozen in another order", name)
	}
}
