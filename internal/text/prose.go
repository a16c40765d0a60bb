package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text that can be looked up: letters only, in small letters
// or with one capital at its beginning.
type Word struct {
	Text       string // as written
	Start, End int    // bytes of the text
	Name       bool   // whether its capital may be that of a name
}

// Plain yields the words of a text that are neither in quotation marks or
// backticks nor part of something else: of an address, a code, a hyphenation, a
// possessive, an abbreviation.
func Plain(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		chunks := fields(s)
		quoted, begins := false, true
		for i, c := range chunks {
			w, opens, closes := c.core(s)
			inside := quoted || opens || strings.Contains(w.Text, "`")
			quoted = (quoted || opens) && !closes
			sentence := begins || strings.Contains(s[c.before:c.start], "\n")
			begins = strings.ContainsAny(s[w.End:c.end], ".!?:;") || w.Text == ""
			if inside || !isWord(w.Text) {
				continue
			}
			w.Name = isCapital(w.Text) && (!sentence || i+1 < len(chunks) && leadsToName(s, chunks[i+1:]))
			if !yield(w) {
				return
			}
		}
	}
}

// leadsToName reports whether what follows the first word of a sentence makes it
// look like the beginning of a name: a capital, at once or behind a small word.
func leadsToName(s string, next []chunk) bool {
	for i, c := range next[:min(3, len(next))] {
		w, _, _ := c.core(s)
		if isCapital(w.Text) {
			return true
		}
		if i == 2 || len(w.Text) > 3 {
			return false
		}
	}
	return false
}

// chunk is what stands between two stretches of white space; before is the end of
// the chunk before it.
type chunk struct{ before, start, end int }

func fields(s string) []chunk {
	var all []chunk
	before := 0
	start := -1
	for i, r := range s {
		space := unicode.IsSpace(r)
		if !space && start < 0 {
			start = i
		}
		if space && start >= 0 {
			all = append(all, chunk{before, start, i})
			before, start = i, -1
		}
	}
	if start >= 0 {
		all = append(all, chunk{before, start, len(s)})
	}
	return all
}

const (
	openers = "\"“‘'«„([{*_"
	closers = "\"”’'»)]}*_.,:;!?…"
	quotes  = "\"“”‘’'«»„`"
)

// core returns a chunk without the punctuation around it, and whether that opens
// or closes a quotation.
func (c chunk) core(s string) (w Word, opens, closes bool) {
	text := s[c.start:c.end]
	left := strings.TrimLeft(text, openers)
	inner := strings.TrimRight(left, closers)
	w.Start = c.start + len(text) - len(left)
	w.End = w.Start + len(inner)
	w.Text = inner
	opens = strings.ContainsAny(s[c.start:w.Start], quotes)
	closes = strings.ContainsAny(s[w.End:c.end], quotes)
	return w, opens, closes
}

// isWord reports whether s is all letters, the second and later ones small.
func isWord(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return s != ""
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
