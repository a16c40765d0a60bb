package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = changesFormats.add("text", writeChangesText)

// writeChangesText writes for people: by entity what changed, whom it reaches and
// where it stands, then the numbers and what they mean for the version.
func writeChangesText(w io.Writer, d *Changes, o Options) error {
	p := &changesPrinter{printer: printer{options: o}, doc: d, kinds: map[string]*ChangeKind{}}
	for i := range d.Kinds {
		p.kinds[d.Kinds[i].ID] = &d.Kinds[i]
	}
	out := bufio.NewWriter(w)
	switch {
	case o.NameOnly:
		p.names(out)
	case o.Stat:
		p.stat()
		p.version()
	case o.Quiet:
		p.list(out)
	default:
		p.groups(out)
		for i := range d.Notes {
			p.note(&d.Notes[i])
		}
		p.stat()
		p.version()
	}
	p.rest()
	p.flush(out)
	return out.Flush()
}

// changesPrinter collects lines until they are flushed. Of the printer it takes the
// options, the colours and the labels; the document is its own.
type changesPrinter struct {
	printer
	doc   *Changes
	kinds map[string]*ChangeKind // those that are still to be explained
}

func (p *changesPrinter) flush(out *bufio.Writer) {
	out.WriteString(p.String())
	p.Reset()
}

var impactColours = map[string]string{
	diff.Major.String(): "31", // red
	diff.Minor.String(): "33", // yellow
	diff.Patch.String(): "36", // cyan
}

// The first two stand before what changed, the third before what explains it.
const (
	changeIndent = "  "
	impactWidth  = len("major")
	detailIndent = "         "
)

// names names the entities that changed, each once.
func (p *changesPrinter) names(out *bufio.Writer) {
	seen := map[[2]string]bool{}
	for i := range p.doc.Changes {
		c := &p.doc.Changes[i]
		if key := [2]string{c.Subject.Kind, c.Subject.ID}; !c.isVersion() && !seen[key] {
			seen[key] = true
			p.WriteString(leading(c.Subject.Kind+"/"+c.Subject.ID) + "\n")
			p.flush(out)
		}
	}
}

// list writes one line a change.
func (p *changesPrinter) list(out *bufio.Writer) {
	for i := range p.doc.Changes {
		c := &p.doc.Changes[i]
		if c.isVersion() {
			continue
		}
		place := leading(p.doc.New.Operand)
		if at := c.location(); at != nil {
			place = p.doc.place(at)
		}
		fmt.Fprintf(p, "%s: %s: %s: %s\n", p.paint(bold, place), p.paint(impactColours[c.Impact], visible(c.Impact)), visible(c.Subject.called()), p.what(c))
		p.flush(out)
	}
}

// location is where people look the change up: on the new side, or the old one
// when it is gone from there.
func (c *Change) location() *Location {
	for _, side := range []*ChangeSide{c.New, c.Old} {
		if side != nil && side.Location != nil {
			return side.Location
		}
	}
	return c.Parent
}

// called is what people call the subject.
func (s *Subject) called() string { return cmp.Or(s.Title, s.ID) }

func (p *changesPrinter) groups(out *bufio.Writer) {
	for _, g := range p.doc.grouped() {
		for i := range g.renames {
			p.rename(&g.renames[i], g.kind)
			p.flush(out)
		}
		for i := range g.entities {
			p.entity(&g.entities[i])
			p.flush(out)
		}
	}
}

func (p *changesPrinter) entity(e *entityChanges) {
	heading := subjectLine(&e.subject)
	if e.group != "" {
		heading += " – " + visible(e.group)
	}
	p.WriteString(p.paint(bold, heading) + "\n")
	for _, c := range e.changes {
		p.change(c)
	}
	p.WriteString("\n")
}

// subjectLine begins a line of text.
func subjectLine(s *Subject) string { return leading(s.line()) }

// line is "role: Clinical Coder (clinical-coder)".
func (s *Subject) line() string {
	if s.Title == "" {
		return s.Kind + ": " + s.ID
	}
	return fmt.Sprintf("%s: %s (%s)", s.Kind, s.Title, s.ID)
}

func (p *changesPrinter) change(c *Change) {
	p.headline(c.Impact, p.what(c))
	p.compared(c)
	if at := c.location(); at != nil {
		p.WriteString(detailIndent + p.doc.place(at) + "\n")
	}
	p.reaches(c.Affects, c.Reach)
	p.explained(c)
}

// headline begins with the impact, so that the eye can run down the column.
func (p *changesPrinter) headline(impact, what string) {
	shown := visible(impact)
	pad := strings.Repeat(" ", max(0, impactWidth-len(shown)))
	p.WriteString(changeIndent + p.paint(impactColours[impact], shown) + pad + "  " + what + "\n")
}

// what is the message with what was agreed on and the id of the kind.
func (p *changesPrinter) what(c *Change) string {
	return visible(c.Message) + accepted(c.Accepted) + " [diff/" + visible(c.Kind) + "]"
}

// accepted is empty, or says who agreed, until when and why.
func accepted(a *Agreement) string {
	if a == nil {
		return ""
	}
	s := " (accepted"
	if a.By != "" {
		s += " by " + a.By
	}
	if a.Until != "" {
		s += " until " + a.Until
	}
	return visible(s + ": " + a.Reason + ")")
}

// explained says whom a change concerns, and where a kind comes for the first time
// what it means, for those who ask for it.
func (p *changesPrinter) explained(c *Change) {
	if !p.options.Verbose {
		return
	}
	if len(c.Audience) > 0 {
		p.wrapped("concerns " + strings.Join(c.Audience, ", "))
	}
	if k := p.kinds[c.Kind]; k != nil {
		p.labelled(detailIndent+"kind: ", k.Title+"\n"+k.Doc)
		delete(p.kinds, c.Kind)
	}
}

// mostNamed is how many entities a line names, unless all are wanted.
const mostNamed = 5

// reaches names whom a change affects.
func (p *changesPrinter) reaches(affects []Subject, reach int) {
	if reach > 0 {
		p.wrapped("reaches " + reached(affects, reach, p.most()))
	}
}

// most is how many entities a line names.
func (p *changesPrinter) most() int {
	if p.options.Verbose {
		return math.MaxInt
	}
	return mostNamed
}

// reached says how many entities are affected, and names the first of them:
// "7 roles: Coder, Auditor and 5 more". It is empty when there are none.
func reached(affects []Subject, reach, most int) string {
	if reach == 0 {
		return ""
	}
	kind := ""
	for i, s := range affects {
		if i > 0 && s.Kind != kind {
			kind = ""
			break
		}
		kind = s.Kind
	}
	var named []string
	for i := range affects {
		named = append(named, affects[i].called())
	}
	return kinds(kind, reach) + ": " + enumerate(named, reach, most)
}

// enumerate joins the first of the names and says how many of total are left.
func enumerate(names []string, total, most int) string {
	names = names[:min(len(names), most)]
	joined := strings.Join(names, ", ")
	if more := total - len(names); more > 0 {
		return fmt.Sprintf("%s and %d more", joined, more)
	}
	return joined
}

// kinds is a number of entities of a kind, or of several kinds when it is empty.
func kinds(kind string, n int) string {
	many := framework.Kind(kind).BundleKey()
	if kind == "" || many == "" {
		return number(n, "entity", "entities")
	}
	return number(n, kind, many)
}

// wrapped writes prose of our own and data below a change, in lines that are easy
// to read.
func (p *changesPrinter) wrapped(prose string) {
	for line := range strings.SplitSeq(text.Wrap(visible(prose), proseWidth-len(detailIndent)), "\n") {
		p.WriteString(detailIndent + leading(line) + "\n")
	}
}

// rename writes a mass rename as one row, or under Verbose as many.
func (p *changesPrinter) rename(r *massRename, kind string) {
	p.WriteString(p.paint(bold, leading(r.heading(kind))) + "\n")
	if p.options.Verbose {
		for _, c := range r.changes {
			p.change(c)
		}
		p.WriteString("\n")
		return
	}
	first := r.changes[0]
	p.headline(first.Impact, visible(r.pairs())+accepted(first.Accepted)+" [diff/"+visible(first.Kind)+"]")
	p.reaches(affected(r.changes))
	p.WriteString("\n")
}

// heading is "role: 7 ids changed from hi-… to im-…".
func (r *massRename) heading(kind string) string {
	old, new := r.old+ellipsis, r.new+ellipsis
	if r.ending {
		old, new = ellipsis+r.old, ellipsis+r.new
	}
	return fmt.Sprintf("%s: %s from %s to %s", kind, number(len(r.changes), "id changed", "ids changed"), shorten(old, longestName), shorten(new, longestName))
}

// pairs names the first ids, old and new.
func (r *massRename) pairs() string {
	var pairs []string
	for _, c := range r.changes[:min(len(r.changes), mostNamed)] {
		pairs = append(pairs, shorten(c.Old.Value, longestName)+" → "+shorten(c.New.Value, longestName))
	}
	return enumerate(pairs, len(r.changes), mostNamed)
}

// affected returns all that some changes affect, each once. Where a list is not
// whole nobody can say which entities are the same, and the longest counts.
func affected(changes []*Change) (all []Subject, reach int) {
	seen := map[[2]string]bool{}
	for _, c := range changes {
		for _, s := range c.Affects {
			if key := [2]string{s.Kind, s.ID}; !seen[key] {
				seen[key] = true
				all = append(all, s)
			}
		}
		reach = max(reach, c.Reach)
	}
	return all, max(reach, len(all))
}

// note writes what was noticed beside the changes, with the next step.
func (p *changesPrinter) note(n *ChangeNote) {
	p.WriteString(p.paint(bold, subjectLine(&n.Subject)) + "\n")
	p.headline("note", visible(n.Message))
	if n.Location != nil {
		p.WriteString(detailIndent + p.doc.place(n.Location) + "\n")
	}
	p.labelled(detailIndent+"help: ", n.Help)
	p.WriteString("\n")
}
