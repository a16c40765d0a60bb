package report

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
)

// changesCases are the reports of testdata/changes.txtar.
var changesCases = []struct {
	name    string
	make    func() (old, new Compared, r *diff.Result)
	change  func(r *diff.Result)
	options Options
}{
	{name: "every shape of change"},
	{name: "verbose", options: Options{Verbose: true}},
	{name: "quiet", options: Options{Quiet: true}},
	{name: "colour, with ESC as ␛", options: Options{Color: true}},
	{name: "numbers only", options: Options{Stat: true}},
	{name: "names only", options: Options{NameOnly: true}},
	{name: "three at most", options: Options{MaxFindings: 3}},
	{name: "three at most and quiet", options: Options{MaxFindings: 3, Quiet: true}},
	{name: "a mass rename", make: func() (Compared, Compared, *diff.Result) { return renamedRoles(7) }},
	{name: "a mass rename, verbose", make: func() (Compared, Compared, *diff.Result) { return renamedRoles(5) }, options: Options{Verbose: true}},
	{name: "too few for a mass rename", make: func() (Compared, Compared, *diff.Result) { return renamedRoles(4) }},
	{name: "nothing changed", change: func(r *diff.Result) { *r = diff.Result{Complete: true, Bump: diff.Bump{OK: true}} }},
	{name: "hostile", make: func() (Compared, Compared, *diff.Result) { return hostileChanges(order) }},
	{name: "hostile and verbose", make: func() (Compared, Compared, *diff.Result) { return hostileChanges(order) }, options: Options{Verbose: true}},
	{name: "hostile and quiet", make: func() (Compared, Compared, *diff.Result) { return hostileChanges(order) }, options: Options{Quiet: true}},
}

// documentOf makes the document of a case.
func documentOf(make func() (old, new Compared, r *diff.Result), change func(*diff.Result)) *Changes {
	if make == nil {
		make = sampleChanges
	}
	old, new, r := make()
	if change != nil {
		change(r)
	}
	return FromChanges(old, new, r, sampleRun)
}

func TestChangesText(t *testing.T) {
	var g goldens
	for _, c := range changesCases {
		out := render(t, documentOf(c.make, c.change), "text", c.options)
		g.add(c.name, strings.ReplaceAll(out, "\x1b", "␛"))
	}
	g.compare(t, "changes.txtar", "Comparisons as text, one for each case in format_changes_text_test.go.")
}

// Colour adds and says nothing: without it the same text remains.
func TestChangesColourAlone(t *testing.T) {
	for _, make := range []func() (Compared, Compared, *diff.Result){nil, func() (Compared, Compared, *diff.Result) { return hostileChanges("##") }} {
		doc := documentOf(make, nil)
		plain, coloured := render(t, doc, "text", Options{}), render(t, doc, "text", Options{Color: true})
		bare := strings.NewReplacer("\x1b[1m", "", "\x1b[31m", "", "\x1b[32m", "", "\x1b[33m", "", "\x1b[36m", "", "\x1b[0m", "").Replace(coloured)
		if coloured == plain || bare != plain {
			t.Errorf("without colour:\n%s\nwant:\n%s", bare, plain)
		}
	}
}

// Values are shown when the message has not told them, and are short enough.
func TestComparedValues(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for _, c := range []struct{ field, message, old, new, want string }{
		{"level", "level raised", "3", "4", "“3” → “4”"},
		{"level", "level raised from 3 to 4", "3", "4", ""},
		{"proficiency", "Coding: proficiency changed from Alone to In hard cases", "2", "3", ""},
		{"level", "the trip from here to there: level raised", "3", "4", "“3” → “4”"},
		{"level", "level stated", "", "4", "{+4+}"},
		{"level", "level given up", "3", "", "[-3-]"},
		{"", "removed", "clerk", "", ""},
		{"notes", "notes changed", "a", long, ""},
		{"notes", "notes changed", long, "a", ""},
		{"notes", "notes changed", "a\n b", "c", "“a b” → “c”"},
	} {
		p := &changesPrinter{}
		p.compared(&Change{Field: c.field, Message: c.message, Old: &ChangeSide{Value: c.old}, New: &ChangeSide{Value: c.new}})
		if got := strings.TrimSpace(p.String()); got != c.want {
			t.Errorf("%q of %q and %q: got %q, want %q", c.message, c.old, c.new, got, c.want)
		}
	}
}

// FuzzChanges holds, for any text in any field, that what is shown as text is safe.
// The other formats are read back in hostile_test.go.
func FuzzChanges(f *testing.F) {
	for _, c := range frames {
		f.Add(c.text)
	}
	f.Add(order)
	f.Add("##")
	f.Add("::")
	f.Add("a b\tc [-d-] {+e+}")
	f.Fuzz(func(t *testing.T, s string) {
		old, new, r := hostileChanges(s)
		doc := FromChanges(old, new, r, Run{})
		for _, o := range []Options{{}, {Verbose: true}, {Quiet: true}} {
			checkHostSafe(t, "text", render(t, doc, "text", o))
		}
	})
}
