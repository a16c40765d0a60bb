package framework

import (
	"path"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// Kind names a sort of entity, as its schema and every report spell it.
type Kind string

// The kinds of entities.
const (
	KindFramework    Kind = "framework"
	KindScale        Kind = "scale"
	KindLevel        Kind = "level"
	KindConstituency Kind = "constituency"
	KindCompetency   Kind = "competency"
	KindRole         Kind = "role"
	KindResource     Kind = "resource"
)

// kinds is the table of kinds: the key of each in a bundle, and how an entity
// of it is added to a framework.
var kinds = []struct {
	kind Kind
	key  string
	add  func(*Framework, *reader)
}{
	{KindFramework, "framework", addFramework},
	{KindScale, "scales", addScale},
	{KindLevel, "levels", addLevel},
	{KindConstituency, "constituencies", addConstituency},
	{KindCompetency, "competencies", addCompetency},
	{KindRole, "roles", addRole},
	{KindResource, "resources", addResource},
}

// Kinds returns all kinds in the order in which a bundle holds them.
func Kinds() []Kind {
	var all []Kind
	for _, k := range kinds {
		all = append(all, k.kind)
	}
	return all
}

// BundleKey returns the key of a bundle that holds the entities of a kind.
func (k Kind) BundleKey() string {
	for _, row := range kinds {
		if row.kind == k {
			return row.key
		}
	}
	return ""
}

// Bundle is what stands for a kind where a file holds a whole framework.
const Bundle Kind = "bundle"

// Layout says where the parts of a framework lie.
type Layout struct {
	Bundle    string   // path of the file that holds everything, or "" for a folder of files
	Framework string   // name of the framework file at the top, without extension
	Folders   []Folder // where the entities of the other kinds lie
	Releases  string   // folder of frozen bundles, which are no part of the framework
}

// Folder is a top folder of a framework.
type Folder struct {
	Name    string
	Kind    Kind
	Grouped bool // whether a folder inside it names the constituency of what it holds
}

// DefaultLayout is the layout that data files have unless told otherwise.
var DefaultLayout = Layout{
	Framework: "framework",
	Folders: []Folder{
		{Name: "scales", Kind: KindScale},
		{Name: "levels", Kind: KindLevel},
		{Name: "constituencies", Kind: KindConstituency},
		{Name: "competencies", Kind: KindCompetency},
		{Name: "roles", Kind: KindRole, Grouped: true},
		{Name: "resources", Kind: KindResource},
	},
	Releases: "releases",
}

// IsData reports whether a path ends like a data file: .yaml, .yml or .json.
func IsData(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// Stem returns the name of a file without folders and extension.
func Stem(name string) string {
	return strings.TrimSuffix(path.Base(name), path.Ext(name))
}

// IsFramework reports whether a path is that of the framework file.
func (l Layout) IsFramework(name string) bool {
	return IsData(name) && !strings.Contains(name, "/") && Stem(name) == l.Framework
}

// BundleLayout is the layout of a framework that is one file.
func BundleLayout(path string) Layout { return Layout{Bundle: path} }

// Place returns the kind of what the file at a slash-separated path holds,
// and the folder that groups it, both empty when the layout gives none.
func (l Layout) Place(name string) (kind Kind, group string) {
	if l.Bundle != "" {
		return Bundle, ""
	}
	if l.IsFramework(name) {
		return KindFramework, ""
	}
	if !IsData(name) {
		return "", ""
	}
	parts := strings.Split(name, "/")
	for _, folder := range l.Folders {
		if len(parts) > 1 && parts[0] == folder.Name {
			if folder.Grouped && len(parts) > 2 {
				group = parts[1]
			}
			return folder.Kind, group
		}
	}
	return "", ""
}

// Contents says what a document holds: the kind of its entity, or of its
// entities when many is true, or Bundle. The kind is empty when the layout has
// no place for the file.
func (l Layout) Contents(doc *source.Document) (kind Kind, many bool) {
	kind, _ = l.Place(doc.File.Path)
	if kind != Bundle && IsBundle(doc) {
		return "", false // a whole framework inside another is no part of it
	}
	single := kind == "" || kind == Bundle || kind == KindFramework
	return kind, !single && doc.Root().Kind() == source.Array
}

// IsBundle reports whether a document looks like a whole framework: it is JSON
// with a field "framework".
func IsBundle(doc *source.Document) bool {
	return source.IsJSON(doc.File.Path) && doc.Root().Get("framework").Exists()
}
