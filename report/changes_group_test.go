package report

import (
	"fmt"
	"strings"
	"testing"
)

// outline writes groups in a few words.
func outline(groups []changeGroup) string {
	var parts []string
	for _, g := range groups {
		for _, r := range g.renames {
			parts = append(parts, fmt.Sprintf("%s %d×%q→%q,%t", g.kind, len(r.changes), r.old, r.new, r.ending))
		}
		for _, e := range g.entities {
			parts = append(parts, fmt.Sprintf("%s/%s %d", g.kind, e.subject.ID, len(e.changes)))
		}
	}
	return strings.Join(parts, "; ")
}

func renames(pairs ...string) *Changes {
	d := &Changes{}
	for _, p := range pairs {
		kind, ids, _ := strings.Cut(p, ":")
		old, new, _ := strings.Cut(ids, ">")
		d.Changes = append(d.Changes, Change{
			Kind: "id-changed", Impact: "major", Subject: Subject{Kind: kind, ID: new},
			Old: &ChangeSide{Value: old}, New: &ChangeSide{Value: new},
		})
	}
	return d
}

func TestMassRenames(t *testing.T) {
	for _, c := range []struct{ name, pairs, want string }{
		{"a beginning", "r:hi-a>im-a r:hi-b>im-b r:hi-c>im-c r:hi-d>im-d r:hi-e>im-e", `r 5×"hi-"→"im-",false`},
		{"a beginning that came", "r:a>im-a r:b>im-b r:m-c>im-m-c r:d>im-d r:e>im-e", `r 5×""→"im-",false`},
		{"a beginning that went", "r:im-a>a r:im-b>b r:im-im-c>im-c r:im-d>d r:im-e>e", `r 5×"im-"→"",false`},
		{"an ending", "r:a-x>a-yy r:b-x>b-yy r:c-x>c-yy r:d-x>d-yy r:e-x>e-yy", `r 5×"-x"→"-yy",true`},
		{"too few", "r:hi-a>im-a r:hi-b>im-b r:hi-c>im-c r:hi-d>im-d", "r/im-a 1; r/im-b 1; r/im-c 1; r/im-d 1"},
		{"of two kinds", "r:hi-a>im-a r:hi-b>im-b r:hi-c>im-c l:hi-d>im-d l:hi-e>im-e", "r/im-a 1; r/im-b 1; r/im-c 1; l/im-d 1; l/im-e 1"},
		{"one of another sort", "r:hi-a>im-a r:hi-b>im-b r:q>w r:hi-c>im-c r:hi-d>im-d r:hi-e>im-e", `r 5×"hi-"→"im-",false; r/w 1`},
		{"no pattern", "r:a>v r:b>w r:c>x r:d>y r:e>z", "r/v 1; r/w 1; r/x 1; r/y 1; r/z 1"},
	} {
		if got := outline(renames(strings.Fields(c.pairs)...).grouped()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	d := renames(strings.Fields("r:hi-a>im-a r:hi-b>im-b r:hi-c>im-c r:hi-d>im-d r:hi-e>im-e")...)
	d.Changes[2].Accepted = &Agreement{Reason: "agreed"}
	if got := outline(d.grouped()); strings.Contains(got, "×") {
		t.Errorf("an accepted change stands among others: %s", got)
	}
}

func TestGrouped(t *testing.T) {
	want := "framework/demo 1; competency/manage-risk 1; role/clinical-coder 7; role/records-clerk 1; role/coding-auditor 1; role/porter 1; role/scribe 1"
	groups := documentOf(nil, nil).grouped()
	if got := outline(groups); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var titles []string
	for _, e := range groups[2].entities[:2] {
		titles = append(titles, e.group)
	}
	if got := strings.Join(titles, "; "); got != "Information Management; records" {
		t.Errorf("the constituencies are %s", got)
	}
}

func TestTokens(t *testing.T) {
	show := func(all []token) string {
		var b strings.Builder
		for _, tok := range bounded(all) {
			if tok.spaced {
				b.WriteString(" ")
			}
			shown, _ := tok.marked()
			b.WriteString(shown)
		}
		return b.String()
	}
	many := strings.Repeat("w ", 100)
	for _, c := range []struct {
		name  string
		words []string
		want  string
	}{
		{"replaced", []string{"=Codes ", "-may ", "+should ", "=be"}, "Codes [-may-]{+should+} be"},
		{"added before a stop", []string{"=Codes", "+ well", "=."}, "Codes {+well+}."},
		{"space alone", []string{"=Codes", "-  ", "+ ", "=well"}, ""},
		{"nothing", []string{"=Codes well"}, ""},
		{"inside a word", []string{"=re", "-write", "+word", "=s"}, "re[-write-]{+word+}s"},
		{"line breaks", []string{"=a\n\tb ", "+c\n"}, "a b {+c+}"},
		{"kept in two", []string{"=a", "=b ", "-c"}, "ab [-c-]"},
		{"far from the change", []string{"=" + many, "-x ", "=" + many}, "… w w w w w w [-x-] w w w w w w …"},
		{"between two changes", []string{"-x ", "=" + many, "+y"}, "[-x-] w w w w w w … w w w w w w {+y+}"},
		{"a few words more", []string{"=a b c d e f g h ", "-x"}, "a b c d e f g h [-x-]"},
		{"all at once", []string{"-" + strings.Repeat("o ", 60), "+n"}, "[-" + strings.Repeat("o ", 20) + "… " + strings.TrimSpace(strings.Repeat("o ", 20)) + "-]{+n+}"},
	} {
		var words []Word
		for _, w := range wordEdits(c.words...) {
			words = append(words, Word{string(w.Operation), w.Text})
		}
		if got := show(essence(tokens(words))); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	var endless []Word
	for range 500 {
		endless = append(endless, Word{"kept", "a "}, Word{"added", "b "})
	}
	if n := len(essence(tokens(endless))); n != mostWords+1 {
		t.Errorf("a change without end takes %d words", n)
	}
}
