package report

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/diff"
)

// listed are the changes of a document of hostileChanges that stand for themselves;
// the others are one mass rename.
func listed(d *Changes) []*Change {
	var all []*Change
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Kind != "id-changed" {
			all = append(all, c)
		}
	}
	return all
}

// sorted are all changes, the gravest first.
func sorted(d *Changes) []*Change {
	var all []*Change
	for _, impact := range []diff.Impact{diff.Major, diff.Minor, diff.Patch, diff.None} {
		for i := range d.Changes {
			if c := &d.Changes[i]; c.Impact == impact.String() {
				all = append(all, c)
			}
		}
	}
	return all
}

func readChangesTextBack(t *testing.T, d *Changes, out string) {
	for _, c := range listed(d) {
		agreed := ""
		if a := c.Accepted; a != nil {
			agreed = " (accepted" + said(" by ", a.By) + said(" until ", a.Until) + ": " + a.Reason + ")"
		}
		has(t, out, "  "+c.Impact+strings.Repeat(" ", 5-len(c.Impact))+"  "+visible(c.Message)+visible(agreed)+" [diff/"+visible(c.Kind)+"]")
	}
	for _, n := range d.Notes {
		has(t, out, "  note   "+visible(n.Message))
	}
	has(t, out, leading(d.verdict()))
}

// said is a text behind a label, or nothing.
func said(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

func readChangesGitHubBack(t *testing.T, d *Changes, out string) {
	all := obey(out)
	if len(all) != len(d.Changes) { // one was agreed on, and the bump is another
		t.Fatalf("%d commands", len(all))
	}
	bump := "version bump: framework " + d.New.Title + " (" + d.New.ID + ")"
	if d.New.Title == "" {
		bump = "version bump: framework " + d.New.ID
	}
	checkAnnotation(t, all[0], nil, bump, d.New.Operand+": "+d.verdict())
	at := 1
	for _, c := range sorted(d) {
		if c.Accepted != nil {
			continue
		}
		if want := map[bool]string{true: "warning", false: "notice"}[c.Impact == "major"]; all[at].name != want {
			t.Errorf("a %s change is a %s", c.Impact, all[at].name)
		}
		checkAnnotation(t, all[at], placeOf(c), "diff/"+c.Kind+named(c.Subject), c.Message+" ("+c.Impact+")")
		at++
	}
	checkUnits(t, out)
}

// placeOf is where a change is shown on the new side.
func placeOf(c *Change) *Location {
	if c.New != nil && c.New.Location != nil {
		return c.New.Location
	}
	return c.Parent
}

func readChangesSARIFBack(t *testing.T, d *Changes, out string) {
	run, all := decodeSARIF(t, out), sorted(d)
	all = append(slices.DeleteFunc(slices.Clone(all), func(c *Change) bool { return c.Accepted != nil }), &d.Changes[0]) // what is excused stays in its order
	if len(run.Results) != len(all) || len(run.Tool.Driver.Rules) != len(d.Kinds) {
		t.Fatalf("%d results and %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for i, k := range d.Kinds {
		rule := run.Tool.Driver.Rules[i]
		same(t, "rule", []string{rule.ID, rule.Short.Text}, []string{"diff/" + k.ID, unlinkedText(k.Title)})
	}
	var got, want []string
	for _, r := range run.Results {
		message, _, _ := strings.Cut(r.Message.Text, ") – ")
		place, reason := "", ""
		if len(r.Locations) > 0 {
			place = pathOf(t, r.Locations[0].Physical.Artifact.URI)
		}
		for _, s := range r.Suppressions {
			reason = s.Justification
		}
		got = append(got, strings.Join([]string{r.RuleID, strings.TrimSuffix(message, ")"), place, reason}, "\n"))
	}
	for _, c := range all {
		place, reason := "", ""
		if l := placeOf(c); l != nil {
			place = l.Path
		}
		if c.Accepted != nil {
			reason = c.Accepted.Reason
		}
		whole := unlinkedText(c.Message + " (" + c.Impact)
		whole, _, _ = strings.Cut(whole, ") – ")
		want = append(want, strings.Join([]string{"diff/" + c.Kind, whole, place, reason}, "\n"))
	}
	slices.Sort(got)
	slices.Sort(want)
	same(t, "results", got, want)
	notes := run.Invocations[0].Notifications
	same(t, "the first note", []string{notes[0].Level, notes[0].Message.Text}, []string{"warning", unlinkedText(d.verdict())})
	for i, n := range d.Notes {
		if !strings.Contains(notes[i+1].Message.Text, unlinkedText(n.Message)) {
			t.Errorf("the note is %q, want %q in it", notes[i+1].Message.Text, n.Message)
		}
	}
}

func readChangesMarkdownBack(t *testing.T, d *Changes, out string) {
	p := readPage(out)
	same(t, "strays", p.strays, nil)
	line := func(s Subject) string {
		if s.Title == "" {
			return s.Kind + ": " + s.ID
		}
		return s.Kind + ": " + s.Title + " (" + s.ID + ")"
	}
	heading := line(d.Changes[0].Subject) + said(" – ", d.Changes[0].Subject.Constituency)
	if p.headings[len(p.headings)-3] != oneLine(heading) {
		t.Errorf("the headings are %q, want %q", p.headings, oneLine(heading))
	}
	var items []string
	for _, n := range d.Notes {
		items = append(items, oneLine(line(n.Subject)+": "+n.Message)+spaced(label("help: ", unbroken(n.Help))))
	}
	for i := range items {
		if unbroken(items[i]) != unbroken(p.items[i]) {
			t.Errorf("the notes are\n%q, want\n%q", p.items, items)
		}
	}
	deleted, added := markedWords(listed(d))
	same(t, "struck out", p.deleted, deleted)
	same(t, "strong", p.added, added)
	a := d.Changes[0].Accepted
	agreed := joinedBy(" – ", a.Reason, joinedBy(", ", a.By, said("until ", a.Until)))
	message := d.Changes[0].Message
	last := []string{d.Changes[0].Impact, oneLine(heading), oneLine(message), oneLine(agreed)}
	if got := p.rows[len(p.rows)-1]; len(got) != 4 || got[0] != last[0] || got[1] != last[1] || !strings.HasPrefix(got[2], last[2]) || got[3] != last[3] {
		t.Errorf("what was agreed on is\n%q, want\n%q", got, last)
	}
	if n := 1 + 1 + len(listed(d)); len(p.rows) != n {
		t.Errorf("%d rows, want %d: the numbers, the rename, the others", len(p.rows), n)
	}
}

func spaced(s string) string { return said(" ", s) }

// markedWords are the stretches of words that the changes lost and gained, as people see
// them, in the order of the page: what was agreed on comes last.
func markedWords(changes []*Change) (deleted, added []string) {
	for _, c := range append(slices.Clone(changes[1:]), changes[0]) {
		_, all := c.comparison()
		all = essence(all)
		for i := 0; i < len(all); {
			stretch, op := all[i].text, all[i].op
			for i++; i < len(all) && all[i].op == op; i++ {
				if all[i].spaced {
					stretch += " "
				}
				stretch += all[i].text
			}
			switch op {
			case "deleted":
				deleted = append(deleted, oneLine(stretch))
			case "added":
				added = append(added, oneLine(stretch))
			}
		}
	}
	return deleted, added
}

// Words stay what they are wherever a mark stands beside them.
func TestMarkdownWords(t *testing.T) {
	t.Parallel()
	for _, s := range hostileTexts(t) {
		for _, words := range [][]Word{
			{{"kept", s}, {"deleted", s}, {"added", s}, {"kept", s}},
			{{"kept", "a " + s + " "}, {"deleted", s + " "}, {"added", s + " "}, {"kept", s + " b"}},
			{{"deleted", s}, {"kept", s}, {"deleted", s}, {"added", s}, {"deleted", s}},
			{{"kept", "a"}, {"deleted", "-" + s + "-"}, {"kept", "b"}, {"added", "(" + s + ")"}, {"kept", "c"}},
		} {
			all := tokens(words)
			p := readPage("| a |\n| --- |\n| m – " + markdownWords(all) + " |\n")
			var deleted, added []string
			whole := "m – "
			for i, tok := range all {
				if tok.spaced {
					whole += " "
				}
				whole += tok.text
				first := i == 0 || all[i-1].op != tok.op
				list := map[string]*[]string{"kept": {}, "deleted": &deleted, "added": &added}[tok.op]
				switch {
				case first:
					*list = append(*list, tok.text)
				case len(*list) > 0:
					*list = append((*list)[:len(*list)-1], (*list)[len(*list)-1]+map[bool]string{true: " "}[tok.spaced]+tok.text)
				}
			}
			same(t, "struck out of "+strconv.Quote(s), p.deleted, convertNil(deleted, oneLine))
			same(t, "strong in "+strconv.Quote(s), p.added, convertNil(added, oneLine))
			if len(p.strays) > 0 || len(p.rows) != 1 || len(p.rows[0]) != 1 {
				t.Errorf("%q has the strays %q and is %q", s, p.strays, p.rows)
			}
			if t.Failed() {
				t.Fatalf("with %q", words)
			}
		}
	}
}

func convertNil(list []string, f func(string) string) []string {
	if list == nil {
		return nil
	}
	return convert(list, f)
}
