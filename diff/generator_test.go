package diff_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// generator edits the shipped framework at random, always in the same way.
type generator struct {
	*rand.Rand
	t    testing.TB
	docs map[string]*source.Document
	f    *framework.Framework
	made int // entities
}

func (g *generator) pick(of []string) string { return of[g.IntN(len(of))] }

// id draws an entity of a kind, or of roles and competencies when it is empty.
func (g *generator) id(kind framework.Kind) string {
	switch kind {
	case framework.KindScale:
		return g.f.Scales[g.IntN(len(g.f.Scales))].ID
	case framework.KindLevel:
		return g.f.Levels[g.IntN(len(g.f.Levels))].ID
	case framework.KindConstituency:
		return g.f.Constituencies[g.IntN(len(g.f.Constituencies))].ID
	case framework.KindResource:
		return g.f.Resources[g.IntN(len(g.f.Resources))].ID
	case framework.KindRole:
		return g.f.Roles[g.IntN(len(g.f.Roles))].ID
	}
	return g.f.Competencies[g.IntN(len(g.f.Competencies))].ID
}

// path draws a file; kinds with few files come as often as the others, and roles
// more often, because they have most fields.
func (g *generator) path() string {
	paths := slices.Sorted(maps.Keys(g.docs))
	kinds := append(framework.Kinds(), framework.KindRole, framework.KindRole, framework.KindRole)
	kind := kinds[g.IntN(len(kinds))]
	of := slices.DeleteFunc(slices.Clone(paths), func(p string) bool { k, _ := framework.DefaultLayout.Place(p); return k != kind })
	if len(of) < 3 && kind != framework.KindFramework {
		return g.pick(paths)
	}
	return g.pick(of)
}

// change draws other values for one or two fields of a group, and now and then for
// an extension. A new group has every field that it must have.
func (g *generator) change(old map[string]any, of fields) map[string]any {
	next := maps.Clone(old)
	names := slices.Sorted(maps.Keys(of))
	if next == nil {
		next = map[string]any{}
		for _, name := range names {
			if value := of[name](g, next[name]); value != nil {
				next[name] = value
			}
		}
		return next
	}
	for range 1 + g.IntN(2) {
		name := g.pick(names)
		next[name] = of[name](g, next[name])
		if next[name] == nil {
			delete(next, name)
		}
	}
	if g.IntN(12) == 0 {
		next["x-more"] = []any{nil, "a", 1, map[string]any{"b": g.IntN(3)}}[g.IntN(4)]
	}
	return next
}

// edit changes one file: fields of an entity, or the entity as a whole.
func (g *generator) edit() {
	path := g.path()
	doc := g.docs[path]
	tree := doc.Root().Value().(map[string]any)
	kind, _ := framework.DefaultLayout.Place(path)
	if kind == framework.KindFramework {
		g.put(path, g.change(tree, fieldsOf(kind)))
		return
	}
	switch g.IntN(20) {
	case 0:
		if kind != framework.KindScale { // others could be drawn from no more
			delete(g.docs, path)
		}
	case 1, 2:
		g.made++
		tree["id"] = fmt.Sprintf("made-%d", g.made)
		folder := path[:strings.LastIndex(path, "/")+1]
		if g.IntN(2) == 0 {
			delete(g.docs, path) // another id, and nobody says that it is the same
		}
		g.put(folder+tree["id"].(string)+".json", tree)
	default:
		g.put(path, g.change(tree, fieldsOf(kind)))
	}
}

// put writes a file as JSON.
func (g *generator) put(path string, tree map[string]any) {
	if tree["status"] != "draft" && strings.HasPrefix(path, "roles/") && tree["constituency"] == nil {
		tree["constituency"] = "information-management"
	}
	if tree["codeVersion"] != nil && tree["code"] == nil {
		delete(tree, "codeVersion")
	}
	delete(g.docs, path)
	path = path[:strings.LastIndex(path, ".")] + ".json"
	g.docs[path] = document(g.t, path, jsonText(g.t, tree))
	if g.IntN(20) == 0 {
		holdToSchema(g.t, g.docs[path])
	}
}

func jsonText(t testing.TB, value any) string {
	t.Helper()
	data, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// fieldsOf returns all fields of a kind.
func fieldsOf(kind framework.Kind) fields {
	all := maps.Clone(common)
	maps.Copy(all, own[kind])
	return all
}

// rewritten returns the same content in other bytes, where documents are no shipped
// ones.
func (g *generator) rewritten() map[string]*source.Document {
	again := map[string]*source.Document{}
	for path, doc := range g.docs {
		if again[path] = doc; parsed()[path] != doc {
			data, err := json.Marshal(doc.Root().Value())
			if err != nil {
				g.t.Fatal(err)
			}
			again[path] = document(g.t, path, string(data))
		}
	}
	return again
}
