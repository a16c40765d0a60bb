package config

import (
	"path"
	"strings"
)

// Match reports whether a slash-separated path has the form of a pattern, part
// by part: [path.Match] says what a part means, and a part "**" stands for any
// number of parts, none included. A pattern that is none matches nothing.
func Match(pattern, name string) bool {
	parts, names := strings.Split(pattern, "/"), strings.Split(name, "/")
	// fits[j] says whether the parts read so far match the first j names. Filling a
	// row for each part keeps the cost at the product of both lengths.
	fits := make([]bool, len(names)+1)
	fits[0] = true
	for _, part := range parts {
		next := make([]bool, len(names)+1)
		for j := range next {
			switch {
			case part == "**":
				next[j] = fits[j] || j > 0 && next[j-1]
			case j > 0 && fits[j-1]:
				ok, err := path.Match(part, names[j-1])
				next[j] = ok && err == nil
			}
		}
		fits = next
	}
	return fits[len(names)]
}

// validGlob reports whether a pattern can match anything.
func validGlob(pattern string) bool {
	for part := range strings.SplitSeq(pattern, "/") {
		if _, err := path.Match(part, ""); err != nil || part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}
