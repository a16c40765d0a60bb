package diff

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

var _ = release(acceptedUnused, finding.Rule{
	ID: "release/accepted-unused", Title: "Accepted changes happened", Severity: finding.Warning, Since: "0.1.0",
	Doc: `The configuration accepts a change that did not happen since the newest release: it was taken back, was released already, or the entry names another kind or entity than the one that was meant. Left behind, it would accept the next change of that kind without anybody having agreed.

Remove the entry from diff.accepted. cadre diff shows each change with its kind and its entity. Nothing is said before the first release. This rule runs in cadre release check alone.`,
})

// acceptedUnused looks for agreements that cover nothing. One that has ended is
// told by another rule.
func acceptedUnused(p *releasePass) {
	if p.since == nil {
		return
	}
	used := map[Accepted]bool{}
	for _, c := range p.since.Changes {
		if c.Accepted != nil {
			used[*c.Accepted] = true
		}
	}
	for _, a := range p.options.Accepted {
		if !used[a] && !p.ended(a) {
			p.reportLine(a.At, fmt.Sprintf("there is no change %q of %q since release %s, which this entry could accept", a.Change, a.Subject, p.newest.Framework.Version),
				p.unusedHelp(a), a.Change, a.Subject)
		}
	}
}

// unusedHelp suggests the entity that an agreement may speak of: one with a change of
// that kind that nothing accepts, and an id or a title that is near.
func (p *releasePass) unusedHelp(a Accepted) string {
	kind, _, named := strings.Cut(a.Subject, "/")
	var words []string
	meant := map[string]string{} // by word, the entity
	for _, c := range p.since.Changes {
		if c.Kind.ID != a.Change || c.Accepted != nil || named && c.Subject.Kind != kind {
			continue
		}
		prefix := c.Subject.Kind + "/"
		for _, word := range []string{c.Subject.ID, c.Subject.Title} {
			if named {
				word = prefix + word
			}
			if _, twice := meant[word]; !twice {
				words, meant[word] = append(words, word), prefix+c.Subject.ID
			}
		}
	}
	subject, ok := meant[a.Subject]
	if !ok {
		var near string
		near, ok = text.Nearest(a.Subject, words)
		subject = meant[near]
	}
	if ok {
		return fmt.Sprintf("did you mean %q? If not, remove the entry; cadre diff lists the changes", subject)
	}
	return "remove the entry, or correct the kind or the entity; cadre diff lists the changes"
}
