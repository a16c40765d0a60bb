package text

import (
	"cmp"
	"slices"
	"strings"
)

// looks bounds with how many earlier texts one text is compared, so that the work
// grows with the number of texts and not with its square. Only texts made of the
// same few phrases reach it; of them some repetitions are then not found.
const looks = 64

// Repeats returns for every text the position of an earlier one that has the same
// words or is [Same], or -1. Texts without words repeat nothing.
//
// It finds candidates by their rarest shingles: two sets that agree to four fifths
// share one of the few rarest of either (Chaudhuri et al., "A primitive operator
// for similarity joins", 2006), so that common phrases are never looked up.
func Repeats(texts []string) []int {
	found := make([]int, len(texts))
	x := newRarity(texts)
	first := map[string]int{}
	for i := range texts {
		found[i] = -1
		key := x.keys[i]
		if key == "" {
			continue
		}
		if before, ok := first[key]; ok {
			found[i] = before
			continue
		}
		first[key] = i
		found[i] = x.match(i)
	}
	return found
}

// rarity is the index of texts by their rare shingles.
type rarity struct {
	keys  []string         // the words of each text
	sets  [][]uint64       // the shingles of each text
	count map[uint64]int   // in how many texts a shingle stands
	by    map[uint64][]int // rare shingle to the first texts that have it
}

func newRarity(texts []string) *rarity {
	x := &rarity{count: map[uint64]int{}, by: map[uint64][]int{}}
	for _, t := range texts {
		words := Words(t)
		set := shingles(words)
		x.keys, x.sets = append(x.keys, strings.Join(words, " ")), append(x.sets, set)
		for _, s := range set {
			x.count[s]++
		}
	}
	return x
}

// match returns the first earlier text that is nearly the same as text i, or -1,
// and makes text i known to later ones.
func (x *rarity) match(i int) int {
	var candidates []int
	rare := x.rare(x.sets[i])
	for _, s := range rare {
		candidates = append(candidates, x.by[s]...)
		if len(x.by[s]) < looks {
			x.by[s] = append(x.by[s], i)
		}
	}
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	for _, c := range candidates[:min(looks, len(candidates))] {
		if alike(x.sets[c], x.sets[i]) {
			return c
		}
	}
	return -1
}

// rare returns the rarest shingles of a set, so many that no set which agrees
// enough can lack them all. A shingle that no other text has leads nowhere and is
// left out.
func (x *rarity) rare(set []uint64) []uint64 {
	sorted := slices.Clone(set)
	slices.SortFunc(sorted, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(x.count[a], x.count[b]), cmp.Compare(a, b))
	})
	needed := (len(set)*agreeing + allShingles - 1) / allShingles
	if len(set) > 0 {
		sorted = sorted[:len(set)-needed+1]
	}
	return slices.DeleteFunc(sorted, func(s uint64) bool { return x.count[s] < 2 })
}
