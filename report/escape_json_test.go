package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestEscapeJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", `"Clinical Coder <&>"`, `"Clinical Coder <&>"`},
		{"accents", `"Infirmière 臨床"`, `"Infirmière 臨床"`},
		{"delete and C1", "\"\x7f\u009b\"", `"\u007f\u009b"`},
		{"bidirectional", "\"\u202e\u2066\"", `"\u202e\u2066"`},
		{"beyond the basic plane", "\"\U000e0041\"", `"\udb40\udc41"`},
		{"order of an old runner", `"##[error]"`, `"##\u005berror]"`},
		{"behind a backslash", "\"\\\\\x7f\"", `"\\\u007f"`},
		{"indent and lists", "[\n  \"é\",\n  []\n]", "[\n  \"é\",\n  []\n]"},
	} {
		if got := string(escapeJSON([]byte(c.in))); got != c.want {
			t.Errorf("%s: escapeJSON(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// FuzzEscapeJSON holds that the escaped text means the same and is safe to show.
func FuzzEscapeJSON(f *testing.F) {
	for _, c := range frames {
		f.Add(c.text)
	}
	f.Add(order)
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode([]string{s, "##", s}); err != nil {
			t.Fatal(err)
		}
		out := escapeJSON(b.Bytes())
		var before, after []string
		if err := json.Unmarshal(b.Bytes(), &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &after); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		if strings.Join(before, "\x00") != strings.Join(after, "\x00") {
			t.Errorf("%q became %q", before, after)
		}
		checkSafe(t, string(out))
		if bytes.Contains(out, []byte("\t")) {
			t.Errorf("a tab in %q", out)
		}
	})
}
