package diff_test

import (
	"reflect"
	"slices"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/framework"
)

// typed is how go-cmp looks at entities.
var typed = cmp.Options{
	cmp.FilterPath(isPrivate, cmp.Ignore()),
	cmp.FilterPath(isField("Responsibilities", "Qualifications"), cmp.Comparer(slices.Equal[[]string])),
	cmp.FilterPath(isField("Aliases", "Settings", "Nations", "Replaces", "ReplacedBy", "PreviousCodes", "Broader", "Related",
		"Resources", "Constituencies", "Roles", "Competencies", "Levels"), cmp.Transformer("set", setOf)),
	cmp.Comparer(sameOrder),
	group[framework.Range](), group[framework.Rank](), group[framework.Evidence](), group[framework.Source](),
	group[framework.Suite](), group[framework.LevelMapping](), group[framework.CompetencyMapping](),
	cmp.Transformer("requirements", func(list []framework.Requirement) map[string]framework.Requirement {
		return keyed(list, func(r framework.Requirement) string { return r.Competency }).Items
	}),
	cmp.Transformer("progression", func(list []framework.Progression) map[string]framework.Progression {
		return keyed(list, func(p framework.Progression) string { return p.To }).Items
	}),
	list(func(s framework.Source) string { return s.Title }),
	list(func(s framework.Suite) string { return s.ID }),
	list(func(f framework.Facet) string { return f.ID }),
	list(func(f framework.Function) string { return f.ID }),
	list(func(s framework.Specialism) string { return s.ID }),
	list(func(m framework.LevelMapping) string { return m.Scale }),
	list(func(m framework.CompetencyMapping) string { return m.Code }),
}

// isPrivate reports whether a path leads to what no file says: an unexported field,
// or what the framework gathers of others.
func isPrivate(p cmp.Path) bool {
	step, ok := p.Last().(cmp.StructField)
	if !ok {
		return false
	}
	name := step.Name()
	if name[0] >= 'a' && name[0] <= 'z' {
		return true
	}
	gathered := []string{"Scales", "Levels", "Constituencies", "Competencies", "Roles", "Resources", "Unclassified", "Whole"}
	return p.Index(-2).Type() == reflect.TypeFor[framework.Framework]() && slices.Contains(gathered, name)
}

// isField selects the lists of texts that are fields of some names.
func isField(names ...string) func(cmp.Path) bool {
	return func(p cmp.Path) bool {
		step, ok := p.Last().(cmp.StructField)
		return ok && step.Type() == reflect.TypeFor[[]string]() && slices.Contains(names, step.Name())
	}
}

func setOf(list []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

// group compares groups as wholes: what changes in one is told of the whole.
func group[T any]() cmp.Option {
	return cmp.Comparer(func(a, b T) bool { return reflect.DeepEqual(a, b) })
}

// order is the keys of a list.
type order struct{ keys []string }

// sameOrder compares the keys that stand on both sides.
func sameOrder(a, b order) bool {
	common := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !slices.Contains(other, s) })
	}
	return slices.Equal(common(a.keys, b.keys), common(b.keys, a.keys))
}

// ordered is a list of groups by key, and its order.
type ordered[T any] struct {
	Items map[string]T
	Order order
}

func keyed[T any](list []T, key func(T) string) ordered[T] {
	o := ordered[T]{Items: map[string]T{}}
	seen := map[string]int{}
	for _, item := range list {
		name := numbered(seen, key(item))
		o.Items[name] = item
		o.Order.keys = append(o.Order.keys, name)
	}
	return o
}

func list[T any](key func(T) string) cmp.Option {
	return cmp.Transformer("list", func(l []T) ordered[T] { return keyed(l, key) })
}
