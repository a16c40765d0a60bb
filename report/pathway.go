package report

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
)

// Pathway is the answer to "where can I go from here", or "how do I get there".
// Without To it has a tree, with To it has routes.
type Pathway struct {
	LookupHead
	From     RoleRow  `json:"from"`
	To       *RoleRow `json:"to,omitempty"`
	MaxSteps int      `json:"maxSteps"`
	Tree     []Way    `json:"tree"`
	Routes   [][]Way  `json:"routes"` // shortest first
	More     bool     `json:"more"`   // whether there are, or may be, more routes
	Leads    bool     `json:"leads"`  // whether any way leads there, of whatever length
}

// Way is one step, what it asks in addition, and in a tree what may follow.
type Way struct {
	Role RoleRow `json:"role"`
	Kind string  `json:"kind"` // upward, lateral or crossover
	Note string  `json:"note"`

	Qualifications []string `json:"qualifications"` // that the role asks

	Missing []Required `json:"missing"`
	Higher  []Required `json:"higher"`
	Next    []Way      `json:"next"`
}

// NewPathwayTree makes the answer from a tree.
func NewPathwayTree(f *framework.Framework, from *framework.Role, tree []explore.Branch, steps int, version string) Answer {
	return Answer{&Pathway{
		LookupHead: lookupHead(f, version), From: roleRow(f, from), MaxSteps: steps,
		Tree: ways(f, tree), Routes: [][]Way{}, Leads: len(tree) > 0,
	}}
}

// NewPathwayRoutes makes the answer from routes to one role.
func NewPathwayRoutes(f *framework.Framework, from, to *framework.Role, routes explore.Routes, steps int, version string) Answer {
	target := roleRow(f, to)
	p := &Pathway{
		LookupHead: lookupHead(f, version), From: roleRow(f, from), To: &target, MaxSteps: steps,
		Tree: []Way{}, Routes: [][]Way{}, More: routes.More, Leads: routes.Reachable,
	}
	for _, route := range routes.Routes {
		var list []Way
		for _, s := range route {
			list = append(list, way(f, s))
		}
		p.Routes = append(p.Routes, list)
	}
	return Answer{p}
}

func ways(f *framework.Framework, branches []explore.Branch) []Way {
	all := []Way{}
	for _, b := range branches {
		w := way(f, b.Step)
		w.Next = ways(f, b.Next)
		all = append(all, w)
	}
	return all
}

func way(f *framework.Framework, s explore.Step) Way {
	return Way{
		Role: roleRow(f, s.To), Kind: s.Kind(), Note: valid(s.Note), Qualifications: append([]string{}, convert(s.To.Qualifications, valid)...),
		Missing: requiredList(f, s.Gap.Missing), Higher: requiredList(f, s.Gap.Higher), Next: []Way{},
	}
}

func (p *Pathway) blocks() []block {
	if p.To == nil {
		return p.treeBlocks()
	}
	first := block{
		heading:   fmt.Sprintf("From %s to %s", p.From.Title, p.To.Title),
		paragraph: fmt.Sprintf("%s of at most %s.", number(len(p.Routes), "route", "routes"), number(p.MaxSteps, "step", "steps")),
	}
	switch {
	case !p.Leads:
		first.paragraph = "No way leads there, of whatever length: no role on the way states the move."
		if p.To.Status != string(framework.Active) {
			first.paragraph = fmt.Sprintf("No way leads there: %s is %s.", p.To.Title, p.To.Status)
		}
	case len(p.Routes) == 0:
		first.paragraph = fmt.Sprintf("No route of at most %s leads there. --max-steps allows longer ones.", number(p.MaxSteps, "step", "steps"))
	case p.More:
		first.paragraph = fmt.Sprintf("The %d shortest routes of at most %s; there are more.", len(p.Routes), number(p.MaxSteps, "step", "steps"))
	}
	all := []block{first}
	for i, route := range p.Routes {
		b := block{heading: fmt.Sprintf("Route %d, %s", i+1, number(len(route), "step", "steps"))}
		for _, w := range route {
			b.items = append(b.items, w.items(0)...)
		}
		all = append(all, b)
	}
	return all
}

func (p *Pathway) treeBlocks() []block {
	first := block{
		heading:   p.From.named(),
		paragraph: fmt.Sprintf("Where it leads within %s, and what each step asks in addition:", number(p.MaxSteps, "step", "steps")),
	}
	if len(p.Tree) == 0 {
		first.paragraph = "It states no move to another role."
		return []block{first}
	}
	var list block
	for _, w := range p.Tree {
		list.items = append(list.items, w.deep(0)...)
	}
	closing := "Every role stands once, behind the fewest steps that lead to it; cadre pathway ID shows all that follows one."
	return []block{first, list, {paragraph: closing}}
}

// deep are the items of a step and of all that follow it.
func (w Way) deep(depth int) []item {
	list := w.items(depth)
	for _, next := range w.Next {
		list = append(list, next.deep(depth+1)...)
	}
	return list
}

// items name the role, then what the step asks.
func (w Way) items(depth int) []item {
	list := []item{{depth, fmt.Sprintf("→ %s [%s]", w.Role.named(), w.Kind)}}
	if w.Note != "" {
		list = append(list, item{depth + 2, w.Note})
	}
	for _, part := range []struct {
		word string
		list []Required
	}{{"new", w.Missing}, {"further", w.Higher}} {
		var asked []string
		for _, r := range part.list {
			text := strings.TrimSpace(r.Title + " " + r.numbers())
			if note := strings.TrimPrefix(r.insistence(), ", "); note != "" {
				text += " (" + note + ")"
			}
			asked = append(asked, text)
		}
		if len(asked) > 0 {
			list = append(list, item{depth + 2, part.word + ": " + strings.Join(asked, ", ")})
		}
	}
	if len(w.Qualifications) > 0 {
		list = append(list, item{depth + 2, "qualifications: " + strings.Join(w.Qualifications, "; ")})
	}
	return list
}

// numbers is change without labels.
func (r Required) numbers() string {
	switch {
	case r.From != nil && r.To != nil && r.From.From != r.To.From:
		return fmt.Sprintf("%d → %d", r.From.From, r.To.From)
	case r.To != nil:
		return fmt.Sprint(r.To.From)
	}
	return ""
}
