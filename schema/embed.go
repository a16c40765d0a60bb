package schema

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed *.schema.json
var published embed.FS

const suffix = ".schema.json"

// kinds are the sorts of data that people write, in canonical order: the order
// of a bundle's keys, and the bundle itself.
var kinds = [...]string{"framework", "scale", "level", "constituency", "competency", "role", "resource", "bundle"}

// Kinds returns the kinds of entity and "bundle", in canonical order.
func Kinds() []string { return slices.Clone(kinds[:]) }

// Names returns the name of every published schema by alphabet: the kinds,
// "common", and the schemas of what Cadre itself writes, such as "findings".
func Names() []string { return slices.Clone(names()) }

var names = sync.OnceValue(func() []string {
	paths, err := fs.Glob(published, "*"+suffix)
	if err != nil {
		panic(err) // the pattern is a constant
	}
	for i, path := range paths {
		paths[i] = strings.TrimSuffix(path, suffix)
	}
	return paths
})

// exists reports whether there is a schema of that name, without reading it.
func exists(name string) bool { return slices.Contains(names(), name) }

// Text returns the published file of a schema, byte for byte, and whether there
// is one of that name.
func Text(name string) (string, bool) {
	data, err := published.ReadFile(name + suffix)
	return string(data), err == nil
}

// Collections returns, for every key of a bundle that holds a list, the kind of
// the entities in it: "roles" holds "role".
func Collections() map[string]string {
	collections := map[string]string{}
	for _, f := range loaded("bundle").root.fields {
		if f.node.items != nil {
			for _, item := range f.node.items.reach() {
				if item.ref != "" {
					collections[f.name] = strings.TrimSuffix(item.ref, suffix)
				}
			}
		}
	}
	return collections
}
