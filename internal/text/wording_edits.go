package text

import (
	"strings"
	"unicode/utf8"
)

// Operation says what became of a stretch of words.
type Operation string

// The operations.
const (
	Kept    Operation = "kept"
	Deleted Operation = "deleted"
	Added   Operation = "added"
)

// WordEdit is a stretch of a text. All that is kept or deleted makes the old text,
// all that is kept or added the new one, byte for byte. What is deleted stands
// before what is added in its place.
type WordEdit struct {
	Op   Operation
	Text string
}

// wordEdits compares two texts word by word. Words are equal when their bytes are;
// what stands between two words that are kept is kept as far as it is equal.
func wordEdits(old, new string) []WordEdit {
	a, b := chunkWords(old), chunkWords(new)
	e := &edits{old: old, new: new}
	i, j := 0, 0
	var gone, come []Word
	for _, s := range append(readable(Compare(wordTexts(a), wordTexts(b))), Stretch{len(a), len(a), len(b), len(b)}) {
		for ; i < s.A; i, j = i+1, j+1 {
			e.replace(gone, come, a[i].Start, b[j].Start)
			e.keep(len(a[i].Text))
			gone, come = nil, nil
		}
		if s.A < len(a) || s.B < len(b) {
			gone, come = a[s.A:s.AEnd], b[s.B:s.BEnd]
		}
		i, j = s.AEnd, s.BEnd
	}
	e.replace(gone, come, len(old), len(new))
	e.flush()
	return e.all
}

// readable joins stretches that part fewer words than either of them changes. Words
// such as "and" stand in every text, and kept between others they only tear apart
// what was said anew (Fraser, "Writing: Diff", 2006, calls it semantic cleanup).
func readable(stretches []Stretch) []Stretch {
	var kept []Stretch
	for _, s := range stretches {
		for len(kept) > 0 {
			before := kept[len(kept)-1]
			if between := s.A - before.AEnd; between >= before.size() || between >= s.size() {
				break
			}
			s.A, s.B = before.A, before.B
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, s)
	}
	return kept
}

// size is how many items a stretch takes away or brings, whichever is more.
func (s Stretch) size() int { return max(s.AEnd-s.A, s.BEnd-s.B) }

// chunkWords returns what stands between white space, without the punctuation
// around it.
func chunkWords(s string) []Word {
	var words []Word
	for _, c := range fields(s) {
		if w, _, _ := c.core(s); w.Text != "" {
			words = append(words, w)
		}
	}
	return words
}

func wordTexts(words []Word) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return texts
}

// edits gathers edits from the beginning of two texts to their ends. What was kept
// last is held back, because the next stretch may be kept, too.
type edits struct {
	old, new         string
	doneOld, doneNew int    // how far each text is told
	kept             string // the last of what is told, not yet among all
	all              []WordEdit
}

// keep keeps some bytes, which are equal in both texts.
func (e *edits) keep(n int) {
	e.kept = e.old[e.doneOld-len(e.kept) : e.doneOld+n]
	e.doneOld, e.doneNew = e.doneOld+n, e.doneNew+n
}

// replace replaces what comes up to a place of each text, some words in it, and
// keeps the white space and punctuation around them that is equal.
func (e *edits) replace(gone, come []Word, endOld, endNew int) {
	e.keep(commonStart(e.old[e.doneOld:startOf(gone, endOld)], e.new[e.doneNew:startOf(come, endNew)]))
	behind := commonEnd(e.old[endOf(gone, e.doneOld):endOld], e.new[endOf(come, e.doneNew):endNew])
	if e.doneOld < endOld-behind || e.doneNew < endNew-behind {
		e.flush()
		e.write(Deleted, e.old[e.doneOld:endOld-behind])
		e.write(Added, e.new[e.doneNew:endNew-behind])
	}
	e.doneOld, e.doneNew = endOld-behind, endNew-behind
	e.keep(behind)
}

func (e *edits) flush() {
	e.write(Kept, e.kept)
	e.kept = ""
}

func (e *edits) write(op Operation, text string) {
	if text != "" {
		e.all = append(e.all, WordEdit{op, text})
	}
}

// startOf returns where the first of some words starts, or a given place when there
// is none; endOf where the last one ends.
func startOf(words []Word, none int) int {
	if len(words) == 0 {
		return none
	}
	return words[0].Start
}

func endOf(words []Word, none int) int {
	if len(words) == 0 {
		return none
	}
	return words[len(words)-1].End
}

// commonStart returns how many bytes two texts begin with alike, whole characters
// only.
func commonStart(a, b string) int {
	n := 0
	for n < len(a) {
		_, size := utf8.DecodeRuneInString(a[n:])
		if !strings.HasPrefix(b[n:], a[n:n+size]) {
			break
		}
		n += size
	}
	return n
}

// commonEnd is commonStart for the ends of two texts.
func commonEnd(a, b string) int {
	n := 0
	for n < len(a) {
		_, size := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if !strings.HasSuffix(b[:len(b)-n], a[len(a)-n-size:len(a)-n]) {
			break
		}
		n += size
	}
	return n
}
