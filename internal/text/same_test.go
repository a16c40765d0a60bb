package text

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"The Café’s users' guide (2nd edition)": "the cafes users guide 2nd edition",
		"C++, C# & R&D":    "c++ c# r d",
		" -- ":             "",
		"Straße und ÄRZTE": "strasse und arzte",
	} {
		if got := strings.Join(Words(in), " "); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

// numbered returns the words w0, w1 and so on, with one of them changed.
func numbered(n, changed int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = "w" + strings.Repeat("x", i)
	}
	if changed >= 0 {
		words[changed] = "other"
	}
	return strings.Join(words, " ")
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{numbered(8, -1), numbered(8, -1), true},
		{numbered(8, -1), strings.ToUpper(numbered(8, -1)) + ".", true},
		{numbered(7, -1), numbered(7, -1), false},
		{numbered(28, -1), numbered(28, 14), false}, // 23 of 29 shingles
		{numbered(29, -1), numbered(29, 14), true},  // 24 of 30 shingles
		{numbered(10, -1), numbered(12, -1), true},  // 8 of 10 shingles
		{numbered(10, -1), numbered(13, -1), false}, // 8 of 11 shingles
		{"", "", false},
	} {
		if got := Same(c.a, c.b); got != c.want {
			t.Errorf("Same(%q, %q) = %v", c.a, c.b, got)
		}
		if Same(c.a, c.b) != Same(c.b, c.a) {
			t.Errorf("Same(%q, %q) depends on the order", c.a, c.b)
		}
	}
}

func TestShinglesAreSets(t *testing.T) {
	got := shingles(Words(strings.Repeat("one two three ", 5)))
	if len(got) != 3 || !slices.IsSorted(got) {
		t.Errorf("got %d shingles of three different ones: %v", len(got), got)
	}
}
