package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

func TestChanges(t *testing.T) {
	browser := start(t)
	everyView(t, browser, &view{name: "changes", items: "li.change", listed: 11, make: func(t *testing.T) report.Document { return changes(t) }})
	for _, test := range []struct {
		name string
		run  func(*testing.T, context.Context)
	}{
		{"choices by mouse", choosesByMouse},
		{"choices by keyboard", choosesByKeyboard},
		{"links lead to kinds and groups", leads},
		{"assistive technology", accessibleChanges},
		{"two thousand changes", largeChanges},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, browser) })
	}
}

// headings lists the entities that can be seen.
const headings = `Array.from(document.querySelectorAll("article.one"))
	.filter((e) => e.getClientRects().length).map((e) => e.querySelector("h4 .name").textContent)`

// wantChosen holds a page to what it says of its choice, and to the entities that
// can be seen. Each is shown with as many changes as are left of it.
func (p *tab) wantChosen(status string, entities ...string) {
	p.Helper()
	if got := ask[[]string](p, headings); !slices.Equal(got, entities) {
		p.Errorf("there are %q, want %q", got, entities)
	}
	if got := ask[string](p, `document.getElementById("shown").textContent`); got != status {
		p.Errorf("the page says %q, want %q", got, status)
	}
	wrong := ask[[]string](p, `Array.from(document.querySelectorAll("nav li"))
		.filter((li) => (li.getClientRects().length > 0) !== (document.querySelector(li.firstElementChild.getAttribute("href")).getClientRects().length > 0))
		.map((li) => li.textContent)`)
	if len(wrong) > 0 {
		p.Errorf("the contents do not say what can be seen: %q", wrong)
	}
}

// choose takes from the list with a label the entry that begins with a text.
func (p *tab) choose(label, entry string) {
	p.Helper()
	p.tell(fmt.Sprintf(`{
		const label = Array.from(document.querySelectorAll("#filters label")).find((l) => l.textContent === %q);
		const list = document.getElementById(label.htmlFor);
		list.value = Array.from(list.options).find((o) => o.textContent.startsWith(%q)).value;
		list.dispatchEvent(new Event("input", { bubbles: true }));
	}`, label, entry))
}

var everything = []string{"Practitioner", "Organise information", "From km-… to know-…", "Clinical Coder", "مدرب Coding Trainer", "Book Keeper"}

func choosesByMouse(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, changes(t), nil))
	all := func() {
		p.do(chromedp.Click(chromedp.CSS("#filter-none")))
		p.wantChosen("All 16 changes shown", everything...)
	}
	p.do(chromedp.Click(chromedp.CSS(`fieldset label:nth-of-type(1) input`)))
	p.wantChosen("6 of 16 changes shown", "Organise information", "Clinical Coder", "مدرب Coding Trainer")
	if got := ask[string](p, `document.querySelector("#group-4 article .count").textContent`); got != "4 of 6" {
		t.Errorf("of Clinical Coder are shown %q", got)
	}
	all()
	p.choose("Constituency", "Knowledge Management (8)")
	p.wantChosen("8 of 16 changes shown", "Practitioner", "From km-… to know-…", "Book Keeper")
	p.choose("Audience", "integrators (8)")
	p.wantChosen("7 of 16 changes shown", "From km-… to know-…", "Book Keeper")
	all()
	p.choose("Kind of change", "Something new was published (1)")
	p.wantChosen("1 of 16 changes shown", "مدرب Coding Trainer")
	all()
	p.choose("Accepted", "yes (1)")
	p.wantChosen("1 of 16 changes shown", "Clinical Coder")
	all()
	names := chromedp.CSS("#filters [data-names]")
	p.do(chromedp.SendKeys(names, "coding MANAGER")) // reached, and in a title
	p.wantChosen("1 of 16 changes shown", "Clinical Coder")
	all()
	p.do(chromedp.SendKeys(names, "know-lib"))
	p.wantChosen("7 of 16 changes shown", "Practitioner", "From km-… to know-…")
	all()
	p.do(chromedp.SendKeys(names, "month")) // in a text, and no name
	p.wantChosen("0 of 16 changes shown")
	all()
	p.do(chromedp.SendKeys(chromedp.CSS("#filter-text"), "coder month")) // of a heading and of a text
	p.wantChosen("1 of 16 changes shown", "Clinical Coder")
}

func choosesByKeyboard(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, changes(t), nil))
	p.do(chromedp.KeyEvent(kb.Tab))
	if got := ask[string](p, "document.activeElement.textContent"); got != "Skip to the changes" {
		t.Errorf("the first stop is %q", got)
	}
	stops := func(label string) {
		t.Helper()
		for range 30 {
			p.do(chromedp.KeyEvent(kb.Tab))
			if strings.HasPrefix(ask[string](p, "document.activeElement.parentElement.textContent.trim()"), label) {
				return
			}
		}
		t.Fatalf("no stop at %q", label)
	}
	stops("Major")
	p.do(chromedp.KeyEvent(" "))
	p.wantChosen("6 of 16 changes shown", "Organise information", "Clinical Coder", "مدرب Coding Trainer")
	stops("Constituency")
	p.do(chromedp.KeyEvent("info")) // a list takes what is typed
	p.wantChosen("5 of 16 changes shown", "Clinical Coder", "مدرب Coding Trainer")
	stops("Role or other entity")
	p.do(chromedp.KeyEvent("trainer"))
	p.wantChosen("1 of 16 changes shown", "مدرب Coding Trainer")
	stops("Show all")
	p.do(chromedp.KeyEvent(kb.Enter))
	p.wantChosen("All 16 changes shown", everything...)
}

func leads(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, changes(t), nil))
	dangling := ask[[]string](p, `Array.from(document.querySelectorAll("a")).map((a) => a.getAttribute("href"))
		.filter((h) => !h.startsWith("#") || !document.getElementById(h.slice(1)))`)
	if len(dangling) > 0 {
		t.Errorf("links lead nowhere or elsewhere: %q", dangling)
	}
	if n := ask[int](p, `Array.from(document.querySelectorAll(".change")).filter((c) => c.querySelector("a[href^='#kind-']")).length`); n != 11 {
		t.Errorf("%d changes link to their kinds", n)
	}
}

func accessibleChanges(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, changes(t), nil))
	p.tell(unfold)
	nodes := told(p)
	for _, problem := range barriers(nodes) {
		t.Error(problem)
	}
	for role, least := range map[string]int{"heading": 20, "link": 16, "checkbox": 2, "combobox": 4, "searchbox": 2, "columnheader": 12, "rowheader": 10, "status": 1, "search": 1, "navigation": 1, "insertion": 10, "deletion": 9} {
		if n := count(nodes, role); n < least {
			t.Errorf("there are %d of the role %s, want at least %d", n, role, least)
		}
	}
	said := ""
	for _, n := range nodes {
		if n.role == "StaticText" {
			said += n.name + "|"
		}
	}
	for _, want := range []string{"deleted:|may", "added:|must", "Major|", "accepted|"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not told", want)
		}
	}
}

// manyChanges returns a report of n roles that rose, each of which reaches another.
func manyChanges(n int) *report.Changes {
	build := func(level int) *framework.Framework {
		var docs []*source.Document
		for i := range n {
			text := fmt.Sprintf("id: role-%d\ntitle: Role number %d\nlevel: %d\nsummary: One of many at level %d.\nprogression:\n  - to: role-%d\n", i, i, level, level, (i+1)%n)
			doc, _ := source.Parse(&source.File{Path: fmt.Sprintf("roles/role-%d.yaml", i), Text: text}, source.FileLimits)
			docs = append(docs, doc)
		}
		return framework.Build(docs, nil, framework.DefaultLayout)
	}
	return compared(build(3), build(4), []diff.Accepted(nil))
}

func largeChanges(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, manyChanges(1000), nil))
	if got := ask[string](p, `document.getElementById("shown").textContent`); got != "All 2000 changes shown" {
		t.Errorf("the page says %q", got)
	}
	p.do(chromedp.SendKeys(chromedp.CSS("#filter-text"), "number 432"))
	p.do(chromedp.SendKeys(chromedp.CSS("#filters [data-names]"), "432"))
	p.wantChosen("4 of 2000 changes shown", "Role number 431", "Role number 432", "Role number 433")
}
