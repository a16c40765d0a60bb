package diff

import (
	"fmt"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// pair is one entity at work: both its sides, and the changes found so far.
type pair struct {
	*comparison
	match
	found   []Change
	reached map[string]*reached // by part of the entity, see reach
}

// family compares one field of the entities of one kind, or of every kind when the
// subject is empty. Whatever the field holds is its business alone.
type family struct {
	subject framework.Kind
	field   string // its key
	compare func(*pair)
}

var families []family

// field declares which function compares a field; it is called while variables are
// set up, beside the kinds of change that it finds.
func field(subject framework.Kind, name string, compare func(*pair)) bool {
	families = append(families, family{subject, name, compare})
	return true
}

// add adds a change of a field. Nodes that do not exist are a side without it; the
// sides of an entity as a whole are yours to tell. The change is yours to complete
// until the next call.
func (p *pair) add(k *Kind, path string, old, new source.Node, message string, args ...any) *Change {
	c := Change{
		Kind: k, Impact: p.impact(k, k.Impact), Audience: k.Audience, Subject: subjectOf(p.subject()), Field: path,
		Message: fmt.Sprintf(message, args...),
	}
	if path != "" {
		c.Old, c.New = Side{valueOf(old), old.Span()}, Side{valueOf(new), new.Span()}
	}
	if !k.local {
		p.reach(&c)
	}
	p.found = append(p.found, c)
	return &p.found[len(p.found)-1]
}

// impact returns the impact of a change of a kind that would have another by
// itself: the options go before that, and a draft asks nothing of anybody, so that
// it is a patch at most.
func (p *pair) impact(k *Kind, own Impact) Impact {
	if i, ok := p.options.Impact[k.ID]; ok {
		own = i
	}
	if p.isDraft() {
		return min(own, Patch)
	}
	return own
}

// isDraft reports whether the entity is a draft wherever it is there.
func (p *pair) isDraft() bool {
	draft := func(e *framework.Entity) bool { return e == nil || e.Status == framework.Draft }
	return draft(p.old) && draft(p.new)
}

// at returns a field on both sides.
func (p *pair) at(name string) (old, new source.Node) {
	return p.old.Node().Get(name), p.new.Node().Get(name)
}

// subjectOf names an entity.
func subjectOf(e *framework.Entity) finding.Subject {
	return finding.Subject{Kind: string(e.Kind), ID: e.ID, Title: e.Title, Constituency: e.Node().Get("constituency").Str()}
}
