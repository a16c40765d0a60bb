package scaffold

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

// maxID is the length of the longest id, as the schemas have it.
const maxID = 64

var idGrammar = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// IsID reports whether a word can be the id of an entity.
func IsID(s string) bool { return len(s) <= maxID && idGrammar.MatchString(s) }

// Slug returns the id that a text asks for: its words in small letters, joined by
// hyphens. It is empty when the text has no letter to begin with.
func Slug(s string) string {
	var words []string
	for _, word := range strings.FieldsFunc(text.Fold(s), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(words) == 0 {
			word = strings.TrimLeft(word, "0123456789")
		}
		if word != "" {
			words = append(words, word)
		}
	}
	slug := strings.Join(words, "-")
	if len(slug) > maxID {
		slug = slug[:maxID+1]
		slug = slug[:max(strings.LastIndexByte(slug, '-'), 0)]
	}
	if slug == "" && len(words) > 0 {
		return words[0][:maxID] // one word without an end
	}
	return slug
}

// small are the words that a title writes in small letters.
var small = []string{"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}

// title returns the title that an id was probably made from. Competencies and
// levels are written like sentences, everything else like names.
func title(kind framework.Kind, id string) string {
	words := strings.Split(id, "-")
	sentence := kind == framework.KindCompetency || kind == framework.KindLevel
	for i, word := range words {
		if i == 0 || !sentence && !slices.Contains(small, word) {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, " ")
}
