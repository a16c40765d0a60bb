package text

import "testing"

func TestNearest(t *testing.T) {
	words := []string{"summary", "status", "sources", "Title", "titles", "ab"}
	for _, test := range []struct{ word, want string }{
		{"sumary", "summary"}, {"SUMMARY", "summary"}, {"sttaus", "status"}, {"tittle", "Title"}, {"tilte", "Title"},
		{"souces", "sources"}, {"statistics", ""}, {"x", ""}, {"a", ""}, {"", ""}, {"summary", ""}, {"cde", ""},
	} {
		if got, ok := Nearest(test.word, words); got != test.want || ok != (test.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", test.word, got, ok, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "abc", 3, 3}, {"abc", "abc", 3, 0}, {"abc", "acb", 3, 1}, {"abcd", "bc", 3, 2}, {"kitten", "sitting", 3, 3}, {"kitten", "sitting", 2, 3}, {"é", "e", 1, 1},
	} {
		if got := distance([]rune(test.a), []rune(test.b), test.limit); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	const in = "one two three\n\nfour  five exceedingly-long-word six\n"
	const want = "one two\nthree\n\nfour five\nexceedingly-long-word\nsix\n"
	if got := Wrap(in, 9); got != want {
		t.Errorf("Wrap = %q, want %q", got, want)
	}
}

func TestNFC(t *testing.T) {
	if NFC("e\u0301") != "\u00e9" {
		t.Error("NFC leaves a decomposed letter as it is")
	}
}
