package source

import (
	"strings"
	"testing"
)

// TestMessagesArePlain breaks YAML in the ways that people do, and wants a
// sentence of ours instead of the parser's.
func TestMessagesArePlain(t *testing.T) {
	for _, text := range []string{
		"a: b\n\tc: d\n", "a:\n\tb: c\n", "a: \"\\q\"\n", "a: \"\\xzz\"\n", "a: - b\n", "a: b: c\n", "a: 'b\n", "a: b\nc\n", "a: [b\n", "a: {b: c\n",
		"a:\n- b\nc\n", "a:\n  b: c\n d: e\n", "a: 'b' c\n", "a: ,b\n", "a: [,]\n", "a: 'b'#c\n", "%YAML 1.2\n---\na: b\n", "%foo\n---\na: b\n", "a: *b\n", "a: *\n",
		"a: &\n", "a: !<\n", "a: !x!y z\n", "a: |0\n  b\n", "a: | b\n  c\n", "a: b\n... c\n", "a: @b\n", "a: `b\n", "a: %b\n", "- a\nb: c\n", "a: b\n- c\n", "? a\n? b: c: d\n", "a\nb: c\n",
		"a: ]\n", "a: }\n", "- - a\n - b\n", "a: |\n   b\n  c\nd\n", "x: a\n  b: c\n", "--- a\nb: c\n",
	} {
		_, faults := parse(t, "a.yaml", text)
		if len(faults) == 0 {
			t.Errorf("%q: no fault", text)
			continue
		}
		f := faults[0]
		if strings.HasPrefix(f.Message, "this is not YAML") || f.Help == "" {
			t.Errorf("%q: %s", text, f.Message)
		}
	}
}
