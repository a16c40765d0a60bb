package lint

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(duplicateTitle, finding.Rule{
	ID: "title/duplicate", Title: "Titles tell entities apart", Severity: finding.Error, Since: "0.1.0",
	Doc: `Two entities bear the same title, so that nobody who reads it knows which is meant. Roles may share a title across constituencies, and at levels that do not overlap; a role that states no level could be at any.

Give one of the two a title that says how it differs. If both describe the same thing, merge them. An entity that replaces another may keep its title.`,
})

// duplicateTitle compares titles without case, accents and the width of white
// space.
func duplicateTitle(p *Pass) {
	for _, group := range p.named() {
		byTitle := map[string][]*framework.Entity{}
		for _, e := range group {
			key := foldTitle(e.Title)
			byTitle[key] = append(byTitle[key], e)
		}
		for _, e := range group {
			if same := byTitle[foldTitle(e.Title)]; len(same) > 1 && same[0] == e {
				p.overlapping(same)
			}
		}
	}
}

// bearer is an entity with the levels at which its title is taken.
type bearer struct {
	*framework.Entity
	order    int
	from, to int
}

// overlapping reports the bearers of one title whose levels overlap with those of
// an earlier one. A sweep over the levels finds them without comparing all pairs.
func (p *Pass) overlapping(same []*framework.Entity) {
	var bearers []bearer
	for i, e := range same {
		b := bearer{e, i, math.MinInt, math.MaxInt}
		if r := p.Role(e.ID); e.Kind == framework.KindRole && r != nil && &r.Entity == e && r.Level.Stated {
			b.from, b.to = r.Level.From, r.Level.To
		}
		if !e.Broken("level") {
			bearers = append(bearers, b)
		}
	}
	slices.SortStableFunc(bearers, func(a, b bearer) int { return cmp.Compare(a.from, b.from) })
	told := map[*framework.Entity]bool{}
	for i, b := range bearers {
		if i > 0 && b.from <= bearers[0].to {
			first, second := bearers[0], b
			if first.order > second.order {
				first, second = second, first
			}
			p.sameTitle(first.Entity, second.Entity, told)
		}
		if b.to > bearers[0].to {
			bearers[0] = b // the one that reaches furthest is what the next may overlap
		}
	}
}

func (p *Pass) sameTitle(first, second *framework.Entity, told map[*framework.Entity]bool) {
	if told[second] || succeeds(first, second) || succeeds(second, first) {
		return
	}
	told[second] = true
	message := fmt.Sprintf("another %s bears the title “%s”", second.Kind, second.Title)
	help := "give one of the two a title that says how it differs, or merge them if they are the same"
	if second.Kind == framework.KindRole {
		message = fmt.Sprintf("another role of this constituency bears the title “%s”, and their levels do not tell them apart", second.Title)
		help = "say in one of the titles how the roles differ, give each a level of its own, or merge them if they are the same"
	}
	p.Report(second, second.At("title"), message).Params(first.ID).Related(first.At("title"), "first used here").Help(help)
}

// succeeds reports whether one entity says that it takes over from another, or
// the other that it is replaced by this one.
func succeeds(next, before *framework.Entity) bool {
	return slices.Contains(next.Replaces, before.ID) || slices.Contains(before.Deprecation.ReplacedBy, next.ID)
}
