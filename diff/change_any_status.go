package diff

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

var (
	deprecated = change(Kind{
		ID: "deprecated", Title: "Something should not be used any more", Impact: Minor,
		Consequence: Changes, Audience: Audiences(), Since: "0.1.0",
		Doc: `It is still there, and will be gone in a later release: this is the notice. Say why, and what to use instead.`,
	})
	restored = change(Kind{
		ID: "restored", Title: "Something is in use again", Impact: Minor,
		Consequence: NewOrEasier, Audience: Audiences(), Since: "0.1.0",
		Doc: `What was deprecated or retired is active again.`,
	})
	retired = change(Kind{
		ID: "retired", Title: "Something is out of use", Impact: Major,
		Consequence: TakesAway, Audience: Audiences(), Since: "0.1.0",
		Doc: `It is kept for the record only. People who relied on it have to look for something else, so it is major.`,
	})
	statusChanged = change(Kind{
		ID: "status-changed", Title: "The status changed in another way", Impact: Minor,
		Consequence: Changes, Audience: []string{Managers, Authors}, Since: "0.1.0",
		Doc: `A change of status that no other kind names: from retired back to deprecated, or between draft and retired.`,
	})
)

var _ = field("", "status", func(p *pair) {
	if p.old.Status == p.new.Status {
		return
	}
	kind := statusChanged
	switch is, was := p.new.Status, p.old.Status; {
	case is == framework.Deprecated && was == framework.Active:
		kind = deprecated
	case is == framework.Retired && was != framework.Draft:
		kind = retired
	case is == framework.Active:
		kind = restored
	}
	old, new := p.at("status")
	c := p.add(kind, "status", old, new, "%s: it was %s%s", p.new.Status, p.old.Status, p.instead())
	c.Old.Value, c.New.Value = string(p.old.Status), string(p.new.Status)
	if !new.Exists() {
		c.New.Span = p.new.At("id").Span()
	}
})

// instead says why something went out of use, and what to use in its place.
func (p *pair) instead() string {
	d := p.new.Deprecation
	if p.new.Status == framework.Active {
		return ""
	}
	s := ""
	if d.Reason != "" {
		s += "; " + strings.TrimRight(d.Reason, ".")
	}
	if len(d.ReplacedBy) > 0 {
		var names []string
		for _, id := range d.ReplacedBy {
			names = append(names, p.after.title(p.new.Kind, id))
		}
		s += "; use " + joined(names) + " instead"
	}
	return s
}

// The reason and the successors belong to the change of status when there is one.
var _ = field("", "deprecated", func(p *pair) {
	if p.old.Status != p.new.Status {
		return
	}
	old, new := p.at("deprecated")
	p.detail("deprecated.since", "the version of the deprecation", old.Get("since"), new.Get("since"))
	p.note("deprecated.reason", "the reason of the deprecation", old.Get("reason"), new.Get("reason"))
	p.whole(detailChanged, "deprecated.replacedBy", "the successors", p.new.Kind, old.Get("replacedBy"), new.Get("replacedBy"))
})
