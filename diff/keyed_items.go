package diff

import (
	"fmt"
	"slices"

	"github.com/cadre-framework/cadre/source"
)

// item is what a keyed list holds under a name.
type item struct {
	key  string // as it is today
	name string // the key, with a number where it stands in the list already

	// nodes are those that count: more than one where they name the same, and weigh
	// the same. All of them are told apart by the keys that they were written with.
	nodes []source.Node
	all   map[string][]source.Node
}

// items returns the items of both lists, in order.
func (p *pair) items(k keyed) (was, is []*item) {
	old, new := p.at(k.field)
	return p.itemsOf(k, old, new)
}

func (p *pair) itemsOf(k keyed, old, new source.Node) (was, is []*item) {
	held, holds := keysIn(old, k.key), keysIn(new, k.key)
	today := func(key string) string { return p.heir(k.names, key, held, holds) }
	return index(old, k, today), index(new, k, func(key string) string { return key })
}

func keysIn(list source.Node, key func(source.Node) string) map[string]bool {
	keys := map[string]bool{}
	for n := range list.Children() {
		keys[key(n)] = true
	}
	return keys
}

// index returns the items of a list in order. Where they name entities, several of
// one name are one item; else what has the key of an earlier item is another.
func index(list source.Node, k keyed, today func(key string) string) []*item {
	var items []*item
	seen := map[string]int{}
	at := map[string]*item{}
	for n := range list.Children() {
		written := k.key(n)
		key := today(written)
		if i := at[key]; i != nil && k.names != "" {
			i.join(k, n, written)
			continue
		}
		name := key
		if seen[key]++; seen[key] > 1 {
			name = fmt.Sprintf("%s#%d", key, seen[key])
		}
		at[key] = &item{key: key, name: name, nodes: []source.Node{n}, all: map[string][]source.Node{written: {n}}}
		items = append(items, at[key])
	}
	return items
}

// join adds a node that names the same.
func (i *item) join(k keyed, n source.Node, written string) {
	i.all[written] = append(i.all[written], n)
	switch more := k.weigh(n) - k.weigh(i.nodes[0]); {
	case more > 0:
		i.nodes = []source.Node{n}
	case more == 0:
		i.nodes = append(i.nodes, n)
	}
}

func (k keyed) weigh(n source.Node) int {
	if k.weight == nil {
		return 0
	}
	return k.weight(n)
}

// partners returns for positions of the old items those of the new ones that they
// are compared with. Of several with one key, equal ones belong together, then those
// that a finer key tells apart.
func partners(k keyed, was, is []*item) map[int]int {
	finer := func(i *item) string { return i.key }
	if k.finer != nil {
		finer = func(i *item) string { return i.key + "\x00" + k.finer(i.nodes[0]) }
	}
	partner, taken := map[int]int{}, map[int]bool{}
	for _, sign := range []func(*item) string{
		func(i *item) string { return i.key + "\x00" + content(i.nodes[0]) },
		finer,
		func(i *item) string { return i.key },
	} {
		free := map[string][]int{}
		for j, i := range is {
			if s := sign(i); !taken[j] {
				free[s] = append(free[s], j)
			}
		}
		for at, i := range was {
			if _, done := partner[at]; done {
				continue
			}
			s := sign(i)
			if left := free[s]; len(left) > 0 {
				partner[at], taken[left[0]], free[s] = left[0], true, left[1:]
			}
		}
	}
	return partner
}

// content writes a value, such that what is written alike is equal.
func content(n source.Node) string { return fmt.Sprintf("%#v", n.Value()) }

// alike returns a node of either side that hold the same, or else the first.
func alike(old, new []source.Node) (source.Node, source.Node) {
	if len(old)*len(new) == 1 {
		return old[0], new[0]
	}
	there := map[string]source.Node{}
	for _, n := range new {
		there[content(n)] = n
	}
	for _, n := range old {
		if same, ok := there[content(n)]; ok {
			return n, same
		}
	}
	return old[0], new[0]
}

// listed reports that something is listed more or less often than it was, which
// asks nothing of anybody. What came together was listed as often as the one of them
// that was listed most.
func (p *pair) listed(k keyed, old, new *item) {
	most := func(i *item) (nodes []source.Node) {
		for _, list := range i.all {
			if len(list) > len(nodes) {
				nodes = list
			}
		}
		return nodes
	}
	before, after := most(old), most(new)
	if len(before)*len(after) == 1 {
		return
	}
	message := times(len(after))
	if len(before) == len(after) {
		if len(old.all) > 1 || old.all[new.key] == nil || slices.Equal(contents(before), contents(after)) {
			return
		}
		message += ", one of them in another way"
	}
	p.add(detailChanged, k.path(new), before[0], after[0], "%s is listed %s", p.nameOf(p.after, k.names, new.key), message)
}

func contents(nodes []source.Node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, content(n))
	}
	slices.Sort(all)
	return all
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
