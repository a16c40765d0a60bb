package schema_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os/exec"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/cadre-framework/cadre/schema"
)

// decode reads JSON as package source hands it over.
func decode(t testing.TB, text string) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("decoding %s: %v", text, err)
	}
	return v
}

func check(t testing.TB, name string, value any) []schema.Violation {
	t.Helper()
	found, err := schema.Check(name, value)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// line renders what identifies a violation and its facts.
func line(v schema.Violation) string {
	parts := []string{v.Rule, v.Pointer, v.Property}
	if len(v.Types) > 0 {
		parts = append(parts, "types="+strings.Join(v.Types, ","))
	}
	if len(v.Allowed) > 0 && v.Rule != "unknown-property" {
		parts = append(parts, "allowed="+strings.Join(v.Allowed, ","))
	}
	for name, fact := range map[string]string{"limit=": v.Limit, "got=": v.Got, "first=": v.First} {
		if fact != "" {
			parts = append(parts, name+fact)
		}
	}
	return strings.Join(parts, " ")
}

func TestCheck(t *testing.T) {
	const role = `"id": "coder", "title": "Coder", "constituency": "records"`
	for _, c := range []struct{ name, kind, value, want string }{
		{"a full role", "role", `{` + role + `, "level": {"from": 3, "to": 4}, "evidence": {"title": "inferred"}, "x-colour": {"deep": 1}}`, ""},
		{"a draft without constituency", "role", `{"id": "coder", "title": "Coder", "status": "draft"}`, ""},
		{"a role without constituency", "role", `{"id": "coder", "title": "Coder"}`, "required  constituency"},
		{"a misspelt status asks for no constituency", "role", `{"id": "coder", "title": "Coder", "status": "drat"}`, "enum /status  allowed=draft,active,deprecated,retired got=drat"},
		{"several missing fields", "role", `{}`, "required  constituency|required  id|required  title"},
		{"an unknown field", "role", `{` + role + `, "sumary": "x"}`, "unknown-property  sumary"},
		{"a key with every special character", "role", `{` + role + `, "evidence": {"a/b~c %2F^": 1}}`, "type /evidence/a~1b~0c %2F^  types=string got=integer"},
		{"the integer branch", "role", `{` + role + `, "level": 8.5}`, "type /level  types=integer,object got=number"},
		{"eight and a zero is a whole number", "role", `{` + role + `, "level": 8.0}`, ""},
		{"no branch of that type", "role", `{` + role + `, "level": "five"}`, "type /level  types=integer,object got=string"},
		{"the object branch", "role", `{` + role + `, "level": {"from": "a"}}`, "required /level to|type /level/from  types=integer got=string"},
		{"the word branch", "role", `{` + role + `, "evidence": "guess"}`, "enum /evidence  allowed=documented,inferred,reconstructed got=guess"},
		{"an empty text", "role", `{"id": "", "title": "", "constituency": "records", "reviewed": ""}`, "pattern /id  limit=^[a-z][a-z0-9]*(-[a-z0-9]+)*$|format /reviewed  limit=date|length /title  limit=1 got=0"},
		{"no web address", "resource", `{"id": "kit", "title": "Kit", "kind": "course", "url": "www.nhs.uk"}`, "format /url  limit=uri got=www.nhs.uk"},
		{"a web address of the wrong sort", "resource", `{"id": "kit", "title": "Kit", "kind": "course", "url": "javascript:alert(1)"}`, "pattern /url  limit=^https?:// got=javascript:alert(1)"},
		{"an id that is too long", "constituency", `{"id": "a` + strings.Repeat("b", 64) + `", "title": "A"}`, "length /id  limit=64 got=65"},
		{"repeated names", "role", `{` + role + `, "aliases": ["a", "b", "a", "a"]}`, "unique-items /aliases/2  got=a first=/aliases/0|unique-items /aliases/3  got=a first=/aliases/0"},
		{"repeated numbers are judged as numbers", "role", `{` + role + `, "aliases": [1, 1]}`, "type /aliases/0  types=string got=integer|type /aliases/1  types=string got=integer"},
		{"a code version without a code", "competency", `{"id": "risk", "title": "Risk", "codeVersion": "2010"}`, "dependency /codeVersion code"},
		{"a negative count", "framework", `{"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en", "counts": {"roles": -1}}`, "range /counts/roles  limit=0 got=-1"},
		{"an empty list of suites", "framework", `{"schemaVersion": 1, "id": "f", "title": "F", "version": "1.0.0", "locale": "en", "suites": []}`, "items /suites  limit=1 got=0"},
		{"no schema version", "framework", `{"id": "f", "title": "F", "version": "1.0.0", "locale": "en"}`, "schema-version  schemaVersion allowed=1"},
		{"a schema version to come", "framework", `{"schemaVersion": 2, "id": "f", "title": "F", "version": "1.0.0", "locale": "en"}`, "schema-version /schemaVersion  allowed=1 got=2"},
		{"a nation that is none", "role", `{` + role + `, "nations": ["England"]}`, "pattern /nations/0  limit=^[A-Z]{2}-[A-Z0-9]{1,3}$ got=England"},
		{"a rank in words", "scale", `{"id": "s", "title": "S", "kind": "pay", "min": 1, "max": 9, "labels": {"eight": "8a", "8": "8a"}}`, "unknown-property /labels eight"},
		{"a bundle", "bundle", `{"framework": {}, "roles": [{` + role + `}, {"id": "a", "title": 3, "constituency": "b"}]}`, "required /framework id|required /framework locale|required /framework title|required /framework version|schema-version /framework schemaVersion allowed=1|type /roles/1/title  types=string got=integer"},
		{"something else altogether", "role", `[]`, "type   types=object got=array"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, v := range check(t, c.kind, decode(t, c.value)) {
				got = append(got, line(v))
			}
			want := strings.Split(c.want, "|")
			if c.want == "" {
				want = nil
			}
			if len(got) != len(want) {
				t.Fatalf("violations %q, want %q", got, want)
			}
			for i := range got {
				if !sameWords(got[i], want[i]) {
					t.Errorf("violation %d is %q, want %q", i, got[i], want[i])
				}
			}
		})
	}
}

func sameWords(a, b string) bool {
	count := map[string]int{}
	for _, w := range strings.Fields(a) {
		count[w]++
	}
	for _, w := range strings.Fields(b) {
		count[w]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestCheckErrors(t *testing.T) {
	for _, c := range []struct {
		name  string
		value any
	}{
		{"rolle", nil},
		{"../schema/role", nil},
		{"role", map[string]any{"level": 4}},
		{"role", map[string]any{"level": json.Number("1e4000000")}},
		{"role", map[string]any{"level": json.Number("1e-400")}},
		{"role", []any{json.Number(strings.Repeat("1", 33))}},
		{"role", []any{json.Number("NaN")}},
	} {
		if found, err := schema.Check(c.name, c.value); err == nil {
			t.Errorf("Check(%q, %v) = %v without an error", c.name, c.value, found)
		}
	}
}

// TestCheckIsStable repeats a check with many violations, of which the library
// reports every run in another order, from several goroutines at once.
func TestCheckIsStable(t *testing.T) {
	value := decode(t, `{"framework": {}, "scales": [{}, {"a": 1, "b": 2}], "roles": [{"level": {}}, {"evidence": {"x": 1, "y": 2}}]}`)
	want := check(t, "bundle", value)
	if len(want) < 20 {
		t.Fatalf("only %d violations", len(want))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 25 {
				if got, err := schema.Check("bundle", value); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("another run gives %v, %v", got, err)
				}
			}
		})
	}
	group.Wait()
}

// TestCheckGrows holds the cost of wide and long values to their size. Cost is
// what the check allocates, which no other process can disturb: comparing
// everything with everything allocates too, for numbers are compared exactly.
func TestCheckGrows(t *testing.T) {
	wide := func(n int) any {
		o := map[string]any{}
		for i := range n {
			o["key"+strconv.Itoa(i)] = "x"
		}
		return o
	}
	alike := func(n int) any {
		return map[string]any{"id": "a", "title": "A", "constituency": "b", "aliases": alike(n)}
	}
	for name, value := range map[string]func(int) any{"wide": wide, "alike": alike} {
		cost := func(n int) float64 {
			v := value(n)
			return testing.AllocsPerRun(1, func() {
				if found := check(t, "role", v); len(found) < n {
					t.Fatalf("%s: %d violations of %d", name, len(found), n)
				}
			})
		}
		if small, large := cost(2_000), cost(4_000); large > 2.5*small {
			t.Errorf("%s: 2,000 take %v allocations, 4,000 take %v", name, small, large)
		}
	}
	if found := check(t, "role", wide(100_000)); len(found) != 100_003 {
		t.Errorf("%d violations of 100,000 unknown fields and three missing ones", len(found))
	}
}

// alike returns n different lists of numbers that the schema library, asked
// whether all are different, puts into one bucket and compares pairwise: it hashes
// the bytes of the numbers without saying where one ends.
func alike(n int) []any {
	const parts = 20
	var lists []any
	for cut := 0; len(lists) < n; cut++ {
		var list []any
		number := []byte{5}
		for i := range parts {
			if cut>>i&1 == 0 && len(number) < 10 {
				number = append(number, 1, 2, 5)
				continue
			}
			list = append(list, json.Number(new(big.Int).SetBytes(number).String()))
			number = []byte{5}
		}
		lists = append(lists, append(list, json.Number(new(big.Int).SetBytes(number).String())))
	}
	return lists
}

func TestNoLoaderIsLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatalf("listing what the package links: %v", err)
	}
	if strings.Contains(string(out), "httploader") {
		t.Error("the schema library's HTTP loader is linked")
	}
	if !strings.Contains(string(out), "jsonschema/v5") {
		t.Error("the list of linked packages is not one")
	}
}

func ExampleCheck() {
	value := map[string]any{"id": "clinical-coder", "titel": "Clinical Coder", "level": "four", "constituency": "records"}
	violations, err := schema.Check("role", value)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range violations {
		fmt.Println(v.Rule, v.Pointer, v.Property)
	}
	// Output:
	// required  title
	// unknown-property  titel
	// type /level
}

func ExampleField() {
	field, _ := schema.Field("role.competencies.need")
	fmt.Println(field.Title)
	fmt.Println(field.Description)
	fmt.Println(field.Allowed)
	// Output:
	// Need
	// Whether everyone in the role needs the competency (core) or only some do (optional). Left out, it is core.
	// [core optional]
}
