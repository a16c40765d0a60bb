package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var (
	added = change(Kind{
		ID: "added", Title: "Something new was published", Impact: Minor,
		Consequence: NewOrEasier, Audience: []string{Applicants, Managers, Integrators}, local: true, Since: "0.1.0",
		Doc: `An entity stands in the new version and not in the old one, or was a draft there. It asks nothing of anybody who does not choose it, so it is minor; a new draft is a patch.

When it took the place of something that was removed, say so with ` + "`replaces`" + `: then the two are compared instead of counted as removed and added.`,
	})
	removed = change(Kind{
		ID: "removed", Title: "Something was taken away", Impact: Major,
		Consequence: TakesAway, Audience: Audiences(), Since: "0.1.0",
		Doc: `An entity of the old version is gone, or is a draft again, without notice. People who hold the role, plan their career by it or refer to its id lose it, so it is major.

Deprecate first, with a reason and a successor, and remove in a later release; or state the successor with ` + "`replaces`" + `.`,
	})
	removedAfterDeprecation = change(Kind{
		ID: "removed-after-deprecation", Title: "Something was taken away after notice", Impact: Minor,
		Consequence: TakesAway, Audience: Audiences(), Since: "0.1.0",
		Doc: `An entity that was deprecated or retired in the old version is gone. People had notice, so it is minor.`,
	})
	idChanged = change(Kind{
		ID: "id-changed", Title: "Something goes by another id", Impact: Major,
		Consequence: Changes, Audience: []string{Authors, Integrators}, Since: "0.1.0",
		Doc: `The new version says with ` + "`replaces`" + ` that an entity is the one that had another id, or the old version named it in ` + "`replacedBy`" + `. Whoever stored the old id has to follow, so it is major. References that follow within the framework are no further change; what else differs between the two is reported field by field.`,
	})
	split = change(Kind{
		ID: "split", Title: "One became several", Impact: Major,
		Consequence: Changes, Audience: Audiences(), Since: "0.1.0",
		Doc: `Several entities say that they replace one that is gone. Everybody who had it needs to know which of them is theirs, so it is major. Each successor is compared with what was split.`,
	})
	merged = change(Kind{
		ID: "merged", Title: "Several became one", Impact: Major,
		Consequence: Changes, Audience: Audiences(), Since: "0.1.0",
		Doc: `An entity replaces several that are gone, or one that is gone while it was there before. People find themselves in something wider, so it is major. It is compared with itself where it was there before, else with the first that it names.`,
	})
)

// added reports an entity that only the new side has.
func (p *pair) added() {
	message := "new"
	if p.new.Status == framework.Draft {
		message = "new, as a draft"
	}
	p.existence(added, source.Node{}, p.new.Node(), message)
}

// removed reports an entity that only the old side has, and where it went.
func (p *pair) removed() {
	kind, message := removed, "removed"
	next := p.succession.by[p.old.Ref]
	switch {
	case p.wentAfterNotice(p.old.Ref):
		kind, message = removedAfterDeprecation, "removed, after it was "+string(p.old.Status)
	case len(next) == 1:
		return // merged: reported at the successor
	case len(next) > 1:
		p.existence(split, p.old.Node(), source.Node{}, "split into "+joined(p.titles(p.after, next)))
		return
	}
	p.existence(kind, p.old.Node(), source.Node{}, message+p.whereRolesWent())
}

// published reports an entity that was a draft and is none any more, or the
// reverse. Nothing else is compared: it is new to people, or gone.
func (p *pair) published() bool {
	draft := func(s framework.Status) bool { return s == framework.Draft }
	open := func(s framework.Status) bool { return s == framework.Active || s == framework.Deprecated }
	switch {
	case draft(p.old.Status) && open(p.new.Status):
		p.existence(added, p.old.Node().Get("status"), p.new.Node(), "published: it was a draft")
	case open(p.old.Status) && draft(p.new.Status):
		p.existence(removed, p.old.Node(), p.new.Node().Get("status"), "withdrawn: it is a draft again")
	default:
		return false
	}
	return true
}

// existence reports a change of the entity as a whole. Its value is the id.
func (p *pair) existence(k *Kind, old, new source.Node, message string) *Change {
	c := p.add(k, "", old, new, "%s", message)
	if p.old != nil && old.Exists() {
		c.Old.Value = p.old.ID
		c.Old.Span = placeOf(p.old, old)
	}
	if p.new != nil && new.Exists() {
		c.New.Value = p.new.ID
		c.New.Span = placeOf(p.new, new)
	}
	return c
}

// placeOf returns where an entity as a whole is shown: at its id.
func placeOf(e *framework.Entity, n source.Node) source.Span {
	if n == e.Node() {
		return e.At("id").Span()
	}
	return n.Span()
}

// renamed reports that the entity had another id, or took over from others.
func (p *pair) renamed() {
	from := slices.DeleteFunc(slices.Clone(p.succession.of[refOf(p.new)]), p.wentAfterNotice)
	switch {
	case p.new.Kind == framework.KindFramework && p.old.ID != p.new.ID:
		p.existence(idChanged, p.old.Node(), p.new.Node(), fmt.Sprintf("id changed from %s to %s", p.old.ID, p.new.ID))
	case len(from) == 0 || !slices.ContainsFunc(from, p.wentHere):
	case len(from) > 1 || p.predecessor == "":
		c := p.existence(merged, p.old.Node(), p.new.Node(), "took over from "+joined(p.titles(p.before, from)))
		c.Old.Value = strings.Join(ids(from), ", ")
	default:
		p.existence(idChanged, p.old.Node(), p.new.Node(), fmt.Sprintf("id changed from %s to %s", p.old.ID, p.new.ID))
	}
}

// wentAfterNotice reports whether the removal of an entity says all: people were
// told that it would go, and what succeeds it was theirs before.
func (c *comparison) wentAfterNotice(r framework.Ref) bool {
	return noticed(c.before.Lookup(r)) && !slices.ContainsFunc(c.succession.by[r], c.isNew)
}

// wentHere reports whether what is gone has one successor. What has several is
// reported as split.
func (c *comparison) wentHere(r framework.Ref) bool { return len(c.succession.by[r]) == 1 }

// noticed reports whether people were told that an entity would go.
func noticed(e *framework.Entity) bool {
	return e.Status == framework.Deprecated || e.Status == framework.Retired
}

// isNew reports whether people had nothing of that name.
func (c *comparison) isNew(r framework.Ref) bool {
	was := c.before.Lookup(r)
	return was == nil || c.outgrew(was, c.after.Lookup(r))
}

func ids(refs []framework.Ref) []string {
	var all []string
	for _, r := range refs {
		all = append(all, r.ID)
	}
	return all
}

func (p *pair) titles(s *side, refs []framework.Ref) []string {
	var all []string
	for _, r := range refs {
		all = append(all, s.title(r.Kind, r.ID))
	}
	return all
}
