package diff

import (
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

// The kinds of change that this stand-in knows.
var (
	stubVersion  = change(Kind{ID: "version-changed", Title: "The version changed", Doc: "The version changed.", Impact: None, Audience: []string{Authors}, Since: "0.1.0"})
	stubRetitled = change(Kind{ID: "retitled", Title: "A title changed", Doc: "A title changed.", Impact: Minor, Audience: []string{Managers}, Since: "0.1.0"})
	stubAdded    = change(Kind{ID: "added", Title: "Something is new", Doc: "Something is new.", Impact: Minor, Audience: []string{Applicants, Managers}, Since: "0.1.0"})
	stubRemoved  = change(Kind{ID: "removed", Title: "Something is gone", Doc: "Something is gone.", Impact: Major, Audience: []string{RoleHolders, Managers}, Since: "0.1.0"})
)

// Compare is a stand-in for the comparison, which is made elsewhere: it sees
// versions, titles, and what came or went.
func Compare(old, new *framework.Framework, o Options) *Result {
	r := &Result{}
	add := func(k *Kind, e *framework.Entity, field, message string, was, is Side) {
		c := Change{Kind: k, Impact: k.Impact, Audience: k.Audience, Field: field, Message: message, Old: was, New: is}
		c.Subject = finding.Subject{Kind: string(e.Kind), ID: e.ID, Title: e.Title, Constituency: e.Node().Get("constituency").Str()}
		if impact, ok := o.Impact[k.ID]; ok {
			c.Impact = impact
		}
		for i, a := range o.Accepted {
			if a.Change == k.ID && (a.Subject == e.ID || a.Subject == string(e.Kind)+"/"+e.ID) {
				c.Accepted = &o.Accepted[i]
			}
		}
		r.Changes = append(r.Changes, c)
	}
	if old.Version != new.Version {
		add(stubVersion, &new.Entity, "version", "version changed", Side{old.Version, old.At("version").Span()}, Side{new.Version, new.At("version").Span()})
	}
	for e := range new.Entities() {
		was := old.Lookup(e.Ref)
		switch {
		case was == nil:
			add(stubAdded, e, "", "added", Side{}, Side{Span: e.At("id").Span()})
		case was.Title != e.Title:
			add(stubRetitled, e, "title", "title changed from "+was.Title+" to "+e.Title, Side{was.Title, was.At("title").Span()}, Side{e.Title, e.At("title").Span()})
		}
	}
	for e := range old.Entities() {
		if new.Lookup(e.Ref) == nil {
			add(stubRemoved, e, "", "removed", Side{Span: e.At("id").Span()}, Side{})
		}
	}
	r.Bump = NewBump(old.Version, new.Version, Required(r.Changes))
	return r
}
