package text

import "strings"

// Nearest returns the candidate that a person most likely meant by word, and
// whether one is near enough to say so: at most one edit in three letters, an
// edit being a letter added, dropped, changed or swapped with its neighbour
// (optimal string alignment distance). Case does not count. Of equally near
// candidates the first wins.
func Nearest(word string, candidates []string) (string, bool) {
	return NewNames(candidates).Nearest(word)
}

// Names is a list of candidates made ready for many searches.
type Names struct {
	names  []string
	folded [][]rune
	bags   []bag
}

// NewNames prepares candidates for [Names.Nearest].
func NewNames(candidates []string) *Names {
	n := &Names{names: candidates}
	for _, c := range candidates {
		folded := []rune(strings.ToLower(c))
		n.folded = append(n.folded, folded)
		n.bags = append(n.bags, bagOf(folded))
	}
	return n
}

// Nearest is the function of that name over the list.
func (n *Names) Nearest(word string) (string, bool) {
	folded := []rune(strings.ToLower(word))
	letters := bagOf(folded)
	best, found := "", false
	limit := len(folded) / 3
	for i, other := range n.folded {
		if n.names[i] == word || len(other)-len(folded) > limit || len(folded)-len(other) > limit || letters.apart(&n.bags[i]) > limit {
			continue
		}
		if d := distance(folded, other, limit); d <= limit {
			best, found, limit = n.names[i], true, d-1
		}
	}
	return best, found
}

// bag counts the letters of a word, several letters sharing a counter.
type bag [32]int8

func bagOf(word []rune) bag {
	var b bag
	for _, r := range word {
		if c := &b[r%32]; *c < 127 {
			*c++
		}
	}
	return b
}

// apart returns a number that is never above the distance of two words: each
// edit adds or takes away at most one letter of each word.
func (b *bag) apart(other *bag) int {
	more, fewer := 0, 0
	for i := range b {
		if d := int(b[i]) - int(other[i]); d > 0 {
			more += d
		} else {
			fewer -= d
		}
	}
	return max(more, fewer)
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
