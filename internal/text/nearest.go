package text

import "strings"

// Nearest returns the candidate that a person most likely meant by word, and
// whether one is near enough to say so: at most one edit in three letters, an
// edit being a letter added, dropped, changed or swapped with its neighbour
// (optimal string alignment distance). Case does not count. Of equally near
// candidates the first wins.
func Nearest(word string, candidates []string) (string, bool) {
	folded := []rune(strings.ToLower(word))
	best, found := "", false
	limit := len(folded) / 3
	for _, c := range candidates {
		other := []rune(strings.ToLower(c))
		if c == word || len(other)-len(folded) > limit || len(folded)-len(other) > limit {
			continue
		}
		if d := distance(folded, other, limit); d <= limit {
			best, found, limit = c, true, d-1
		}
	}
	return best, found
}

// distance returns the optimal string alignment distance of a and b, or any
// number above limit when it exceeds limit.
func distance(a, b []rune, limit int) int {
	previous, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next[0] = i + 1
		least := next[0]
		for j := range b {
			d := min(row[j+1]+1, next[j]+1, row[j]+cost(a[i] != b[j]))
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, previous[j-1]+1)
			}
			next[j+1] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		previous, row, next = row, next, previous
	}
	return row[len(b)]
}

func cost(different bool) int {
	if different {
		return 1
	}
	return 0
}
