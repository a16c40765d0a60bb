package framework

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/source"
)

// Framework is a published set of entities with a version. Its own common
// fields are those of the framework file. Every list is in the order of the
// files' paths and of the text in them.
type Framework struct {
	Entity
	SchemaVersion    int
	Version          string // semantic version
	Locale           string // BCP 47
	Released         string // date, as written
	Publisher        string
	Steward          string
	Licence          string
	Homepage         string
	LevelScale       string // id of the scale that levels of roles are ranks of
	ProficiencyScale string // id of the scale that proficiencies are ranks of
	EntryRanks       Range  // levels at which people enter
	Suites           []Suite
	Counts           map[string]int // stated numbers of active entities, by bundle key

	Scales         []*Scale
	Levels         []*Level
	Constituencies []*Constituency
	Competencies   []*Competency
	Roles          []*Role
	Resources      []*Resource

	// Unclassified holds the documents that the layout has no place for.
	Unclassified []*source.Document

	// Whole is false while any file could not be parsed or broke its schema.
	// Nobody can then say that something is missing.
	Whole bool

	entities []*Entity
	byRef    map[Ref]*Entity
	byID     map[string][]*Entity
	stubs    map[Ref]bool
	unknown  map[Kind]bool
	index    index
}

// Suite is a published set of competence codes that competencies may belong to.
type Suite struct {
	ID, Title string
	Pattern   string // what a code looks like, an RE2 expression, or ""
	URL       string
}

// Build makes the model of what the documents hold; they come in the order of
// their paths. Where a broken span touches a field, the field is zero.
//
// A file of one entity defines the id of its name, too: it may not be parsed, or
// hold another id, and then that is what is wrong, and not every reference to it.
// See also [Framework.Incomplete].
func Build(docs []*source.Document, broken []source.Span, l Layout) *Framework {
	f := &Framework{
		byRef: map[Ref]*Entity{}, byID: map[string][]*Entity{},
		stubs: map[Ref]bool{}, unknown: map[Kind]bool{},
		Whole: len(broken) == 0,
	}
	byFile := map[*source.File][]source.Span{}
	for _, s := range broken {
		byFile[s.File] = append(byFile[s.File], s)
	}
	for _, doc := range docs {
		set := source.NewSpanSet(byFile[doc.File])
		b := builder{f, doc, &set}
		b.document(l)
	}
	f.index = f.makeIndex()
	return f
}

// builder adds the entities of one document.
type builder struct {
	f      *Framework
	doc    *source.Document
	broken *source.SpanSet
}

func (b *builder) document(l Layout) {
	kind, many := l.Contents(b.doc)
	_, group := l.Place(b.doc.File.Path)
	root := b.doc.Root()
	switch {
	case kind == "":
		b.f.Unclassified = append(b.f.Unclassified, b.doc)
	case !many && root.Kind() != source.Object:
		b.missing(kind)
	case kind == Bundle:
		b.bundle(root)
	case many:
		for item := range root.Children() {
			b.entity(kind, item, group, false)
		}
	default:
		b.entity(kind, root, group, kind != KindFramework)
	}
}

func (b *builder) bundle(root source.Node) {
	for _, k := range kinds {
		n := root.Get(k.key)
		if k.kind == KindFramework {
			b.entity(k.kind, n, "", false)
			continue
		}
		for item := range n.Children() {
			b.entity(k.kind, item, "", false)
		}
	}
}

// missing notes a file that could not be parsed. One entity goes by the file's
// name; of a collection nobody knows what it holds.
func (b *builder) missing(kind Kind) {
	b.f.Whole = false
	if kind == Bundle {
		for _, k := range kinds {
			b.f.unknown[k.kind] = true
		}
		return
	}
	if !b.doc.Root().Exists() && (b.doc.File.Text == "" || looksLikeList(b.doc.File.Text)) {
		b.f.unknown[kind] = true
	}
	b.f.stubs[Ref{kind, Stem(b.doc.File.Path)}] = true
}

// looksLikeList reports whether the first line that is neither blank nor a
// comment nor the mark of a document opens a list.
func looksLikeList(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && line != "---" && line[0] != '#' {
			return line == "-" || line[0] == '[' || strings.HasPrefix(line, "- ")
		}
	}
	return false
}

func (b *builder) entity(kind Kind, n source.Node, group string, ownFile bool) {
	if n.Kind() != source.Object {
		b.f.unknown[kind] = true
		return
	}
	r := &reader{value: value{n, b.broken}}
	r.Entity = Entity{Ref: Ref{Kind: kind}, node: n, group: group, ownFile: ownFile, broken: b.broken}
	r.common()
	if r.ID == "" {
		b.f.unknown[kind] = true
	}
	for _, k := range kinds {
		if k.kind == kind {
			k.add(b.f, r)
		}
	}
}

// register makes an entity known by its id; the first of an id wins.
func (f *Framework) register(e *Entity) {
	f.entities = append(f.entities, e)
	if e.ownFile {
		f.stubs[Ref{e.Kind, Stem(e.File().Path)}] = true
	}
	if e.ID == "" {
		return
	}
	if _, taken := f.byRef[e.Ref]; !taken {
		f.byRef[e.Ref] = e
	}
	f.byID[e.ID] = append(f.byID[e.ID], e)
}

// Entities yields every entity, the framework itself included.
func (f *Framework) Entities() iter.Seq[*Entity] { return slices.Values(f.entities) }

// Lookup returns the first entity with a kind and an id, or nil.
func (f *Framework) Lookup(r Ref) *Entity { return f.byRef[r] }

// WithID returns the entities of any kind that have an id.
func (f *Framework) WithID(id string) []*Entity { return f.byID[id] }

// Defines reports whether something with a kind and an id exists, be it by the
// name of its file only.
func (f *Framework) Defines(r Ref) bool { return f.byRef[r] != nil || f.stubs[r] }

// Defined yields everything that Defines knows of, entities first.
func (f *Framework) Defined() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		for _, e := range f.entities {
			if e.ID != "" && !yield(e.Ref) {
				return
			}
		}
		for _, r := range slices.SortedFunc(maps.Keys(f.stubs), compareRefs) {
			if f.byRef[r] == nil && !yield(r) {
				return
			}
		}
	}
}

func compareRefs(a, b Ref) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
}

// Incomplete reports whether an entity of a kind stands in a collection without
// an id that can be read, so that nobody can say which ids of that kind exist.
func (f *Framework) Incomplete(k Kind) bool { return f.unknown[k] }
