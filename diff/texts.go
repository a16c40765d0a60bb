package diff

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// statements is a list of texts whose order counts, and the kinds of its changes.
type statements struct {
	field, what              string // "responsibilities", "responsibility"
	added, removed, reworded *Kind
}

// statements compares two lists of texts. Equal ones belong together wherever they
// stand; of the others those that have most words in common count as reworded.
func (p *pair) statements(s statements) {
	old, new := p.at(s.field)
	a, b := slices.Collect(old.Children()), slices.Collect(new.Children())
	partner := pairUp(a, b)
	taken := map[int]bool{}
	var before, after []string // the pairs by number, in the order of either side
	for i, n := range a {
		j, ok := partner[i]
		if !ok {
			p.add(s.removed, position(s.field, i), n, source.Node{}, "%s removed: %s", s.what, n.Text())
			continue
		}
		taken[j] = true
		before = append(before, fmt.Sprint(j))
		p.prose(s.reworded, position(s.field, j), fmt.Sprintf("%s %d", s.what, j+1), n, b[j])
	}
	for j, n := range b {
		if !taken[j] {
			p.add(s.added, position(s.field, j), source.Node{}, n, "%s added: %s", s.what, n.Text())
			continue
		}
		after = append(after, fmt.Sprint(j))
	}
	p.reorder(s.field, "the "+s.field, before, after)
}

// position names an item of a list of texts, counted from 1.
func position(field string, i int) string { return fmt.Sprintf("%s[%d]", field, i+1) }

// leastAlike is the share of words that two texts must have in common to be one
// that was reworded.
const leastAlike = 0.5

// mostCompared bounds how many texts are compared with each other; longer lists
// pair only texts that are equal, or stand at the same place.
const mostCompared = 4096

// pairUp returns for positions of the old list those of the new one that hold the
// same text, or else the likest.
func pairUp(a, b []source.Node) map[int]int {
	partner, taken := map[int]int{}, map[int]bool{}
	places := map[string][]int{}
	for j, n := range b {
		places[n.Text()] = append(places[n.Text()], j)
	}
	for i, n := range a {
		if left := places[n.Text()]; len(left) > 0 {
			partner[i], taken[left[0]] = left[0], true
			places[n.Text()] = left[1:]
		}
	}
	for _, l := range likest(a, b, partner, taken) {
		if _, done := partner[l.i]; !done && !taken[l.j] {
			partner[l.i], taken[l.j] = l.j, true
		}
	}
	return partner
}

// likeness is how much two texts have in common.
type likeness struct {
	i, j int
	of   float64
}

// likest returns the pairs that are alike, the likest first, of what is left.
func likest(a, b []source.Node, partner map[int]int, taken map[int]bool) []likeness {
	var all []likeness
	crowded := (len(a)-len(partner))*(len(b)-len(taken)) > mostCompared
	for i := range a {
		if _, done := partner[i]; done {
			continue
		}
		from, to := 0, len(b)
		if crowded {
			from, to = min(i, len(b)), min(i+1, len(b))
		}
		for j := from; j < to; j++ {
			if taken[j] {
				continue
			}
			if of := text.Similar(a[i].Text(), b[j].Text()); of >= leastAlike {
				all = append(all, likeness{i, j, of})
			}
		}
	}
	slices.SortFunc(all, func(x, y likeness) int {
		return cmp.Or(cmp.Compare(y.of, x.of), cmp.Compare(x.distance(), y.distance()), cmp.Compare(x.i+x.j, y.i+y.j), cmp.Compare(x.i, y.i))
	})
	return all
}

// distance is how far two texts stand apart. Nearer ones belong together sooner,
// whichever of the lists is the old one.
func (l likeness) distance() int { return max(l.i-l.j, l.j-l.i) }
