package diff

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// Compare returns what the new version changes in the old one. What a file that
// cannot be read held would look removed: when either side is not whole, because a
// file of it has errors of syntax or schema, the result is not complete and holds
// no change.
func Compare(old, new *framework.Framework, o Options) *Result {
	if !old.Whole || !new.Whole {
		return &Result{Bump: Bump{Old: old.Version, New: new.Version, Declared: None.String()}}
	}
	c := newComparison(old, new, o)
	for _, m := range c.match() {
		c.compare(m)
	}
	for i := range c.changes {
		c.changes[i].Accepted = c.acceptance(&c.changes[i])
	}
	return &Result{Complete: true, Changes: c.changes, Notes: c.possibleRenames(), Bump: NewBump(old.Version, new.Version, Required(c.changes))}
}

// comparison is the state of one call of Compare.
type comparison struct {
	before, after *side
	succession    succession
	options       Options
	changes       []Change

	reaching map[[2]origin]*reached // by the origins of the old and the new side
	room     int                    // how many affected entities may still be listed
	visited  int                    // how many were looked up for it
}

func newComparison(old, new *framework.Framework, o Options) *comparison {
	c := &comparison{before: newSide(old), after: newSide(new), options: o, reaching: map[[2]origin]*reached{}, room: mostAffected}
	c.succession = c.succeed()
	return c
}

// compare adds the changes of one pair, the gravest first.
func (c *comparison) compare(m match) {
	p := &pair{comparison: c, match: m}
	switch {
	case m.old == nil && m.new == nil:
		return
	case m.old == nil:
		p.added()
	case m.new == nil:
		p.removed()
	case !m.named && m.predecessor == "" && sameText(m.old, m.new):
		return
	default:
		p.changed()
	}
	slices.SortStableFunc(p.found, func(a, b Change) int { return cmp.Compare(b.Impact, a.Impact) })
	c.changes = append(c.changes, p.found...)
}

// sameText reports whether two entities are written alike, which spares looking
// into them. Files of another format may mean something else by the same bytes.
func sameText(a, b *framework.Entity) bool {
	return a.Node().Style() == b.Node().Style() && a.Node().Span().Text() == b.Node().Span().Text()
}

// changed compares two entities field by field.
func (p *pair) changed() {
	if p.published() {
		return
	}
	p.renamed()
	for _, f := range families {
		if f.subject == "" || f.subject == p.new.Kind {
			f.compare(p)
		}
	}
	p.extensions()
}

// acceptance returns the agreement that covers a change and has not ended.
func (c *comparison) acceptance(change *Change) *Accepted {
	for i := range c.options.Accepted {
		a := &c.options.Accepted[i]
		if a.covers(change) && !a.Expired(c.after.Version) {
			return a
		}
	}
	return nil
}

// covers reports whether an agreement speaks of a change.
func (a *Accepted) covers(c *Change) bool {
	return a.Change == c.Kind.ID && (a.Subject == c.Subject.ID || a.Subject == c.Subject.Kind+"/"+c.Subject.ID)
}

// Expired reports whether the agreement has ended for a version of the framework:
// once its release is reached, be it in a pre-release.
func (a *Accepted) Expired(version string) bool {
	until, ok := framework.ParseVersion(a.Until)
	now, known := framework.ParseVersion(version)
	return ok && known && now.Core().Compare(until.Core()) >= 0
}
