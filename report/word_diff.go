package report

import (
	"strings"
	"unicode"

	"github.com/cadre-framework/cadre/diff"
)

// token is one word of a word-level comparison. Text may hold an ellipsis of our
// own, which stands for words that were left out.
type token struct {
	op, text    string
	spaced      bool // white space stands before it
	first, last bool // of a stretch that was deleted or added
}

func (t *token) changed() bool { return t.op != string(diff.Kept) }

const (
	ellipsis     = "…"
	wordsAround  = 6   // that were kept, beside a change
	longestRun   = 40  // words of one stretch that was deleted or added
	longestWord  = 60  // code points
	mostWords    = 160 // of one change
	leastElided  = 3   // what is shorter is shown
	wordsOfAnEnd = longestRun / 2
)

// tokens returns the words of a change that differs in words, white space made
// even, or nil when nothing but white space differs.
func tokens(words []Word) []token {
	var all []token
	spaced := false
	for _, w := range stretches(words) {
		for i, part := range strings.FieldsFunc(w.Text, unicode.IsSpace) {
			space := spaced || i > 0 || startsWithSpace(w.Text)
			all = append(all, token{op: w.Op, text: part, spaced: space && len(all) > 0})
			spaced = false
		}
		spaced = spaced || endsWithSpace(w.Text)
	}
	for i := range all {
		if all[i].changed() {
			return all
		}
	}
	return nil
}

// stretches joins neighbours that had the same fate, and leaves out what is empty.
func stretches(words []Word) []Word {
	var all []Word
	for start := 0; start < len(words); {
		var b strings.Builder
		end := start
		for ; end < len(words) && (words[end].Op == words[start].Op || words[end].Text == ""); end++ {
			b.WriteString(words[end].Text)
		}
		all = append(all, Word{words[start].Op, b.String()})
		start = end
	}
	return all
}

func startsWithSpace(s string) bool { return strings.TrimLeftFunc(s, unicode.IsSpace) != s }

func endsWithSpace(s string) bool { return strings.TrimRightFunc(s, unicode.IsSpace) != s }

// essence leaves out what is far from any change, the middle of long stretches,
// and the end of what goes on and on.
func essence(all []token) []token {
	var out []token
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].op == all[start].op {
			end++
		}
		run := all[start:end]
		switch {
		case run[0].changed():
			out = appendEnds(out, run, wordsOfAnEnd, wordsOfAnEnd)
		case start == 0:
			out = appendEnds(out, run, 0, wordsAround)
		case end == len(all):
			out = appendEnds(out, run, wordsAround, 0)
		default:
			out = appendEnds(out, run, wordsAround, wordsAround)
		}
		start = end
		if len(out) > mostWords {
			return append(out[:mostWords:mostWords], token{op: string(diff.Kept), text: ellipsis, spaced: true})
		}
	}
	return out
}

// appendEnds appends the first and the last words of a stretch, or all of them when
// little would be left out.
func appendEnds(out, run []token, head, tail int) []token {
	if len(run)-head-tail < leastElided {
		return appendShort(out, run)
	}
	out = appendShort(out, run[:head])
	out = append(out, token{op: run[0].op, text: ellipsis, spaced: len(out) > 0})
	rest := run[len(run)-tail:]
	at := len(out)
	if out = appendShort(out, rest); at < len(out) {
		out[at].spaced = true
	}
	return out
}

func appendShort(out, run []token) []token {
	for _, t := range run {
		t.text = shorten(t.text, longestWord)
		out = append(out, t)
	}
	return out
}

// bounded marks where each stretch that was deleted or added begins and ends.
// Between what was deleted and what was added in its place no space is needed.
func bounded(all []token) []token {
	for i := range all {
		t := &all[i]
		if !t.changed() {
			continue
		}
		t.first = i == 0 || all[i-1].op != t.op
		t.last = i == len(all)-1 || all[i+1].op != t.op
		if t.first && i > 0 && all[i-1].op == string(diff.Deleted) {
			t.spaced = false
		}
	}
	return all
}
