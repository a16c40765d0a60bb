package text

import (
	"errors"
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

// Tag is what is known of a language tag.
type Tag struct {
	WellFormed bool   // whether it follows the grammar of BCP 47
	Unknown    string // a part that is not registered, or was replaced
	Meant      string // the tag that may be meant, when it is not well formed or has an unknown part
	Language   string // such as "en", in small letters
	Region     string // such as "GB", in capitals
	Variants   bool   // whether it names a variant, such as a spelling
}

// tagGrammar is the grammar of RFC 5646, section 2.1, without the tags of old that
// are registered whole.
var tagGrammar = regexp.MustCompile(`(?i)^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})` +
	`(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*` +
	`(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$`)

// ReadTag reads a language tag by BCP 47 and the registry of subtags that comes
// with golang.org/x/text.
func ReadTag(s string) Tag {
	t := Tag{WellFormed: tagGrammar.MatchString(s)}
	parsed, err := language.Raw.Parse(s)
	if !t.WellFormed {
		t.WellFormed = err == nil && !strings.Contains(s, "_") // one of the old ones
	}
	base, script, region := parsed.Raw()
	t.Language, t.Region, t.Variants = base.String(), region.String(), len(parsed.Variants()) > 0
	var unknown language.ValueError
	if errors.As(err, &unknown) {
		t.Unknown = unknown.Subtag()
		return t
	}
	if parent := region.Canonicalize(); region.IsCountry() && parent != region {
		t.Unknown = region.String()
		if tag, err := language.Raw.Compose(base, script, parent); err == nil {
			t.Meant = tag.String()
		}
	}
	if hyphens := strings.ReplaceAll(s, "_", "-"); !t.WellFormed && err == nil && tagGrammar.MatchString(hyphens) {
		t.Meant = hyphens
	}
	return t
}
