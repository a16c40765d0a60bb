package diff_test

import (
	"fmt"
	"maps"
	"slices"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// rename gives an entity of both sides another id on the new side, where everything
// follows, and writes it into the old documents as if it had always been so. It
// returns the difference that this makes, or none when no entity fits.
func (g *generator) rename(old map[string]*source.Document) difference {
	for range 20 {
		path := g.path()
		kind, _ := framework.DefaultLayout.Place(path)
		was, is := old[path], g.docs[path]
		if kind == framework.KindFramework || was == nil || was.Root().Get("id").Text() != is.Root().Get("id").Text() {
			continue
		}
		if is.Root().Get("status").Text() == "draft" || was.Root().Get("status").Text() == "draft" {
			continue
		}
		g.made++
		from, to := is.Root().Get("id").Text(), fmt.Sprintf("renamed-%d", g.made)
		g.follow(old, path, from, to)
		g.follow(g.docs, path, from, to)
		return difference{string(kind) + "/" + to, ""}
	}
	return difference{}
}

// follow writes another id wherever one stands, and at the entity itself that it
// replaces it.
func (g *generator) follow(docs map[string]*source.Document, path, from, to string) {
	for _, p := range slices.Sorted(maps.Keys(docs)) {
		next, found := replaced(docs[p].Root().Value(), from, to)
		if !found {
			continue
		}
		tree := next.(map[string]any)
		if p == path {
			list, _ := tree["replaces"].([]any)
			tree["replaces"] = append(slices.Clone(list), from)
		}
		docs[p] = document(g.t, p, jsonText(g.t, tree))
	}
}

// replaced returns a value with one text for another, and whether it held it.
func replaced(value any, from, to string) (any, bool) {
	found := false
	switch v := value.(type) {
	case string:
		if v == from {
			return to, true
		}
	case []any:
		for i := range v {
			next, ok := replaced(v[i], from, to)
			v[i], found = next, found || ok
		}
	case map[string]any:
		for key := range v {
			if key == "kind" {
				continue // no id, but the sort of thing
			}
			next, ok := replaced(v[key], from, to)
			v[key], found = next, found || ok
		}
	}
	return value, found
}
