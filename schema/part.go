package schema

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

// part is a stretch of a value that is judged by itself, so that what the library
// keeps of one stretch is gone before the next. The first part is the whole value
// with its lists cut short; each of the others has the next entries of one list.
type part struct {
	value  any
	list   string // the pointer of that list; "" in the first part
	offset int    // how many of its entries stand in the parts before
}

// partSize bounds the values in a part, unless a single entry has more.
const partSize = 2_000

// parts returns the parts of a value: the lists that are fields of its top are
// cut, where the schema judges every entry by itself.
func (f *file) parts(value any) iter.Seq[part] {
	return func(yield func(part) bool) {
		top, _ := value.(map[string]any)
		first, rest := map[string]any{}, map[string]any{}
		for name, v := range top {
			first[name] = v
			if !isCollection(v) {
				rest[name] = v
			}
		}
		cut := f.separable(top)
		for _, name := range cut {
			list := top[name].([]any)
			first[name] = list[:stretch(list)]
		}
		if len(cut) == 0 {
			yield(part{value: value})
			return
		}
		if !yield(part{value: first}) {
			return
		}
		for _, name := range cut {
			list := top[name].([]any)
			for at := stretch(list); at < len(list); {
				n := stretch(list[at:])
				rest[name] = list[at : at+n]
				if !yield(part{rest, "/" + escapeToken.Replace(name), at}) {
					return
				}
				at += n
			}
			delete(rest, name)
		}
	}
}

// separable returns the fields of a top that hold more than one part, in the order
// of the schema. A list that has to have so many entries, or each but once, is
// judged as a whole.
func (f *file) separable(top map[string]any) []string {
	var names []string
	for _, n := range f.root.reach() {
		for _, field := range n.fields {
			list, ok := top[field.name].([]any)
			whole := slices.ContainsFunc(field.node.reach(), (*node).counts)
			if ok && !whole && stretch(list) < len(list) && !slices.Contains(names, field.name) {
				names = append(names, field.name)
			}
		}
	}
	return names
}

// counts reports whether a keyword of the node looks at a list as a whole.
func (n *node) counts() bool {
	return n.limits["minItems"] != "" || n.limits["maxItems"] != "" || n.limits["uniqueItems"] != ""
}

// stretch returns how many entries make the next part: at least one.
func stretch(list []any) int {
	size := 0
	for i, v := range list {
		if size += sizeOf(v); size > partSize && i > 0 {
			return i
		}
	}
	return len(list)
}

// sizeOf returns how many values a value is made of, itself included.
func sizeOf(value any) int {
	size := 1
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			size += sizeOf(item)
		}
	case map[string]any:
		for _, item := range v {
			size += sizeOf(item)
		}
	}
	return size
}

func isCollection(value any) bool {
	switch value.(type) {
	case []any, map[string]any:
		return true
	}
	return false
}

// moved returns a violation of the part with the pointers that it has in the whole
// value, and whether it lies in what only this part has.
func (p part) moved(v Violation) (Violation, bool) {
	if p.list == "" {
		return v, true
	}
	if !strings.HasPrefix(v.Pointer, p.list+"/") {
		return v, false
	}
	v.Pointer, v.First = p.pointer(v.Pointer), p.pointer(v.First)
	closest := v.Closest
	v.Closest = nil
	for _, inner := range closest {
		inner, _ = p.moved(inner)
		v.Closest = append(v.Closest, inner)
	}
	return v, true
}

// pointer adds the offset to the index in a pointer into the list.
func (p part) pointer(pointer string) string {
	inside, ok := strings.CutPrefix(pointer, p.list+"/")
	if !ok {
		return pointer
	}
	index, rest, _ := strings.Cut(inside, "/")
	n, err := strconv.Atoi(index)
	if err != nil {
		return pointer
	}
	moved := p.list + "/" + strconv.Itoa(n+p.offset)
	if rest != "" || strings.HasSuffix(inside, "/") {
		moved += "/" + rest
	}
	return moved
}
