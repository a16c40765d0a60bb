package framework

import (
	"cmp"
	"regexp"
	"strings"
)

// Version is a semantic version, as https://semver.org/spec/v2.0.0.html defines
// it. Its numbers are decimal digits of any length. The zero Version is none.
type Version struct {
	numbers [3]string
	pre     []string // the identifiers of a pre-release
}

// versionForm is the grammar of the specification: numbers without leading
// zeros, then a pre-release, then build metadata.
var versionForm = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)` +
	`(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?` +
	`(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$`)

// ParseVersion reads a version, and reports whether the text is one. Build
// metadata is dropped: it says nothing about the order of versions.
func ParseVersion(text string) (Version, bool) {
	parts := versionForm.FindStringSubmatch(text)
	if parts == nil {
		return Version{}, false
	}
	v := Version{numbers: [3]string{parts[1], parts[2], parts[3]}}
	if parts[4] != "" {
		v.pre = strings.Split(parts[4], ".")
	}
	return v, true
}

// Core returns the version without its pre-release: 1.1.0 of 1.1.0-dev. What a
// framework says about versions counts by cores, so that work towards a release
// may speak of it.
func (v Version) Core() Version { return Version{numbers: v.numbers} }

// String returns the version as it is written.
func (v Version) String() string {
	if v.numbers[0] == "" {
		return ""
	}
	s := strings.Join(v.numbers[:], ".")
	if len(v.pre) > 0 {
		s += "-" + strings.Join(v.pre, ".")
	}
	return s
}

// Compare returns -1 when v comes before w, 1 when it comes after, else 0. A
// pre-release comes before its release.
func (v Version) Compare(w Version) int {
	for i := range v.numbers {
		if c := compareNumbers(v.numbers[i], w.numbers[i]); c != 0 {
			return c
		}
	}
	if len(v.pre) == 0 || len(w.pre) == 0 {
		return cmp.Compare(len(w.pre), len(v.pre)) // the one without is the release
	}
	for i := range min(len(v.pre), len(w.pre)) {
		if c := comparePre(v.pre[i], w.pre[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(v.pre), len(w.pre))
}

// compareNumbers compares decimal digits without leading zeros.
func compareNumbers(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// comparePre compares identifiers of pre-releases: numbers by value, words by
// their bytes, and every number before every word.
func comparePre(a, b string) int {
	aIsNumber, bIsNumber := strings.Trim(a, "0123456789") == "", strings.Trim(b, "0123456789") == ""
	switch {
	case aIsNumber && bIsNumber:
		return compareNumbers(a, b)
	case aIsNumber:
		return -1
	case bIsNumber:
		return 1
	}
	return cmp.Compare(a, b)
}
