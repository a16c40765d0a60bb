package diff_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// values returns the entities of a framework by kind, as values.
func values(f *framework.Framework) map[framework.Kind][]any {
	all := map[framework.Kind][]any{}
	for e := range f.Entities() {
		all[e.Kind] = append(all[e.Kind], e.Node().Value())
	}
	return all
}

// bundled returns a framework as one JSON file holds it.
func bundled(t *testing.T, f *framework.Framework) *framework.Framework {
	t.Helper()
	bundle := map[string]any{}
	for kind, list := range values(f) {
		bundle[kind.BundleKey()] = list
		if kind == framework.KindFramework {
			bundle[kind.BundleKey()] = list[0]
		}
	}
	doc, _ := source.Parse(&source.File{Path: "all.json", Text: jsonText(t, bundle)}, source.BundleLimits)
	return framework.Build([]*source.Document{doc}, nil, framework.Layout{Bundle: "all.json"})
}

// shuffled returns a framework whose entities lie in lists, in another order.
func shuffled(t *testing.T, f *framework.Framework, seed uint64) *framework.Framework {
	t.Helper()
	random := rand.New(rand.NewPCG(1, seed))
	docs := map[string]*source.Document{}
	all := values(f)
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		path, list := kind.BundleKey()+"/all.json", all[kind]
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		var content any = list
		if kind == framework.KindFramework {
			path, content = "framework.json", list[0]
		}
		docs[path] = document(t, path, jsonText(t, content))
	}
	return build(docs)
}

// TestLayoutIsNoChange compares the shipped folder of YAML files with one bundle and
// with lists of JSON.
func TestLayoutIsNoChange(t *testing.T) {
	folder := model(t, shipped())
	for name, other := range map[string]*framework.Framework{"bundle": bundled(t, folder), "lists": shuffled(t, folder, 0)} {
		for _, r := range []*diff.Result{diff.Compare(folder, other, diff.Options{}), diff.Compare(other, folder, diff.Options{})} {
			if len(r.Changes)+len(r.Notes) > 0 {
				t.Errorf("%s: %v", name, lines(r))
			}
		}
	}
}

// TestSameResultEveryTime compares two frameworks that differ in much fifty times,
// in any layout.
func TestSameResultEveryTime(t *testing.T) {
	g := &generator{Rand: rand.New(rand.NewPCG(3, 3)), t: t, docs: maps.Clone(parsed()), f: model(t, shipped())}
	old := g.f
	for range 100 {
		g.edit()
	}
	new := build(g.docs)
	tell := func(r *diff.Result) []string {
		all := lines(r)
		for _, c := range r.Changes {
			all = append(all, c.Message, c.Old.Value, c.New.Value, fmt.Sprint(c.Words))
		}
		return all
	}
	want := tell(diff.Compare(old, new, diff.Options{}))
	for i := range 50 {
		other := new
		if i%10 == 9 {
			other = shuffled(t, new, uint64(i))
		}
		got := tell(diff.Compare(old, other, diff.Options{}))
		if other != new { // lists name their own file in the next step
			slices.Sort(got)
			sorted := slices.Sorted(slices.Values(want))
			if diff := cmp.Diff(withoutNotes(sorted), withoutNotes(got)); diff != "" {
				t.Fatalf("in another layout (-folder +lists):\n%s", diff)
			}
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("repetition %d (-first +now):\n%s", i, diff)
		}
	}
}

func withoutNotes(rows []string) []string {
	return slices.DeleteFunc(rows, func(s string) bool { return len(s) > 5 && s[:5] == "note " })
}
