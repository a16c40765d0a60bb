package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Clinical Coder", "Clinical Coder"},
		{"accents and scripts", "Infirmière 臨床 نور", "Infirmière 臨床 نور"},
		{"joined emoji", "👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f"},
		{"escape", "\x1b[31mred", `\x1b[31mred`},
		{"line breaks and tab", "a\r\n\tb", `a\r\n\tb`},
		{"null, bell, delete", "\x00\a\x7f", `\x00\x07\x7f`},
		{"C1 control", "\u009b31m \u0085", `\x9b31m \x85`},
		{"bidirectional controls", "\u202eabc\u202c \u2066 \u200f \u061c", `\u202eabc\u202c \u2066 \u200f \u061c`},
		{"separators", "\u2028\u2029", `\u2028\u2029`},
		{"nothing to see", "a\u200bb\u00adc\ufeffd\u2060", `a\u200bb\xadc\ufeffd\u2060`},
		{"tag characters", "\U000e0041", `\U000e0041`},
		{"no UTF-8", "a\xff\xe2\x82b", `a\xff\xe2\x82b`},
		{"what was no UTF-8", "\ufffd", `\ufffd`},
		{"order of an old runner", "##[error]x ##[", `##\x5berror]x ##\x5b`},
		{"brackets alone", "#[a] [##]", "#[a] [##]"},
		{"three signs", "###[a]", `###\x5ba]`},
		{"backslash", `\x1b`, `\x1b`},
	} {
		if got := visible(c.in); got != c.want {
			t.Errorf("%s: visible(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestLeading(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"::error::x", `\x3a:error::x`},
		{" \u3000::error::x", ` ` + "\u3000" + `\x3a:error::x`},
		{"\t::error::x", `\t::error::x`},
		{":::", `\x3a::`},
		{"a::b", "a::b"},
		{":a", ":a"},
		{":", `\x3a`},
		{"", ""},
	} {
		if got := leading(c.in); got != c.want {
			t.Errorf("leading(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// ordered reports whether a build host would take a line for an order. It
// follows the two readers of the Actions runner: the older looks for "##["
// anywhere in a line, the newer for "::" at its beginning, white space aside.
func ordered(line string) bool {
	return strings.Contains(line, "##[") || strings.HasPrefix(strings.TrimSpace(line), "::")
}

// checkSafe fails when a report holds what a terminal or a build host obeys. A
// tab may stand in source lines; everything else hostile may not.
func checkSafe(t *testing.T, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("not UTF-8: %q", out)
	}
	for _, line := range strings.FieldsFunc(out, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if ordered(line) {
			t.Errorf("a build host obeys %q", line)
		}
	}
	for _, r := range out {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\ufeff') {
			t.Errorf("%U in %q", r, out)
		}
	}
}

// The oracle of the other tests must itself tell good from bad.
func TestOrdered(t *testing.T) {
	for line, want := range map[string]bool{"::error::x": true, "\u00a0 ::x": true, "a ##[b]": true, "a ::b": false, "# #[": false} {
		if ordered(line) != want {
			t.Errorf("ordered(%q) = %t", line, !want)
		}
	}
}

func FuzzVisible(f *testing.F) {
	for _, c := range frames {
		f.Add(c.text)
	}
	f.Add(order)
	f.Fuzz(func(t *testing.T, s string) {
		out := visible(s)
		checkSafe(t, "x"+out)
		checkSafe(t, leading(s))
		if strings.ContainsAny(out, "\t\n") {
			t.Errorf("visible(%q) = %q is more than one line of plain text", s, out)
		}
		if again := visible(out); again != out {
			t.Errorf("visible(%q) = %q, want no further change", out, again)
		}
	})
}

func TestMessage(t *testing.T) {
	const in = "opening a\x1b[31m\tb\n  ::error::x\n##[add-mask]"
	const want = "opening a\\x1b[31m\\tb\n  \\x3a:error::x\n##\\x5badd-mask]"
	if got := Message(in); got != want {
		t.Errorf("Message = %q, want %q", got, want)
	}
}
