package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(repeatedWord, finding.Rule{
	ID: "text/repeated-word", Title: "No word stands twice in a row", Severity: finding.Warning, Since: "0.1.0", Fixable: true,
	Doc: `A small word stands twice in a row, as in “the the”. Only words are judged for which that is never right: “that that” and “had had” can be. The rule speaks only where the framework's locale is English.

` + "`cadre fix`" + ` takes one of the two out.`,
})

// once are the words that no English sentence has twice in a row.
var once = []string{"the", "a", "an", "and", "or", "of", "our", "your", "their", "its", "than", "but", "if", "into", "they", "we", "with", "from", "to", "for", "because", "which", "every", "each", "between", "among", "using", "within"}

// wordPair finds two words with nothing but spaces between them. The first begins
// the text or follows a space or an opening mark, so that it is a whole word.
var wordPair = regexp.MustCompile(`(?:^|[\s(“"])(\pL+)( +)`)

// articleEnds finds a word such as an article stands before.
var articleEnds = regexp.MustCompile(`^ \pL{2}`)

// repeatedWord reports the second of two equal words. A capital may begin the
// first; the second has none, or it begins a name.
func repeatedWord(p *Pass) {
	if !p.english() {
		return
	}
	for e, n := range p.prose() {
		s := n.Text()
		hits := 0
		for at := range repeats(s) {
			if hits++; hits > mostEdits {
				break
			}
			word := s[at.second:at.end]
			p.reportWithin(e, n, at.second, at.end, fmt.Sprintf("“%s” stands twice in a row", word)).
				Help("take one of the two out, or write what was meant").
				dropRepeat(n, at)
		}
	}
}

// dropRepeat adds the fix that takes the second word out, but for the words that
// are as often a slip for another, as in “how to to this”.
func (r *Report) dropRepeat(n framework.Prose, at repeat) {
	s := n.Text()
	if slices.Contains([]string{"to", "for", "with", "from", "which", "between"}, s[at.second:at.end]) {
		return
	}
	if edit, ok := n.Replace(at.firstEnd, at.end, ""); ok {
		r.Fix("take the second word out", edit)
	}
}

// repeat is a pair of equal words: bytes of the text.
type repeat struct{ first, firstEnd, second, end int }

// repeats yields the pairs of a text. A third word of a row makes a pair of its
// own once the first pair is repaired.
func repeats(s string) func(func(repeat) bool) {
	return func(yield func(repeat) bool) {
		if !mayRepeat(s) {
			return
		}
		for i := 0; i < len(s); {
			m := wordPair.FindStringSubmatchIndex(s[i:])
			if m == nil {
				return
			}
			at := repeat{i + m[2], i + m[3], i + m[5], i + m[5] + m[3] - m[2]}
			i = at.firstEnd
			if at.end <= len(s) && isRepeat(s, at) {
				if !yield(at) {
					return
				}
				i = at.end
			}
		}
	}
}

// mayRepeat reports whether two neighbours of a text begin alike. It is quick and
// spares most texts the closer look.
func mayRepeat(s string) bool {
	before := ""
	for {
		s = strings.TrimLeft(s, " (“\"")
		end := strings.IndexByte(s, ' ')
		if before != "" && len(s) >= len(before) && strings.EqualFold(s[:len(before)], before) {
			return true
		}
		if end < 0 {
			return false
		}
		before, s = s[strings.LastIndexAny(s[:end], "\n(“\"")+1:end], s[end:]
	}
}

func isRepeat(s string, at repeat) bool {
	first, second := s[at.first:at.firstEnd], s[at.second:at.end]
	if second == "a" && (first != "a" || !articleEnds.MatchString(s[at.end:])) {
		return false // a letter, as in “vitamin A a day”
	}
	whole := at.end == len(s) || strings.IndexByte(" \n.,;:)", s[at.end]) >= 0
	return whole && strings.ToLower(first) == second && slices.Contains(once, second)
}
