package report

import (
	"net/url"
	"testing"
)

func TestURI(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"framework-data/roles/a_b~c.yaml", "framework-data/roles/a_b~c.yaml"},
		{"a b/#1?/100%/[x]&.yaml", "a%20b/%231%3F/100%25/%5Bx%5D%26.yaml"},
		{"rôles/臨.yaml", "r%C3%B4les/%E8%87%A8.yaml"},
		{"git:main:roles/a.yaml", "git%3Amain%3Aroles/a.yaml"},
		{"//host/share", "%2F/host/share"},
		{"/a", "/a"},
		{`a\b`, "a%5Cb"},
		{"", ""},
	} {
		if got := uri(c.in); got != c.want {
			t.Errorf("uri(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// FuzzURI holds that a reader of URIs takes the path back and finds nothing else.
func FuzzURI(f *testing.F) {
	for _, s := range []string{order, "//host", "a:b", "http://x", "?q#f", "%2f", "..//"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := uri(s)
		checkSafe(t, out)
		u, err := url.Parse(out)
		if err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		if u.Path != s || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" {
			t.Errorf("%q is read as %#v, want the path %q", out, u, s)
		}
	})
}
