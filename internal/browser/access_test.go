package browser

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// node is what assistive technology is told of one part of a page.
type node struct {
	role, name string
	level      int
}

// told returns the accessibility tree of a page in its order, without what is
// ignored.
func told(p *tab) []node {
	p.Helper()
	tree, err := chromedp.Run(p.ctx, func(ctx context.Context, _ *chromedp.Target) (accessibility.GetFullAXTreeResult, error) {
		return chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	})
	if err != nil {
		p.Fatal(err)
	}
	all := tree.Nodes
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range all {
		byID[n.NodeID] = n
	}
	var nodes []node
	var walk func(n *accessibility.Node)
	walk = func(n *accessibility.Node) {
		if !n.Ignored {
			out := node{role: value[string](n.Role), name: value[string](n.Name)}
			for _, property := range n.Properties {
				if property.Name == accessibility.PropertyNameLevel {
					out.level = value[int](property.Value)
				}
			}
			nodes = append(nodes, out)
		}
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				walk(child)
			}
		}
	}
	walk(all[0])
	return nodes
}

// value reads a value of the protocol; it is the zero one when it is absent.
func value[T any](v *accessibility.Value) T {
	var out T
	if v != nil {
		_ = json.Unmarshal(v.Value, &out) // of another type: counts as absent
	}
	return out
}

// interactive are the roles that a reader can do something with.
var interactive = []string{"link", "button", "checkbox", "combobox", "searchbox", "textbox", "DisclosureTriangle", "option", "MenuListPopup"}

func accessible(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil))
	p.tell(unfold)
	nodes := told(p)
	for _, problem := range barriers(nodes) {
		t.Error(problem)
	}
	for role, least := range map[string]int{"heading": 20, "link": 16, "checkbox": 3, "combobox": 4, "searchbox": 1, "columnheader": 3, "rowheader": 5, "status": 1, "search": 1, "banner": 1, "contentinfo": 1, "mark": 10} {
		if n := count(nodes, role); n < least {
			t.Errorf("there are %d of the role %s, want at least %d", n, role, least)
		}
	}
	if lang := ask[string](p, "document.documentElement.lang"); lang != "en-GB" {
		t.Errorf("the language of the page is %q", lang)
	}
	if title := ask[string](p, "document.title"); title != "Findings – careers" {
		t.Errorf("the title of the page is %q", title)
	}
}

func count(nodes []node, role string) int {
	n := 0
	for _, node := range nodes {
		if node.role == role {
			n++
		}
	}
	return n
}

// barriers lists what would stop a reader who does not see the page.
func barriers(nodes []node) []string {
	var problems []string
	if n := count(nodes, "main"); n != 1 {
		problems = append(problems, "the page has not one main landmark")
	}
	level := 0
	for _, n := range nodes {
		nameless := strings.TrimSpace(n.name) == ""
		switch {
		case n.role == "heading" && nameless:
			problems = append(problems, "a heading is empty")
		case n.role == "heading" && n.level > level+1:
			problems = append(problems, "a heading skips a level: "+n.name)
		case nameless && slices.Contains(interactive, n.role) && n.role != "MenuListPopup":
			problems = append(problems, "no name: "+n.role)
		case nameless && slices.Contains([]string{"table", "columnheader", "rowheader", "search"}, n.role):
			problems = append(problems, "no name: "+n.role)
		}
		if n.role == "heading" {
			if n.level == 1 && level > 0 {
				problems = append(problems, "a second heading of the first level: "+n.name)
			}
			level = n.level
		}
	}
	return problems
}

func TestBarriers(t *testing.T) {
	fine := []node{{"main", "", 0}, {"heading", "a", 1}, {"heading", "b", 2}, {"link", "c", 0}}
	if got := barriers(fine); len(got) > 0 {
		t.Errorf("a page without barriers has %q", got)
	}
	bad := []node{{"heading", "a", 1}, {"heading", "b", 3}, {"heading", " ", 2}, {"heading", "c", 1}, {"button", "", 0}, {"table", "", 0}}
	if got := barriers(bad); len(got) != 6 {
		t.Errorf("of six barriers are seen: %q", got)
	}
}
