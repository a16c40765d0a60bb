package schema

import (
	"reflect"
	"strconv"
	"testing"
)

// broken returns a bundle with every sort of violation, near the top and deep in
// lists that are longer than a part.
func broken(entries int) map[string]any {
	roles := make([]any, entries)
	for i := range roles {
		roles[i] = map[string]any{
			"id": "r" + strconv.Itoa(i), "title": i%3 == 0, "constituency": "c", "level": map[string]any{"from": "x"},
			"aliases": []any{"a", "b", "a"}, "a/b": "unknown", "competencies": []any{map[string]any{"ref": "x", "need": "cor"}},
		}
		if i%3 != 0 {
			roles[i].(map[string]any)["title"] = "T"
		}
	}
	return map[string]any{"framework": map[string]any{}, "roles": roles, "levels": []any{map[string]any{}}, "extra": []any{}}
}

// TestPartsChangeNothing holds what the parts of a value give, together, to what
// the value gives as a whole.
func TestPartsChangeNothing(t *testing.T) {
	s, err := compiled("bundle")
	if err != nil {
		t.Fatal(err)
	}
	for _, entries := range []int{1, 100, 3 * partSize / 10} {
		value := broken(entries)
		want, err := judge(s, "bundle", value)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Check("bundle", value)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d entries: the parts give %d violations, the whole %d (%v)", entries, len(got), len(want), err)
		}
	}
}

// TestPartsAreSmall holds what is judged at a time, of which the library keeps
// every failure, to the bound, however long the lists are.
func TestPartsAreSmall(t *testing.T) {
	const around = 10 // the top and what is no list
	for _, entries := range []int{2_000, 8_000} {
		n := 0
		for p := range loaded("bundle").parts(broken(entries)) {
			n++
			if size := sizeOf(p.value); size > partSize+around {
				t.Errorf("%d entries: part %d has %d values", entries, n, size)
			}
		}
		if n < 10 {
			t.Errorf("%d entries make %d parts", entries, n)
		}
	}
}

// TestListsJudgedAsWhole proves that a list whose entries are compared with each
// other, or counted, is never cut.
func TestListsJudgedAsWhole(t *testing.T) {
	long := make([]any, 3*partSize)
	for i := range long {
		long[i] = "same"
	}
	for _, keyword := range []string{`"uniqueItems": true`, `"minItems": 2`, `"maxItems": 3`, ``} {
		comma := ""
		if keyword != "" {
			comma = ", "
		}
		f := newFile("test", `{"properties": {"list": {"type": "array"`+comma+keyword+`}}}`)
		n := 0
		for range f.parts(map[string]any{"list": long}) {
			n++
		}
		if whole := n == 1; whole != (keyword != "") {
			t.Errorf("a list with %s makes %d parts", keyword, n)
		}
	}
}

// TestCheckMost proves that what is left out is counted, rule by rule, and that no
// rule takes the room of another.
func TestCheckMost(t *testing.T) {
	value := broken(3 * partSize / 10)
	all, err := Check("bundle", value)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	for _, v := range all {
		want[v.Rule]++
	}
	const most = 5
	found, more, err := CheckMost("bundle", value, most)
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]int{}
	for _, v := range found {
		kept[v.Rule]++
	}
	for rule, n := range want {
		if kept[rule] != min(n, most) || kept[rule]+more[rule] != n {
			t.Errorf("%s: %d kept and %d more of %d", rule, kept[rule], more[rule], n)
		}
	}
	if len(want) < 5 {
		t.Errorf("only the rules %v are broken", want)
	}
}
