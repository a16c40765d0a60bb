package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

var _ = changesFormats.add("html", writeChangesHTML)

var changesHTML = newHTMLView("diff")

// writeChangesHTML writes one page that needs nothing else, as for findings.
func writeChangesHTML(w io.Writer, d *Changes, _ Options) error {
	return changesHTML.write(w, &htmlPage{
		Title:   htmlLine("Changes – " + cmp.Or(d.New.Title, d.Old.Title, d.New.Operand)),
		Skip:    "the changes",
		Verdict: htmlChangesVerdict(d),
		Tool:    htmlLine(d.Tool.Name + " " + d.Tool.Version),
		View:    newHTMLChanges(d),
	})
}

// htmlChanges is the view of changes.
type htmlChanges struct {
	Editions []htmlEdition
	Tables   []htmlTable
	Impacts  []htmlImpact
	Filters  htmlFilters
	Groups   []*htmlChangeGroup
	Notes    []htmlNote
	Kinds    []*htmlKind
}

// htmlEdition is one of the two versions.
type htmlEdition struct {
	Name                    string
	Title, Version, Operand htmlText
}

// htmlChangeGroup is what changed in the entities of one kind and constituency.
type htmlChangeGroup struct {
	Number       int
	Kind         htmlText // of the entities, for many of them
	Constituency htmlText
	Changes      int
	Entities     []*htmlEntity
	constituency string // as it is written, to sort by
}

// Count is the number of changes with its word.
func (g *htmlChangeGroup) Count() string { return number(g.Changes, "change", "changes") }

// htmlEntity is an entity with its changes; those of a mass rename stand together
// as if they were of one.
type htmlEntity struct {
	Title, ID htmlText // the id is empty where it is the title
	Changes   []*htmlChange
}

// Count is the number of changes with its word.
func (e *htmlEntity) Count() string {
	n := 0
	for _, c := range e.Changes {
		n += c.Weight
	}
	return number(n, "change", "changes")
}

// htmlNote is what was noticed beside the changes.
type htmlNote struct {
	Title, ID, Kind, Message, Help, Place htmlText
}

// htmlKind is the section of a kind of change. Its number makes the fragment that
// changes link to.
type htmlKind struct {
	Number    int
	ID, Title htmlText
	Impact    htmlImpact
	Judged    htmlText // how, where the impact is not that of the kind
	Audience  htmlText
	Count     int // of changes on the page
	Doc       []htmlBlock
}

func newHTMLChanges(d *Changes) *htmlChanges {
	v := &htmlChanges{
		Editions: []htmlEdition{htmlEditionOf("Old", d.Old), htmlEditionOf("New", d.New)},
		Filters:  changeFilters(),
		Notes:    convert(d.Notes, htmlNoteOf),
	}
	if d.Summary.total() > 0 {
		v.Tables = []htmlTable{htmlAudiences(d), htmlSubjects(d)}
		v.Impacts = htmlImpacts[:len(htmlImpacts)-1] // no impact is seldom there
		if d.Summary.None > 0 {
			v.Impacts = htmlImpacts
		}
	}
	m := &htmlChangeMapper{filters: v.Filters, kinds: map[string]*htmlKind{}, titles: map[string]string{}}
	for i := range d.Kinds {
		k := htmlKindOf(i+1, &d.Kinds[i])
		v.Kinds, m.kinds[d.Kinds[i].ID] = append(v.Kinds, k), k
	}
	for _, c := range d.Constituencies {
		m.titles[c.ID] = cmp.Or(c.Title, c.ID)
		m.all = append(m.all, m.titles[c.ID])
	}
	for _, g := range d.grouped() {
		v.Groups = append(v.Groups, m.groups(&g)...)
	}
	for i, g := range v.Groups {
		g.Number = i + 1
	}
	v.Filters.sorted()
	return v
}

func htmlEditionOf(name string, e Edition) htmlEdition {
	return htmlEdition{name, htmlLine(cmp.Or(e.Title, e.ID)), htmlLine(e.Version), htmlLine(e.Operand)}
}

func htmlNoteOf(n ChangeNote) htmlNote {
	out := htmlNote{
		Title: htmlLine(n.Subject.called()), Kind: htmlLine(n.Subject.Kind),
		Message: htmlLine(n.Message), Help: htmlLines(n.Help),
	}
	if n.Subject.ID != n.Subject.called() {
		out.ID = htmlLine(n.Subject.ID)
	}
	if n.Location != nil {
		out.Place = htmlPlace(n.Location)
	}
	return out
}

func htmlKindOf(number int, k *ChangeKind) *htmlKind {
	out := &htmlKind{
		Number: number, ID: htmlLine(k.ID), Title: htmlLine(k.Title), Impact: htmlImpactOf(k.Impact),
		Audience: htmlLine(strings.Join(k.Audience, ", ")), Doc: htmlBlocks(k.Doc),
	}
	if k.AsText {
		out.Judged = htmlLine(byWords)
	}
	return out
}

// groups divides the entities of a kind by their constituencies. What has none
// comes first, and there the mass renames.
func (m *htmlChangeMapper) groups(g *changeGroup) []*htmlChangeGroup {
	var groups []*htmlChangeGroup
	at := map[string]*htmlChangeGroup{}
	of := func(constituency string) *htmlChangeGroup {
		if at[constituency] == nil {
			at[constituency] = &htmlChangeGroup{Kind: htmlLine(manyOf(g.kind)), Constituency: htmlLine(constituency), constituency: constituency}
			groups = append(groups, at[constituency])
		}
		return at[constituency]
	}
	for i := range g.renames {
		of("").add(m.renamed(&g.renames[i]))
	}
	for i := range g.entities {
		e := &g.entities[i]
		of(e.group).add(m.entity(e))
	}
	slices.SortStableFunc(groups, func(a, b *htmlChangeGroup) int { return cmp.Compare(a.constituency, b.constituency) })
	return groups
}

func (g *htmlChangeGroup) add(e *htmlEntity) {
	g.Entities = append(g.Entities, e)
	for _, c := range e.Changes {
		g.Changes += c.Weight
	}
}

// manyOf is what several entities of a kind are called, as it begins a line.
func manyOf(kind string) string {
	many := cmp.Or(framework.Kind(kind).BundleKey(), kind)
	if many == "" {
		return ""
	}
	return strings.ToUpper(many[:1]) + many[1:]
}
