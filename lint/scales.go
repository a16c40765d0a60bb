package lint

import (
	"cmp"
	"slices"

	"github.com/cadre-framework/cadre/framework"
)

// boundsFall reports whether the bounds of a scale contradict each other. It then
// judges nothing else.
func boundsFall(s *framework.Scale) bool {
	return s.Min.Stated && s.Max.Stated && s.Min.Value > s.Max.Value
}

// scalesInOrder returns the scales that judge something: those whose bounds rise,
// and the first of an id only.
func scalesInOrder(p *Pass) []*framework.Scale {
	var all []*framework.Scale
	for _, s := range p.Scales {
		if p.Scale(s.ID) == s && !boundsFall(s) {
			all = append(all, s)
		}
	}
	return all
}

// scaleInOrder returns the scale with an id, or nil when there is none that
// anything could be judged by.
func scaleInOrder(p *Pass, id string) *framework.Scale {
	s := p.Scale(id)
	if s == nil || boundsFall(s) {
		return nil
	}
	return s
}

// judgedLevels returns the levels of a scale that the rule applies to and whose
// rank is known, by rank.
func judgedLevels(p *Pass, scale string) []*framework.Level {
	var levels []*framework.Level
	for _, l := range p.LevelsOf(scale) {
		if p.Judged(&l.Entity) && l.Rank.Stated {
			levels = append(levels, l)
		}
	}
	slices.SortStableFunc(levels, func(a, b *framework.Level) int { return cmp.Compare(a.Rank.Value, b.Rank.Value) })
	return levels
}
