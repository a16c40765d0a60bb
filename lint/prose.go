package lint

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// prose yields the framework's own texts with the entities that hold them, where
// the rule judges these.
func (p *Pass) prose() iter.Seq2[*framework.Entity, framework.Prose] {
	return func(yield func(*framework.Entity, framework.Prose) bool) {
		for e := range p.Entities() {
			if !p.Judged(e) {
				continue
			}
			for text := range e.Prose() {
				if !yield(e, text) {
					return
				}
			}
		}
	}
}

// reportWithin adds a finding about a stretch of a text. The stretch and the field
// tell it from others.
func (p *Pass) reportWithin(e *framework.Entity, n framework.Prose, from, to int, message string) *Report {
	return p.ReportSpan(e, n.Within(from, to), message).Params(n.Field, n.Text()[from:to])
}

// replace adds the fix that puts new text in the place of a stretch, or where the
// way in which the text is written does not allow that, a suggestion.
func (r *Report) replace(n source.Node, from, to int, fix, text string) *Report {
	if edit, ok := n.Replace(from, to, text); ok {
		return r.Fix(fix, edit)
	}
	return r.Suggest(text)
}

// isTitle reports whether a text is the title of an entity or of a part of one.
func isTitle(n framework.Prose) bool { return n.Key() == "title" }

// isName reports whether a text is the title of an entity.
func isName(n framework.Prose) bool { return n.Field == "title" }

// texts is what people call the texts of the fields of prose.
var texts = map[string]string{
	"title": "the title", "summary": "the summary", "notes": "the notes", "reason": "the reason", "note": "the note",
	"responsibilities": "a responsibility", "qualifications": "a qualification", "settings": "a setting", "descriptors": "a descriptor",
}

// called returns what people call a text.
func called(n framework.Prose) string {
	if name := texts[n.Key()]; name != "" {
		return name
	}
	return texts[n.Field]
}

// english reports whether the framework says that it is written in English.
func (p *Pass) english() bool { return text.ReadTag(p.Locale).Language == "en" }

// leastSiblings is how many there must be before what most of them do is a custom.
const leastSiblings = 5

// siblings returns the titled entities that are judged, in groups of at least
// five: roles by constituency, all others by kind. The framework itself has no
// siblings, and resources bear names that others gave.
func (p *Pass) siblings() [][]*framework.Entity {
	return slices.DeleteFunc(p.named(), func(group []*framework.Entity) bool { return len(group) < leastSiblings })
}

// named is siblings with groups of any size.
func (p *Pass) named() [][]*framework.Entity {
	type family struct{ kind, constituency string }
	var order []family
	groups := map[family][]*framework.Entity{}
	for e := range p.Entities() {
		f := family{kind: string(e.Kind)}
		if e.Kind == framework.KindRole {
			f.constituency = p.constituencyOf(e)
		}
		alone := e.Kind == framework.KindRole && f.constituency == ""
		if e.Title == "" || e.Kind == framework.KindResource || alone || !p.Judged(e) {
			continue
		}
		if groups[f] == nil {
			order = append(order, f)
		}
		groups[f] = append(groups[f], e)
	}
	var all [][]*framework.Entity
	for _, f := range order {
		all = append(all, groups[f])
	}
	return all
}

// constituencyOf returns the id of the constituency that an entity says it
// belongs to, or "".
func (p *Pass) constituencyOf(e *framework.Entity) string {
	if e.Broken("constituency") {
		return ""
	}
	return e.Node().Get("constituency").Str()
}

// titled yields the titles that rules about titles judge, with their entities.
func (p *Pass) titled() iter.Seq2[*framework.Entity, framework.Prose] {
	return func(yield func(*framework.Entity, framework.Prose) bool) {
		for e, n := range p.prose() {
			if isName(n) && !yield(e, n) {
				return
			}
		}
	}
}

// followedBy reports whether the text goes on, behind some white space, with one
// of some words in small letters.
func followedBy(rest string, words ...string) bool {
	next := text.Words(rest[:min(len(rest), 80)])
	return len(next) > 0 && slices.Contains(words, next[0])
}

// runeCount is the length of a text in code points, without the line breaks that
// a block of text ends with.
func runeCount(s string) int { return utf8.RuneCountInString(strings.TrimRight(s, "\n")) }
