package report

import (
	"slices"
	"strings"
)

// changeGroup is what changed in the entities of one kind, for formats that show
// changes by entity. Its lists are in the order of the changes.
type changeGroup struct {
	kind     string
	renames  []massRename
	entities []entityChanges
}

// entityChanges are the changes of one entity. Group is the title of its
// constituency, or what else is known of that.
type entityChanges struct {
	subject Subject
	group   string
	changes []*Change
}

// massRename are many ids of one kind of entity that changed alike: their
// beginning, or their end, was old and is new.
type massRename struct {
	ending   bool
	old, new string
	changes  []*Change
}

// leastRenamed is how many ids must change alike to be shown as one row.
const leastRenamed = 5

// grouped returns the changes by kind and entity, mass renames apart. The change of
// the version itself is left to the bump.
func (d *Changes) grouped() []changeGroup {
	titles := map[string]string{}
	for _, c := range d.Constituencies {
		titles[c.ID] = c.Title
	}
	renames := d.massRenames()
	var groups []changeGroup
	at, where := map[string]int{}, map[[2]string]int{}
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.isVersion() {
			continue
		}
		g, ok := at[c.Subject.Kind]
		if !ok {
			g = len(groups)
			at[c.Subject.Kind] = g
			groups = append(groups, changeGroup{kind: c.Subject.Kind})
		}
		if r := renames[c]; r != nil {
			if r.changes[0] == c {
				groups[g].renames = append(groups[g].renames, *r)
			}
			continue
		}
		key := [2]string{c.Subject.Kind, c.Subject.ID}
		e, ok := where[key]
		if !ok {
			e = len(groups[g].entities)
			where[key] = e
			groups[g].entities = append(groups[g].entities, entityChanges{subject: c.Subject, group: groupTitle(c.Subject, titles)})
		}
		groups[g].entities[e].changes = append(groups[g].entities[e].changes, c)
	}
	return groups
}

// groupTitle is the title of a subject's constituency, or its id.
func groupTitle(s Subject, titles map[string]string) string {
	if title := titles[s.Constituency]; title != "" {
		return title
	}
	return s.Constituency
}

// renameKey is what the changes of a mass rename have in common.
type renameKey struct {
	kind, impact string
	accepted     Agreement
	ending       bool
	old, new     string
}

// massRenames returns the mass renames by each of their changes.
func (d *Changes) massRenames() map[*Change]*massRename {
	heads, tails := map[renameKey][]*Change{}, map[renameKey][]*Change{}
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Kind == kindID && c.Old != nil && c.New != nil {
			heads[c.renameKey(false)] = append(heads[c.renameKey(false)], c)
			tails[c.renameKey(true)] = append(tails[c.renameKey(true)], c)
		}
	}
	found := map[*Change]*massRename{}
	for _, set := range []map[renameKey][]*Change{heads, tails} {
		for key, changes := range set {
			changes = slices.DeleteFunc(changes, func(c *Change) bool { return found[c] != nil })
			if len(changes) < leastRenamed {
				continue
			}
			r := &massRename{ending: key.ending, old: key.old, new: key.new, changes: changes}
			r.widen()
			for _, c := range changes {
				found[c] = r
			}
		}
	}
	return found
}

// renameKey takes away what the two ids have in common at one end; what is left is
// the part that was replaced.
func (c *Change) renameKey(ending bool) renameKey {
	key := renameKey{kind: c.Subject.Kind, impact: c.Impact, ending: ending, old: c.Old.Value, new: c.New.Value}
	if c.Accepted != nil {
		key.accepted = *c.Accepted
	}
	same := commonEnding(key.old, key.new)
	if ending {
		same = commonBeginning(key.old, key.new)
		key.old, key.new = key.old[same:], key.new[same:]
		return key
	}
	key.old, key.new = key.old[:len(key.old)-same], key.new[:len(key.new)-same]
	return key
}

// widen lets the replaced part reach to a hyphen that follows in every id, because
// people think of ids by words: "hi-" became "im-", and not "hi" "im".
func (r *massRename) widen() {
	kept := func(c *Change) string {
		if r.ending {
			return strings.TrimSuffix(c.Old.Value, r.old)
		}
		return strings.TrimPrefix(c.Old.Value, r.old)
	}
	common := kept(r.changes[0])
	for _, c := range r.changes[1:] {
		if other := kept(c); r.ending {
			common = common[len(common)-commonEnding(common, other):]
		} else {
			common = common[:commonBeginning(common, other)]
		}
	}
	if r.ending {
		if i := strings.Index(common, "-"); i >= 0 {
			r.old, r.new = common[i:]+r.old, common[i:]+r.new
		}
		return
	}
	if i := strings.LastIndex(common, "-"); i >= 0 {
		r.old, r.new = r.old+common[:i+1], r.new+common[:i+1]
	}
}

func commonBeginning(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonEnding(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
