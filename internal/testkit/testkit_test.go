package testkit

import "testing"

func TestQuoted(t *testing.T) {
	for _, c := range []struct{ text, name, written string }{
		{"a: \"b\" \\ 'c'\n", "x", "a: \"b\" \\ 'c'\n"},
		{"\ufeffa: \"b\" \\n\n", "x.quoted", "\\ufeffa: \"b\" \\\\n\n"},
		{"a\r\nb\x00\xff\u202e\n", "x.quoted", "a\\r\nb\\x00\\xff\\u202e\n"},
		{"a\nb", "x.quoted", "a\nb\\\n"},
		{"", "x", ""},
		{"é ü\n", "x", "é ü\n"},
	} {
		e := encoded("x", c.text)
		if e.name != c.name || e.text != c.written {
			t.Errorf("%q is written as %s %q, want %s %q", c.text, e.name, e.text, c.name, c.written)
		}
		if path, text, err := e.decoded(); path != "x" || text != c.text || err != nil {
			t.Errorf("%q is read back as %s %q, %v", c.text, path, text, err)
		}
	}
}

func TestArchive(t *testing.T) {
	const data = "A note.\n\n-- a/b.yaml --\nid: a\n-- want --\nx\n"
	comment, entries := parse(data)
	if comment != "A note.\n\n" || len(entries) != 2 || entries[0] != (entry{"a/b.yaml", "id: a\n"}) {
		t.Errorf("got %q %v", comment, entries)
	}
	if got := format(comment, entries); got != data {
		t.Errorf("written back as %q", got)
	}
}
