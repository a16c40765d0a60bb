package text

import "slices"

// What makes two texts nearly the same: their shingles, which are all runs of
// three words, agree to four fifths, and both have at least eight words, because
// short texts are alike by chance.
const (
	shingleWords = 3
	leastWords   = 8
	agreeing     = 4 // of every allShingles
	allShingles  = 5
)

// Same reports whether two texts of at least eight words say nearly the same: the
// Jaccard similarity of their three-word shingles (Broder, "On the resemblance
// and containment of documents", 1997) is at least 0.8. Case, accents and
// punctuation do not count. Shorter texts are never the same, not even to
// themselves.
func Same(a, b string) bool { return alike(shingles(Words(a)), shingles(Words(b))) }

// alike compares two sets of shingles, which are sorted.
func alike(a, b []uint64) bool {
	if len(a) == 0 || len(b) == 0 || !sizesAllow(len(a), len(b)) {
		return false
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common++
			i++
			j++
		}
	}
	return common*allShingles >= (len(a)+len(b)-common)*agreeing
}

// sizesAllow reports whether two sets of these sizes can agree enough.
func sizesAllow(a, b int) bool { return min(a, b)*allShingles >= max(a, b)*agreeing }

// shingles returns the different shingles of a text as sorted hashes (FNV-1a, so
// that every run sees the same), or none when it is too short.
func shingles(words []string) []uint64 {
	if len(words) < leastWords {
		return nil
	}
	var all []uint64
	for i := range len(words) - shingleWords + 1 {
		all = append(all, hash(words[i:i+shingleWords]))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func hash(words []string) uint64 {
	h := uint64(14695981039346656037)
	for _, word := range words {
		for i := range len(word) {
			h = (h ^ uint64(word[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211 // no byte of UTF-8, so that words do not run together
	}
	return h
}
