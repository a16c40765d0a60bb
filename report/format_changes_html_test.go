package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
)

// everyShape is a comparison with a change of every shape and a mass rename.
func everyShape() (old, new Compared, r *diff.Result) {
	old, new, r = sampleChanges()
	_, _, renamed := renamedRoles(7)
	r.Changes = append(r.Changes, renamed.Changes[:7]...)
	return old, new, r
}

// The golden page can be opened to be looked at.
func TestChangesHTML(t *testing.T) {
	golden(t, "changes.html", []byte(render(t, documentOf(everyShape, nil), "html", Options{})))
}

func changesPage(t testing.TB, d *Changes, o Options) *html.Node {
	t.Helper()
	return parsePage(t, render(t, d, "html", o))
}

func TestChangesHTMLVerdict(t *testing.T) {
	none := func(d *Changes) { d.Changes, d.Summary, d.Bump = nil, ChangesSummary{}, Bump{"none", "none", true, ""} }
	both := " Version 1.0.0 → 1.1.0 is a minor bump; the changes require a major bump: "
	counts := "13 changes in 7 entities: 3 major, 7 minor, 1 patch, 2 accepted."
	for _, c := range []struct {
		name    string
		change  func(d *Changes)
		options Options
		want    string // class, words, numbers, what must be known before
	}{
		{"not enough", func(*Changes) {}, Options{}, "warning|The new version number is too low for what changed|" + counts + both + "not enough. Set version to 2.0.0 or higher in the framework file."},
		{"enough", func(d *Changes) { d.Bump = Bump{"minor", "major", true, ""} }, Options{}, "info|The new version number fits what changed|" + counts + both + "enough."},
		{"back", func(d *Changes) { d.Bump = Bump{"backward", "none", false, "1.0.0"} }, Options{}, "warning|The version number goes back|" + counts + " Version 1.0.0 → 1.1.0 goes back: not right. Set version to 1.0.0 or higher in the framework file."},
		{"no versions", func(d *Changes) { d.Bump = Bump{"none", "none", false, ""} }, Options{}, "warning|The version numbers cannot be compared|" + counts + " Version 1.0.0 → 1.1.0: not right. Give both versions the form 1.2.3, as semver.org defines it."},
		{"nothing", func(d *Changes) { none(d); d.New.Version = "1.0.0" }, Options{}, "good|Nothing changed|No changes. Nothing changed: both are version 1.0.0."},
		{"elsewhere", func(d *Changes) { none(d); d.Summary.Elsewhere = 2 }, Options{}, "info|The new version number fits what changed|No changes. Version 1.0.0 → 1.1.0; the changes require no bump.|2 changes were not asked for, neither counted here nor shown; the version is judged by all."},
		{"hidden", func(*Changes) {}, Options{MaxFindings: 10}, "warning|The new version number is too low for what changed|" + counts + both + "not enough. Set version to 2.0.0 or higher in the framework file.|1 change is counted here and not shown."},
		{"incomplete", func(d *Changes) { none(d); d.Complete = false }, Options{}, "part|Incomplete: this is no result|No changes, found before the comparison stopped.|The comparison stopped early, so there may be more. Put right what the error message names and compare again."},
	} {
		d := documentOf(nil, nil)
		c.change(d)
		if got := verdictOf(changesPage(t, d, c.options)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// The numbers of the table by audience add up to those of the summary, and those of
// an audience are those that the summary has.
func TestChangesHTMLTables(t *testing.T) {
	d := documentOf(everyShape, nil)
	table := htmlAudiences(d)
	all := table.Rows[len(table.Rows)-1]
	s := &d.Summary
	if got, want := fmt.Sprint(all), fmt.Sprint([]int{s.Major, s.Minor, s.Patch, s.Accepted, s.total()}); got != "[all "+want[1:] {
		t.Errorf("got %s, want %s", got, want)
	}
	for i, a := range s.Audiences {
		if row := table.Rows[i]; string(row[0]) != a.Audience || string(row[len(row)-1]) != fmt.Sprint(a.Changes) {
			t.Errorf("got %v, want %v", row, a)
		}
	}
}

// Of each change, what was kept or deleted is the old value, and what was kept or
// added the new one, wherever the page shows them.
func TestChangesHTMLWords(t *testing.T) {
	for _, c := range []struct {
		name, field, message, old, new string
		words                          []diff.WordEdit
		want                           string
	}{
		{"words", "summary", "reworded", "a b", "a c", wordEdits("=a ", "-b", "+c"), "a [b]{c}"},
		{"no words", "level", "raised", "3", "4", nil, "[3]{4}"},
		{"a list", "evidence", "changed", "a: x, b: y, c: z", "a: x, b: w, c: z", nil, "a: x, b: [y, ]{w, }c: z"},
		{"came", "level", "stated", "", "4", nil, "{4}"},
		{"went", "level", "given up", "3", "", nil, "[3]"},
		{"told", "level", "raised from 3 to 4", "3", "4", nil, ""},
		{"told, and words", "title", "changed from a b to a c", "a b", "a c", wordEdits("=a ", "-b", "+c"), "a [b]{c}"},
		{"of the entity", "", "removed", "clerk", "", nil, ""},
		{"hostile", "summary", "reworded", "<b>\x1b", "<i>", wordEdits("-<b>\x1b", "+<i>"), `[<b>\x1b]{<i>}`},
		{"lines", "summary", "reworded", "a\nb", "a\nc", wordEdits("=a\n", "-b", "+c"), "a\n[b]{c}"},
	} {
		old, new, r := sampleChanges()
		r.Changes = r.Changes[3:4]
		r.Changes[0].Field, r.Changes[0].Message, r.Changes[0].Words = c.field, c.message, c.words
		r.Changes[0].Old, r.Changes[0].New = diff.Side{Value: c.old}, diff.Side{Value: c.new}
		root := changesPage(t, FromChanges(old, new, r, sampleRun), Options{})
		if got := strings.Join(changedWords(root), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if kept := strings.Contains(c.want, "["); kept != (len(find(root, "p.changed del span.unseen")) > 0) {
			t.Errorf("%s: what was deleted is not told in words", c.name)
		}
	}
}

// changedWords returns the words of the changes of a page, with brackets around
// what was deleted and braces around what was added.
func changedWords(root *html.Node) []string {
	var all []string
	for n := range root.Descendants() {
		if !hasClass(n, "changed") {
			continue
		}
		var b strings.Builder
		for part := range n.FirstChild.ChildNodes() {
			text := textOf(part)
			switch part.Data {
			case "del":
				text = "[" + strings.TrimPrefix(text, "deleted: ") + "]"
			case "ins":
				text = "{" + strings.TrimPrefix(text, "added: ") + "}"
			}
			b.WriteString(text)
		}
		all = append(all, b.String())
	}
	return all
}

func TestChangesHTMLOutline(t *testing.T) {
	root := changesPage(t, documentOf(everyShape, nil), Options{})
	want := []string{
		"Framework 1 change", "Demo Framework 1 change",
		"Competencies 1 change", "Manage risk 1 change",
		"Roles 9 changes", "From hi-clerk-… to im-clerk-… 7 changes", "Porter 1 change", "Scribe 1 change",
		"Roles – Information Management 8 changes", "Clinical Coder 7 changes", "coding-auditor 1 change",
		"Roles – records 1 change", "Records Clerk 1 change",
	}
	var got []string
	for n := range root.Descendants() {
		if n.Data == "h3" && hasClass(n.Parent, "entities") || n.Data == "h4" {
			got = append(got, textOf(n))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if pairs := find(root, "ul.pairs li"); len(pairs) != 7 || pairs[6] != "Clerk 6: deleted: hi-clerk-6 added: im-clerk-6" {
		t.Errorf("the row of the mass rename holds %q", pairs)
	}
	if folded := find(root, "details.reach summary"); len(folded) != 1 || folded[0] != "Reaches 7 roles" {
		t.Errorf("folded are %q", folded)
	}
	if got := strings.Join(find(root, "div.reach"), "|"); got != "Reaches 1 role Coding Managercoding-manager|Reaches 3 roles Boss"+"bossDeputy 0"+"0Deputy 1"+"1" {
		t.Errorf("not folded are %q", got)
	}
	if got := strings.Join(find(root, "p.agreement"), "|"); got != "Accepted by J. Smith until 1.3.0 agreed by the board|Accepted routine" {
		t.Errorf("accepted are %q", got)
	}
}

// A constituency is chosen with what reaches it; where nobody knows what a change
// reaches, no constituency leaves it out.
func TestChangesHTMLConstituencies(t *testing.T) {
	role := func(constituency string) Subject { return Subject{Kind: "role", ID: "x", Constituency: constituency} }
	m := &htmlChangeMapper{titles: map[string]string{"a": "Alpha", "b": "Beta"}, all: []string{"Alpha", "Beta", "Gamma"}}
	for _, c := range []struct {
		name    string
		subject Subject
		affects []Subject
		reach   int
		want    string
	}{
		{"its own", role("a"), nil, 0, "Alpha"},
		{"what it reaches", role("a"), []Subject{role("b"), role("b"), role("")}, 3, "Alpha Beta"},
		{"without one", role(""), []Subject{role("b")}, 1, "Beta"},
		{"none", role(""), nil, 0, ""},
		{"without a title", role("c"), nil, 0, "c"},
		{"itself", Subject{Kind: "constituency", ID: "b", Title: "Beta"}, nil, 0, "Beta"},
		{"a list that was cut", role("b"), nil, 2, "Beta Alpha Gamma"},
	} {
		change := &Change{Subject: c.subject}
		if got := strings.Join(m.constituencies(c.affects, c.reach, []*Change{change}), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// What a document does not list is told.
func TestChangesHTMLReachCut(t *testing.T) {
	d := documentOf(nil, func(r *diff.Result) { r.Changes[3].Affects = make([]finding.Subject, 9) })
	d.Changes[3].Affects = d.Changes[3].Affects[:2]
	if got := find(changesPage(t, d, Options{}), "div.reach li"); !slices.Contains(got, "7 more, which are not listed") {
		t.Errorf("got %q", got)
	}
}

// An item may have several values of a filter, or none, and stand for several.
func TestHTMLFilterItems(t *testing.T) {
	filters := htmlFilters{newHTMLFilter("Audience", "nobody"), newHTMLFilter("Group", "none"), {Name: "Role", Names: true}}
	got := []htmlText{filters.items(1, []string{"a", "b"}, []string{"x"}), filters.items(7, []string{"b"}, nil)}
	if want := []htmlText{"0,1 0", "1 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if c := filters[0].Choices; c[0].Count != 1 || c[1].Count != 8 {
		t.Errorf("the choices are %v", c)
	}
}

// checkChangesPage fails when a page of hostileChanges has strangers in it, or
// does not say what the data says.
func checkChangesPage(t testing.TB, d *Changes, page string) {
	t.Helper()
	root := parsePage(t, page)
	for _, stranger := range strangers(root) {
		t.Errorf("the page has the %q", stranger)
	}
	c, n, k := &d.Changes[0], &d.Notes[0], &d.Kinds[len(d.Kinds)-1]
	for i := range d.Kinds {
		if d.Kinds[i].ID == c.Kind {
			k = &d.Kinds[i]
		}
	}
	lines := func(s string) string { return Message(strings.ReplaceAll(s, "\r\n", "\n")) }
	for path, want := range map[string]string{
		"h1 bdi":                      visible("Changes – " + d.New.Title),
		"dl.editions bdi.entity":      visible(d.Old.Title),
		"dl.editions bdi.place":       visible(d.Old.Operand),
		"article.one h4 bdi.name":     visible(c.Subject.Title),
		"li.change p.headline bdi":    visible(c.Message),
		"li.change p.about a":         visible(k.Title),
		"li.change p.about bdi.place": string(htmlPlace(c.New.Location)),
		"li.change div.reach bdi":     visible(c.Affects[0].Title),
		"section.entities h3 bdi":     visible(c.Subject.Constituency),
		"article.small p.lines bdi":   lines(n.Help),
		"article.rule code":           visible(d.Kinds[0].ID),
	} {
		if got := find(root, path); want != "" && !slices.Contains(got, want) {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	agreed := find(root, "li.change p.agreement bdi")
	for _, text := range []string{c.Accepted.By, c.Accepted.Until, c.Accepted.Reason} {
		if text == "" && len(agreed) != 1 {
			continue // nothing is written where there is nothing
		}
		if len(agreed) == 0 || agreed[0] != visible(text) {
			t.Fatalf("of what is accepted there is %q, want %q", agreed, visible(text))
		}
		agreed = agreed[1:]
	}
	words := ""
	for _, w := range stretches(d.Changes[1].Words) {
		switch text := lines(w.Text); diff.Operation(w.Op) {
		case diff.Deleted:
			words += "[" + text + "]"
		case diff.Added:
			words += "{" + text + "}"
		default:
			words += text
		}
	}
	if got := changedWords(root); !slices.Contains(got, words) {
		t.Errorf("the words are %q, want %q", got, words)
	}
}

func hostilePage(s string) *Changes {
	old, new, r := hostileChanges(s)
	return FromChanges(old, new, r, Run{Version: s})
}

func FuzzChangesHTML(f *testing.F) {
	for _, s := range hostileHTML {
		f.Add(s)
	}
	f.Add(order)
	f.Fuzz(func(t *testing.T, s string) {
		d := hostilePage(s)
		checkChangesPage(t, d, render(t, d, "html", Options{}))
	})
}
