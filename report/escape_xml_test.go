package report

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestXMLText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Clinical Coder", "Clinical Coder"},
		{"markup", `<a b="c">&'`, "&lt;a b=&#34;c&#34;&gt;&amp;&#39;"},
		{"end of a character section", "]]>", "]]&gt;"},
		{"controls", "\x00\x1b\n\t\x85", `\x00\x1b\n\t\x85`},
		{"no characters of XML", "\ufffe\uffff\ufffd", `\ufffe\uffff\ufffd`},
		{"beyond the basic plane", "👩\U0001fffe", "👩\U0001fffe"},
		{"no UTF-8", "\xff", `\xff`},
	} {
		if got := xmlText(c.in); got != c.want {
			t.Errorf("%s: xmlText(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
	if got, want := xmlLines("a\n::error::<\n"), "a\n\\x3a:error::&lt;\n"; got != want {
		t.Errorf("xmlLines = %q, want %q", got, want)
	}
}

// FuzzXML holds that a strict reader takes the text back as it is shown.
func FuzzXML(f *testing.F) {
	for _, c := range frames {
		f.Add(c.text)
	}
	f.Add(order)
	f.Add("]]>\ufffe<!-- --><![CDATA[&#0;")
	f.Fuzz(func(t *testing.T, s string) {
		out := xmlText(s)
		checkSafe(t, "x"+out)
		checkSafe(t, xmlLines(s))
		var back struct {
			Attribute string `xml:"a,attr"`
			Text      string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+out+`">`+out+`</x>`), &back); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		want := strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`).Replace(visible(s))
		if back.Attribute != want || back.Text != want {
			t.Errorf("got %q and %q, want %q", back.Attribute, back.Text, want)
		}
	})
}
