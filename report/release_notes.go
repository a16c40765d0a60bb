package report

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// WriteReleaseNotes writes what changed between two versions of a framework as
// Markdown for the people whom it concerns. Each change stands once, under the
// first of its audiences, within the constituency of its subject; what asks most
// of people comes first.
func WriteReleaseNotes(w io.Writer, old, new *framework.Framework, r *diff.Result) error {
	if !r.Complete {
		return errors.New("writing release notes: a side of the comparison is not whole; check both and compare again")
	}
	n := &releaseNotes{old: old, new: new, successors: successorsOf(new, old)}
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Kind.ID != "version-changed" {
			n.changes = append(n.changes, c)
		}
	}
	b := bufio.NewWriter(w)
	n.w = b
	n.head()
	for _, audience := range diff.Audiences() {
		n.audience(audience)
	}
	return b.Flush()
}

// releaseNotes is what the notes are made from, and where they go.
type releaseNotes struct {
	w          *bufio.Writer
	old, new   *framework.Framework
	changes    []*diff.Change
	successors map[framework.Ref][]*framework.Entity // by what is gone
}

// consequences are the words for what changes mean: the heading, and the summary
// of one change and of several.
var consequences = map[diff.Consequence]struct{ heading, one, many string }{
	diff.AsksMore:    {"Asks more", "asks more of people", "ask more of people"},
	diff.TakesAway:   {"Taken away", "takes something away", "take something away"},
	diff.Changes:     {"Changed", "changes what people rely on", "change what people rely on"},
	diff.NewOrEasier: {"New, eased or reworded", "is new, eased or reworded", "are new, eased or reworded"},
	diff.Detail:      {"Details", "is a detail", "are details"},
}

// head writes the title and a summary with counts.
func (n *releaseNotes) head() {
	fmt.Fprintf(n.w, "# %s %s\n\n", markdown(shorten(n.new.Title, longestName)), noteVersion(n.new.Version))
	if len(n.changes) == 0 {
		fmt.Fprintf(n.w, "Nothing changed since version %s.\n", noteVersion(n.old.Version))
		return
	}
	count := map[diff.Consequence]int{}
	subjects := map[framework.Ref]bool{}
	for _, c := range n.changes {
		count[c.Consequence()]++
		subjects[noteRef(c.Subject)] = true
	}
	var parts []string
	for _, means := range diff.Consequences() {
		words := consequences[means]
		if many := count[means]; many > 0 {
			parts = append(parts, noteCount(many, words.one, words.many))
		}
	}
	fmt.Fprintf(n.w, "%s Of %s in %s, %s.\n", n.step(),
		noteCount(len(n.changes), "change", "changes"), noteCount(len(subjects), "entity", "entities"), noteList(parts))
	n.w.WriteString("Each change stands once, under the people whom it concerns first.\n")
}

// step says how the version went. A draft may come before the next version is set.
func (n *releaseNotes) step() string {
	was, is := noteVersion(n.old.Version), noteVersion(n.new.Version)
	from, _ := framework.ParseVersion(n.old.Version)
	to, _ := framework.ParseVersion(n.new.Version)
	switch c := to.Compare(from); {
	case n.old.Version == n.new.Version:
		return "The version is still " + is + "."
	case c < 0:
		return fmt.Sprintf("Version %s comes before %s, with which it is compared.", is, was)
	}
	return fmt.Sprintf("Version %s follows %s.", is, was)
}

// audience writes the section of an audience, by constituency.
func (n *releaseNotes) audience(name string) {
	groups := map[string][]*diff.Change{}
	for _, c := range n.changes {
		if firstAudience(c) == name {
			title := n.constituency(c.Subject)
			groups[title] = append(groups[title], c)
		}
	}
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(n.w, "\n## For %s\n", name)
	titles := make([]string, 0, len(groups))
	for title := range groups {
		titles = append(titles, title)
	}
	slices.Sort(titles) // the whole framework, without a name, comes first
	for _, title := range titles {
		heading := "The framework as a whole"
		if title != "" {
			heading = markdown(title)
		}
		fmt.Fprintf(n.w, "\n### %s\n", heading)
		n.group(groups[title])
	}
}

// firstAudience returns whom a change concerns first.
func firstAudience(c *diff.Change) string {
	for _, name := range diff.Audiences() {
		if slices.Contains(c.Audience, name) {
			return name
		}
	}
	return diff.Authors
}

// constituency returns the title of the constituency that a subject is or belongs
// to, or "".
func (n *releaseNotes) constituency(s finding.Subject) string {
	if s.Kind == string(framework.KindConstituency) {
		return shorten(cmp.Or(s.Title, s.ID), longestName)
	}
	for _, f := range []*framework.Framework{n.new, n.old} {
		if c := f.Constituency(s.Constituency); c != nil {
			return shorten(cmp.Or(c.Title, c.ID), longestName)
		}
	}
	return shorten(s.Constituency, longestName)
}

// group writes changes by what they mean, and within that by subject.
func (n *releaseNotes) group(changes []*diff.Change) {
	for _, means := range diff.Consequences() {
		var subjects []finding.Subject
		by := map[framework.Ref][]*diff.Change{}
		for _, c := range changes {
			if c.Consequence() != means {
				continue
			}
			ref := noteRef(c.Subject)
			if by[ref] == nil {
				subjects = append(subjects, c.Subject)
			}
			by[ref] = append(by[ref], c)
		}
		if len(subjects) == 0 {
			continue
		}
		fmt.Fprintf(n.w, "\n**%s**\n\n", consequences[means].heading)
		n.fresh(subjects, by)
		for _, s := range subjects {
			if !isFresh(by[noteRef(s)]) {
				n.subject(s, by[noteRef(s)], means)
			}
		}
	}
}

// isFresh reports whether all there is to say of an entity is that it is new.
func isFresh(changes []*diff.Change) bool {
	return len(changes) == 1 && changes[0].Kind.ID == "added"
}

// fresh writes what is new, in one line for each sort of thing.
func (n *releaseNotes) fresh(subjects []finding.Subject, by map[framework.Ref][]*diff.Change) {
	names := map[framework.Kind][]string{}
	for _, s := range subjects {
		if isFresh(by[noteRef(s)]) {
			kind := framework.Kind(s.Kind)
			names[kind] = append(names[kind], n.brief(s))
		}
	}
	for _, kind := range framework.Kinds() {
		if list := names[kind]; len(list) > 0 {
			fmt.Fprintf(n.w, "- New %s (%d): %s\n", kind.BundleKey(), len(list), noteList(list))
		}
	}
}

// brief names an entity, and the level of a role.
func (n *releaseNotes) brief(s finding.Subject) string {
	name := markdown(shorten(cmp.Or(s.Title, s.ID), longestName))
	if level := n.level(s); level != "" {
		name += " (" + markdown(level) + ")"
	}
	return name
}

// subject writes what changed in an entity. Where that is wording, how much is
// enough.
func (n *releaseNotes) subject(s finding.Subject, changes []*diff.Change, means diff.Consequence) {
	name := "- " + n.name(s)
	switch {
	case means == diff.Detail && len(changes) > 1:
		fmt.Fprintf(n.w, "%s: %s\n", name, noteCount(len(changes), "detail", "details"))
	case len(changes) == 1:
		fmt.Fprintf(n.w, "%s: %s\n", name, n.sentence(changes[0]))
	default:
		n.w.WriteString(name + "\n")
		for _, c := range changes {
			fmt.Fprintf(n.w, "  - %s\n", n.sentence(c))
		}
	}
}

func noteRef(s finding.Subject) framework.Ref {
	return framework.Ref{Kind: framework.Kind(s.Kind), ID: s.ID}
}

// noteCount counts what has one word for one and another for several.
func noteCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// noteList joins parts of a sentence.
func noteList(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}
