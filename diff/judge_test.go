package diff_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// difference is a field of an entity that differs.
type difference struct{ subject, field string }

// judge returns where two frameworks differ, as go-cmp sees it. Entities that stand
// in one and the same document on both sides are equal without a look. What it
// takes for the same, and which paths it gives another name:
//
//   - an entity that stands on one side alone differs as a whole: the field "";
//   - a draft that was published, or something published that is a draft again,
//     differs as a whole and in nothing else;
//   - when the status changed, "deprecated" says why and is part of it;
//   - a former code that is kept among the previous codes is part of the code;
//   - items of lists of groups go by their key (the second of a key is "#2"), sets
//     by their members; an item that came or went differs as a whole, with all its
//     extensions;
//   - the order of other lists counts for what stands on both sides, and differs
//     under the name of the list;
//   - lists of statements, and sets that are reported as one, differ as lists;
//   - extensions are no part of the model and are compared as values.
func judge(old, new *framework.Framework) map[difference]bool {
	found := map[difference]bool{}
	before, after := entities(old), entities(new)
	for ref := range after {
		if before[ref] == nil {
			found[difference{ref, ""}] = true
		}
	}
	for ref, a := range before {
		if b := after[ref]; b == nil {
			found[difference{ref, ""}] = true
		} else if a.base.Node() != b.base.Node() {
			for _, path := range settled(a, b) {
				found[difference{ref, path}] = true
			}
		}
	}
	return found
}

// entity is one entity as its own type, and what all have in common.
type entity struct {
	base  *framework.Entity
	whole any
}

func entities(f *framework.Framework) map[string]*entity {
	all := map[string]*entity{"framework": {&f.Entity, *f}}
	add := func(e *framework.Entity, whole any) { all[string(e.Kind)+"/"+e.ID] = &entity{e, whole} }
	for _, e := range f.Scales {
		add(&e.Entity, *e)
	}
	for _, e := range f.Levels {
		add(&e.Entity, *e)
	}
	for _, e := range f.Constituencies {
		add(&e.Entity, *e)
	}
	for _, e := range f.Competencies {
		add(&e.Entity, *e)
	}
	for _, e := range f.Roles {
		add(&e.Entity, *e)
	}
	for _, e := range f.Resources {
		add(&e.Entity, *e)
	}
	return all
}

// settled returns the paths in which two entities differ, under the names of the
// fields.
func settled(a, b *entity) []string {
	if (a.base.Status == framework.Draft) != (b.base.Status == framework.Draft) && a.base.Status != framework.Retired && b.base.Status != framework.Retired {
		return []string{""}
	}
	r := &reporter{found: map[string]bool{}, oneSided: map[string]bool{}}
	cmp.Equal(a.whole, b.whole, append(typed, cmp.Reporter(r))...)
	was, is := extensions(a.base), extensions(b.base)
	for path := range was {
		r.found[path] = r.found[path] || was[path] != is[path]
	}
	for path := range is {
		r.found[path] = r.found[path] || was[path] != is[path]
	}
	if x, ok := a.whole.(framework.Competency); ok && r.found["code"] {
		y := b.whole.(framework.Competency)
		kept := map[string]bool{x.Code: true}
		for _, code := range x.PreviousCodes {
			kept[code] = true
		}
		if slices.Contains(y.PreviousCodes, x.Code) && maps.Equal(kept, setOf(append(y.PreviousCodes, x.Code))) {
			delete(r.found, "previousCodes")
		}
	}
	var paths []string
	for path, differs := range r.found {
		part := r.found["status"] && strings.HasPrefix(path, "deprecated.") && !strings.Contains(path, "x-")
		item, _, nested := strings.Cut(path, "]")
		if differs && !part && !(nested && path != item+"]" && r.oneSided[item+"]"]) {
			paths = append(paths, path)
		}
	}
	return paths
}

// reporter collects the paths that go-cmp finds unequal.
type reporter struct {
	path            cmp.Path
	found, oneSided map[string]bool
}

func (r *reporter) PushStep(s cmp.PathStep) { r.path = append(r.path, s) }
func (r *reporter) PopStep()                { r.path = r.path[:len(r.path)-1] }
func (r *reporter) Report(result cmp.Result) {
	if result.Equal() {
		return
	}
	path := fieldPath(r.path)
	r.found[path] = true
	if a, b := r.path.Last().Values(); a.IsValid() != b.IsValid() {
		r.oneSided[path] = true
	}
}

// another holds the fields that the model and the files call differently, and the
// steps that no file has.
var another = map[string]string{
	"ScaleKind": "kind", "CompetencyKind": "kind", "ResourceKind": "kind", "Deprecation": "deprecated", "URL": "url", "Optional": "need",
	"Entity": "", "Ref": "", "ID": "", "Items": "", "Order": "",
}

// listed are the sets whose members are told one by one.
var listed = map[string]bool{"resources": true}

// fieldPath returns the path of a field as changes spell it.
func fieldPath(path cmp.Path) string {
	s, keyed := "", false
	for _, step := range path {
		switch step := step.(type) {
		case cmp.StructField:
			name, known := another[step.Name()]
			if !known {
				name = strings.ToLower(step.Name()[:1]) + step.Name()[1:]
			}
			if s != "" && name != "" {
				name = "." + name
			}
			s += name
		case cmp.Transform:
			keyed = true
		case cmp.MapIndex:
			switch {
			case !keyed:
				s += "." + step.Key().String()
			case step.Type().Kind() != reflect.Bool || listed[s]:
				s += "[" + step.Key().String() + "]"
			}
		}
	}
	return s
}

// extensions returns the fields of other programs by path.
func extensions(e *framework.Entity) map[string]string {
	found := map[string]string{}
	itemKeys := map[string]string{"competencies": "ref", "progression": "to", "mappings": "scale", "sources": "title"}
	if e.Kind == framework.KindCompetency {
		itemKeys["mappings"] = "code"
	}
	var walk func(path, key string, n source.Node)
	walk = func(path, key string, n source.Node) {
		seen := map[string]int{}
		for child := range n.Children() {
			name := child.Key()
			if n.Kind() == source.Array {
				by := itemKeys[key]
				if by == "" {
					by = "id"
				}
				walk(path+"["+numbered(seen, child.Get(by).Text())+"]", "", child)
				continue
			}
			if path != "" {
				name = path + "." + name
			}
			if strings.HasPrefix(child.Key(), "x-") {
				found[name] = fmt.Sprintf("%#v", child.Value())
			} else {
				walk(name, child.Key(), child)
			}
		}
	}
	walk("", "", e.Node())
	return found
}

// numbered tells a key that stood before from the earlier ones.
func numbered(seen map[string]int, key string) string {
	if seen[key]++; seen[key] > 1 {
		return fmt.Sprintf("%s#%d", key, seen[key])
	}
	return key
}
