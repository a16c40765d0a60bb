package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/golangci/misspell"
)

func TestSingular(t *testing.T) {
	for in, want := range map[string]string{
		"records": "record", "studies": "study", "classes": "class", "boxes": "box", "searches": "search", "nurses": "nurse", "women": "woman",
		"analysis": "analysis", "analyses": "analysis", "informatics": "informatics", "status": "status", "access": "access", "news": "news",
		"bus": "bus", "is": "is", "databases": "database", "record": "record", "ties": "tie", "series": "series",
	} {
		if got := Singular(in); got != want {
			t.Errorf("Singular(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBag(t *testing.T) {
	fillers := map[string]bool{"of": true, "service": true}
	if a, b := Bag("Manager of Services, Records", fillers), Bag("record managers", fillers); a != b || a != "manager record" {
		t.Errorf("the bags are %q and %q", a, b)
	}
	if a, b := Bag("C developer", nil), Bag("C++ developer", nil); a == b {
		t.Errorf("both bags are %q", a)
	}
}

func TestMisspelling(t *testing.T) {
	for _, c := range []struct {
		word, meant string
		sure, known bool
	}{
		{"recieve", "receive", true, true}, {"teh", "the", true, true}, {"adminstration", "administration", true, true},
		{"firts", "", false, true}, {"wich", "which", false, true}, {"shrinked", "shrunk", false, true},
		{"receive", "", false, false}, {"cannister", "", false, false}, {"", "", false, false},
	} {
		meant, sure, known := Misspelling(c.word)
		if meant != c.meant || sure != c.sure || known != c.known {
			t.Errorf("Misspelling(%q) = %q, %v, %v; want %q, %v, %v", c.word, meant, sure, known, c.meant, c.sure, c.known)
		}
	}
}

func TestLocalForms(t *testing.T) {
	for _, c := range []struct{ american, british string }{
		{"color", "colour"}, {"organize", "organise"}, {"customization", "customisation"}, {"organizational", "organisational"}, {"center", "centre"},
	} {
		if got, ok := British(c.american); got != c.british || !ok {
			t.Errorf("British(%q) = %q, %v", c.american, got, ok)
		}
		if got, ok := American(c.british); got != c.american || !ok {
			t.Errorf("American(%q) = %q, %v", c.british, got, ok)
		}
	}
	for _, both := range []string{"dialog", "artifact", "colour", "prize", "ization", ""} {
		if got, ok := British(both); ok {
			t.Errorf("British(%q) = %q", both, got)
		}
	}
	for _, both := range []string{"dialogue", "archaeology", "analyses", "color", "revise"} {
		if got, ok := American(both); ok {
			t.Errorf("American(%q) = %q", both, got)
		}
	}
}

// An exception that no list holds is a slip of the pen, or gone from the list.
func TestExceptions(t *testing.T) {
	for _, c := range []struct {
		words string
		list  []string
		every int // 0: what is corrected; 1: the corrections
	}{{rightWords, misspell.DictMain, 0}, {britishToo, misspell.DictBritish, 0}, {americanToo, misspell.DictAmerican, 0}, {poorCorrections, misspell.DictMain, 1}} {
		held := map[string]bool{}
		for i, word := range c.list {
			if i%2 == c.every {
				held[word] = true
			}
		}
		for _, word := range strings.Fields(c.words) {
			if !held[word] {
				t.Errorf("the exception %q is on no list", word)
			}
		}
	}
}

func TestPlain(t *testing.T) {
	const in = "Colour is “colour” or `colour`. Center for Health asks. Center the e-mail's text, see a/b.c or Foo; Bar\nBaz (and more) CAPS camelCase."
	var got []string
	for w := range Plain(in) {
		if in[w.Start:w.End] != w.Text {
			t.Errorf("%q stands at %d to %d: %q", w.Text, w.Start, w.End, in[w.Start:w.End])
		}
		mark := ""
		if w.Name {
			mark = "!"
		}
		got = append(got, w.Text+mark)
	}
	const want = "Colour is or Center! for Health! asks Center the text see or Foo! Bar! Baz and more"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestReadTag(t *testing.T) {
	for in, want := range map[string]string{
		"en-GB":           "true '' '' en GB false",
		"cy":              "true '' '' cy ZZ false",
		"en-gb-oxendict":  "true '' '' en GB true",
		"en-UK":           "true 'UK' 'en-GB' en UK false",
		"xq-GB":           "true 'xq' '' und GB false",
		"en_GB":           "false '' 'en-GB' en GB false",
		"British English": "false '' '' und ZZ false",
		"i-klingon":       "true '' '' tlh ZZ false",
		"":                "false '' '' und ZZ false",
	} {
		tag := ReadTag(in)
		if got := fmt.Sprintf("%v '%s' '%s' %s %s %v", tag.WellFormed, tag.Unknown, tag.Meant, tag.Language, tag.Region, tag.Variants); got != want {
			t.Errorf("ReadTag(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestInvisibles(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                           "[]",
		"a\u200b\u00adb":                  "[[1 6]]",
		"\ufeffa\u2060":                   "[[0 3] [4 7]]",
		"a\u200db\u200d":                  "[[1 4] [5 8]]",
		"1\u200d":                         "[[1 4]]",
		"می\u200cخواهم":                   "[]",
		"👩\u200d⚕\ufe0f 1\ufe0f\u20e3":    "[]",
		"🏴\U000e0067\U000e0062\U000e007f": "[]",
		"a\U000e0067":                     "[[1 5]]",
		"a\xffb":                          "[]",
	} {
		if got := fmt.Sprint(Invisibles(in)); got != want {
			t.Errorf("Invisibles(%q) = %s, want %s", in, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("The the café’s “quoted” words, 1\u200d e-mail\u200b")
	f.Add("\xff\u00ad'`\"")
	f.Fuzz(func(t *testing.T, s string) {
		for w := range Plain(s) {
			if s[w.Start:w.End] != w.Text {
				t.Fatalf("%q stands at %d to %d of %q", w.Text, w.Start, w.End, s)
			}
		}
		end := 0
		for _, at := range Invisibles(s) {
			if at[0] < end || at[1] <= at[0] || at[1] > len(s) {
				t.Fatalf("the stretch %v of %q", at, s)
			}
			end = at[1]
		}
		if a := Words(s); len(a) >= leastWords && !Same(s, s) {
			t.Fatalf("%q is not the same as itself", s)
		}
		Bag(s, nil)
		ReadTag(s)
	})
}
