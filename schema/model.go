package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// file is a published schema, read for what it says about fields. The compiled
// schema judges; this one explains, and it alone knows the order of fields.
type file struct {
	name string
	root *node
	at   map[string]*node // by JSON pointer
}

// node is one subschema.
type node struct {
	file         *file
	title, about string
	examples     []string
	types        []string
	format       string
	allowed      []string          // the texts of enum, or the one of const
	limits       map[string]string // minimum, maxLength, pattern and their like, as written
	required     []string
	dependencies map[string][]string
	fields       []field
	patterns     []pattern
	rest         *node // what values under other keys must be, when they may stand
	items        *node
	all          []*node // allOf
	branches     []*node // oneOf and anyOf
	ref          string
}

type field struct {
	name string
	node *node
}

type pattern struct {
	expression *regexp.Regexp
	node       *node
}

var loadedOnce sync.Map

// loaded returns the model of an embedded schema, read when it is first asked
// for, or nil when there is none of that name.
func loaded(name string) *file {
	once, ok := loadedOnce.Load(name)
	if !ok {
		if !exists(name) {
			return nil
		}
		once, _ = loadedOnce.LoadOrStore(name, sync.OnceValue(func() *file {
			text, _ := Text(name)
			return newFile(name, text)
		}))
	}
	return once.(func() *file)()
}

// reach returns the node and all that must or may hold at the same place: what it
// refers to, allOf, the branches of oneOf and anyOf. The node itself comes first.
func (n *node) reach() []*node {
	var out []*node
	var visit func(*node)
	visit = func(n *node) {
		if n == nil || slices.Contains(out, n) {
			return
		}
		out = append(out, n)
		visit(n.target())
		for _, each := range [][]*node{n.all, n.branches} {
			for _, m := range each {
				visit(m)
			}
		}
	}
	visit(n)
	return out
}

// target returns what a reference points to, or nil.
func (n *node) target() *node {
	if n.ref == "" {
		return nil
	}
	name, pointer, _ := strings.Cut(n.ref, "#")
	f := n.file
	if name != "" {
		f = loaded(strings.TrimSuffix(name, suffix))
	}
	if f == nil {
		return nil
	}
	return f.at[pointer]
}

// step returns the nodes that judge the value under a key or index of a value
// that nodes judge.
func step(nodes []*node, token string) []*node {
	var out []*node
	add := func(n *node) {
		for _, m := range n.reach() {
			if !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	for _, n := range nodes {
		if child := n.field(token); child != nil {
			add(child)
		} else if _, err := strconv.ParseUint(token, 10, 32); err == nil && n.items != nil {
			add(n.items)
		}
	}
	return out
}

// field returns what judges the value under a key, or nil when the key is unknown
// or anything may stand there.
func (n *node) field(key string) *node {
	for _, f := range n.fields {
		if f.name == key {
			return f.node
		}
	}
	for _, p := range n.patterns {
		if p.expression.MatchString(key) {
			return p.node
		}
	}
	return n.rest
}

// knows reports whether a key may stand in a value that the node closes.
func (n *node) knows(key string) bool {
	return slices.ContainsFunc(n.fields, func(f field) bool { return f.name == key }) ||
		slices.ContainsFunc(n.patterns, func(p pattern) bool { return p.expression.MatchString(key) })
}

// admits returns the JSON types that values of the node may have, or nil when it
// does not say.
func (n *node) admits() []string {
	for _, m := range n.reach() {
		if len(m.types) > 0 {
			return m.types
		}
	}
	return nil
}
