package framework

import (
	"iter"

	"github.com/cadre-framework/cadre/source"
)

// value is a node read with care: whatever its schema refused reads as zero.
type value struct {
	source.Node
	broken *source.SpanSet // of the file
}

func (v value) get(key string) value { return value{v.Get(key), v.broken} }

// usable reports whether nothing is wrong with the value itself.
func (v value) usable() bool {
	return v.broken == nil || !v.broken.Touches(v.Span())
}

func (v value) text() string {
	if v.Kind() != source.String || !v.usable() {
		return ""
	}
	return v.Text()
}

func (v value) rank() Rank {
	n, ok := v.Int()
	if !ok || !v.usable() {
		return Rank{}
	}
	return Rank{n, true}
}

// ranks reads one rank, or a group of from and to; to is from where it may be
// left out.
func (v value) ranks() Range {
	if v.Kind() == source.Object {
		from, to := v.get("from").rank(), v.get("to").rank()
		if !v.Get("to").Exists() {
			to = from
		}
		return Range{from.Value, to.Value, from.Stated && to.Stated}
	}
	r := v.rank()
	return Range{r.Value, r.Value, r.Stated}
}

func (v value) items() iter.Seq[value] {
	return func(yield func(value) bool) {
		if v.Kind() != source.Array {
			return
		}
		for child := range v.Children() {
			if !yield(value{child, v.broken}) {
				return
			}
		}
	}
}

func (v value) texts() []string {
	var all []string
	for item := range v.items() {
		if s := item.text(); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// fields yields the fields of a group, extensions left out.
func (v value) fields() iter.Seq[value] {
	return func(yield func(value) bool) {
		if v.Kind() != source.Object {
			return
		}
		for child := range v.Children() {
			if !isExtension(child.Key()) && !yield(value{child, v.broken}) {
				return
			}
		}
	}
}

func isExtension(key string) bool { return len(key) > 2 && key[:2] == "x-" }

// textMap reads a group whose values are texts.
func (v value) textMap() map[string]string {
	m := map[string]string{}
	for field := range v.fields() {
		if s := field.text(); s != "" {
			m[field.Key()] = s
		}
	}
	return m
}

// reader reads one entity.
type reader struct {
	value
	Entity
}

// common reads the fields that all kinds share. An entity without a usable id
// goes by the name of its own file.
func (r *reader) common() {
	e := &r.Entity
	e.ID = r.get("id").text()
	if e.ID == "" && e.ownFile {
		e.ID = Stem(e.File().Path)
	}
	e.Title = r.get("title").text()
	e.Aliases = r.get("aliases").texts()
	e.Summary = r.get("summary").text()
	if e.Status = Status(r.get("status").text()); !r.get("status").Exists() {
		e.Status = Active
	}
	e.Since = r.get("since").text()
	d := r.get("deprecated")
	e.Deprecation = Deprecation{d.get("since").text(), d.get("reason").text(), d.get("replacedBy").texts()}
	e.Replaces = r.get("replaces").texts()
	for s := range r.get("sources").items() {
		e.Sources = append(e.Sources, Source{s.get("title").text(), s.get("url").text(), s.get("note").text()})
	}
	evidence := r.get("evidence")
	e.Evidence = Evidence{All: evidence.text(), Fields: evidence.textMap()}
	e.Reviewed = r.get("reviewed").text()
	e.Notes = r.get("notes").text()
}
