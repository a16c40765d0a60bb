package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// htmlChangesVerdict says what became of the version, and how much changed. What
// stopped early, or leaves something out, never reads as if nothing had changed.
func htmlChangesVerdict(d *Changes) htmlVerdict {
	s := &d.Summary
	v := htmlVerdict{Numbers: htmlLine(htmlChangesTotal(d))}
	v.Tone, v.Words = htmlChangesWords(d)
	if !d.Complete {
		v.More = append(v.More, "The comparison stopped early, so there may be more. Put right what the error message names and compare again.")
	}
	if s.Hidden > 0 {
		v.More = append(v.More, htmlLine(number(s.Hidden, "change is", "changes are")+" counted here and not shown."))
	}
	if s.Elsewhere > 0 {
		v.More = append(v.More, htmlLine(number(s.Elsewhere, "change was", "changes were")+" not asked for, neither counted here nor shown; the version is judged by all."))
	}
	return v
}

// htmlChangesWords is the verdict in words, and its tone. Only a comparison in
// which nothing changed is good: what changes may be right and still ask much.
func htmlChangesWords(d *Changes) (tone, htmlText) {
	switch {
	case !d.Complete:
		return tonePart, "Incomplete: this is no result"
	case d.Bump.OK && d.nothing():
		return toneGood, "Nothing changed"
	case d.Bump.OK:
		return toneInfo, "The new version number fits what changed"
	case d.Bump.Declared == "backward":
		return toneWarning, "The version number goes back"
	case d.Bump.Next == "":
		return toneWarning, "The version numbers cannot be compared"
	}
	return toneWarning, "The new version number is too low for what changed"
}

// htmlChangesTotal is how much changed, and what that means for the version.
func htmlChangesTotal(d *Changes) string {
	s := &d.Summary
	total := "No changes."
	if s.total() > 0 {
		total = fmt.Sprintf("%s in %s: %s.", number(s.total(), "change", "changes"), number(s.Entities, "entity", "entities"), join(
			counted{s.Major, "major", "major"},
			counted{s.Minor, "minor", "minor"},
			counted{s.Patch, "patch", "patch"},
			counted{s.None, "without impact", "without impact"},
			counted{s.Accepted, "accepted", "accepted"},
		))
	}
	if !d.Complete {
		return strings.TrimSuffix(total, ".") + ", found before the comparison stopped."
	}
	verdict := d.verdict()
	if !strings.HasSuffix(verdict, ".") {
		verdict += "."
	}
	return total + " " + strings.ToUpper(verdict[:1]) + verdict[1:]
}

// htmlImpact is an impact: the class of its shape, the word for it, and what it
// asks of people.
type htmlImpact struct {
	Class, Title string
	Meaning      string
}

var htmlImpacts = []htmlImpact{
	{diff.Major.String(), "Major", "asks more of people, takes away what they rely on, or breaks an identifier"},
	{diff.Minor.String(), "Minor", "adds something optional, asks less, or changes the meaning of a text"},
	{diff.Patch.String(), "Patch", "wording with the same meaning, order, or data about the data"},
	{diff.None.String(), "No impact", "asks nothing"},
}

func htmlImpactOf(name string) htmlImpact {
	c := Change{Impact: name}
	return htmlImpacts[int(diff.Major)-int(c.impact())]
}

// htmlTable is a table of numbers.
type htmlTable struct {
	Caption htmlText
	Head    []htmlText
	Rows    [][]htmlText // the first cell is the head of its row
}

// htmlColumns are the columns of the table by audience: the number of an impact,
// or of what is accepted.
var htmlColumns = []struct {
	title string
	rare  bool
	of    func(*Impacts) int
}{
	{"Major", false, func(n *Impacts) int { return n.Major }},
	{"Minor", false, func(n *Impacts) int { return n.Minor }},
	{"Patch", false, func(n *Impacts) int { return n.Patch }},
	{"No impact", true, func(n *Impacts) int { return n.None }},
	{"Accepted", true, func(n *Impacts) int { return n.Accepted }},
	{"All", false, func(n *Impacts) int { return n.total() }},
}

// htmlAudience is how many changes of each impact concern somebody.
type htmlAudience struct {
	name string
	Impacts
}

// htmlAudiences has a row for each audience, and one for all changes. It knows only
// of those that the document lists.
func htmlAudiences(d *Changes) htmlTable {
	rows := countAudiences(d)
	all := &rows[len(rows)-1].Impacts
	t := htmlTable{Caption: "Whom the changes concern; one change may concern several", Head: []htmlText{"Audience"}}
	if d.Summary.Hidden > 0 {
		t.Caption = "Whom the changes on this page concern; one change may concern several"
	}
	for _, row := range rows {
		t.Rows = append(t.Rows, []htmlText{htmlLine(row.name)})
	}
	for _, column := range htmlColumns {
		if column.rare && column.of(all) == 0 {
			continue
		}
		t.Head = append(t.Head, htmlLine(column.title))
		for i := range rows {
			t.Rows[i] = append(t.Rows[i], htmlText(strconv.Itoa(column.of(&rows[i].Impacts))))
		}
	}
	return t
}

// countAudiences counts the listed changes by audience, and all of them last.
func countAudiences(d *Changes) []htmlAudience {
	all, heard := htmlAudience{name: "all"}, map[string]*htmlAudience{}
	names := diff.Audiences()
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.isVersion() {
			continue
		}
		all.count(c)
		for _, name := range c.Audience {
			if heard[name] == nil {
				heard[name] = &htmlAudience{name: name}
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
			heard[name].count(c)
		}
	}
	var rows []htmlAudience
	for _, name := range names {
		if heard[name] != nil {
			rows = append(rows, *heard[name])
		}
	}
	return append(rows, all)
}

// htmlSubjects is how much changed in the entities of each kind.
func htmlSubjects(d *Changes) htmlTable {
	g := d.Summary.table()
	t := htmlTable{Caption: "What was added, removed or changed, and the changes by impact"}
	for _, c := range g.columns {
		t.Head = append(t.Head, htmlLine(c.title))
	}
	for _, row := range g.rows {
		t.Rows = append(t.Rows, convert(row, htmlLine))
	}
	return t
}
