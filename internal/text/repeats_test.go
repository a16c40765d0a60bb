package text

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// sentence returns words drawn from a vocabulary.
func sentence(r *rand.Rand, words, vocabulary int) string {
	var s []string
	for range words {
		s = append(s, fmt.Sprintf("w%d", r.Intn(vocabulary)))
	}
	return strings.Join(s, " ")
}

// change swaps some words of a sentence for others.
func change(r *rand.Rand, s string, times int) string {
	words := strings.Fields(s)
	for range times {
		words[r.Intn(len(words))] = fmt.Sprintf("n%d", r.Intn(1000))
	}
	return strings.Join(words, " ")
}

// All pairs, the slow way, agree with the index.
func TestRepeatsAgainstAllPairs(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var texts []string
	for range 120 {
		s := sentence(r, 5+r.Intn(60), 500)
		texts = append(texts, s, change(r, s, r.Intn(4)))
	}
	texts = append(texts, "", "...", "Files letters", "files letters.")
	r.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	alike := 0
	for i, got := range Repeats(texts) {
		first := func(equal func(a, b string) bool) int {
			return slices.IndexFunc(texts[:i], func(s string) bool { return equal(s, texts[i]) })
		}
		same := func(a, b string) bool { return slices.Equal(Words(a), Words(b)) && len(Words(a)) > 0 }
		want := first(same)
		if want < 0 {
			want = first(Same)
		}
		if want >= 0 {
			alike++
		}
		if (got >= 0) != (want >= 0) || got >= 0 && !same(texts[got], texts[i]) && !Same(texts[got], texts[i]) {
			t.Errorf("text %d %q: found %d, want %d", i, texts[i], got, want)
		}
	}
	if alike < 40 {
		t.Errorf("only %d texts are alike: the test shows nothing", alike)
	}
}

// However alike the phrases, no shingle leads to more than a fixed number of
// earlier texts, so that the work grows with the number of texts alone.
func TestRepeatsStaysLinear(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	phrases := []string{"manage the records of", "the patients on the", "ward of this trust", "with care and respect"}
	var texts []string
	for range 3000 {
		var s []string
		for range 6 {
			s = append(s, phrases[r.Intn(len(phrases))], fmt.Sprint(r.Intn(9)))
		}
		texts = append(texts, strings.Join(s, " "))
	}
	x := newRarity(texts)
	longest := 0
	for i := range texts {
		x.match(i)
	}
	for _, earlier := range x.by {
		longest = max(longest, len(earlier))
	}
	if longest != looks {
		t.Errorf("a shingle leads to %d texts; the bound of %d was not reached, or not kept", longest, looks)
	}
}
