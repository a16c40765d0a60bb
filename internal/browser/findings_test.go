package browser

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/cadre-framework/cadre/report"
)

func TestFindings(t *testing.T) {
	browser := start(t)
	everyView(t, browser, &view{name: "findings", items: ".finding:not(.small)", listed: 20, make: func(t *testing.T) report.Document { return findings(t) }})
	for _, test := range []struct {
		name string
		run  func(*testing.T, context.Context)
	}{
		{"filters by mouse", filtersByMouse},
		{"filters by keyboard", filtersByKeyboard},
		{"links lead to rules", links},
		{"assistive technology", accessible},
		{"five thousand findings", large},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, browser) })
	}
}

// visible lists the messages of the findings that can be seen.
const visible = `Array.from(document.querySelectorAll(".finding:not(.small)"))
	.filter((f) => f.getClientRects().length).map((f) => f.querySelector("h4 bdi").textContent)`

// severities counts the words for severities of what can be seen.
const severities = `Array.from(new Set(Array.from(document.querySelectorAll(".finding:not(.small)"))
	.filter((f) => f.getClientRects().length).map((f) => f.querySelector(".severity").textContent)))`

func (p *tab) wantShown(status string, n int) {
	p.Helper()
	if got := len(ask[[]string](p, visible)); got != n {
		p.Errorf("%d findings can be seen, want %d", got, n)
	}
	if got := ask[string](p, `document.getElementById("shown").textContent`); got != status {
		p.Errorf("the page says %q, want %q", got, status)
	}
}

func filtersByMouse(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil))
	p.wantShown("All 20 findings shown", 20)
	p.do(chromedp.Click(chromedp.CSS(`fieldset label:nth-of-type(1) input`)))
	if got := ask[[]string](p, severities); slices.Contains(got, "Error") || len(got) == 0 {
		t.Errorf("without errors there are %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS("#filter-none")))
	p.wantShown("All 20 findings shown", 20)
	p.do(chromedp.SendKeys(chromedp.CSS("#filter-text"), "is MISSPELLED"))
	p.wantShown("1 of 20 findings shown", 1)
	p.do(chromedp.SendKeys(chromedp.CSS("#filter-text"), " nowhere"))
	p.wantShown("0 of 20 findings shown", 0)
	if !ask[bool](p, `document.getElementById("none").getClientRects().length > 0`) {
		t.Error("with nothing left the page does not say so")
	}
	if got := ask[int](p, `Array.from(document.querySelectorAll(".group")).filter((g) => g.getClientRects().length).length`); got != 0 {
		t.Errorf("%d files without a finding can be seen", got)
	}
}

func filtersByKeyboard(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil))
	p.do(chromedp.KeyEvent(kb.Tab))
	if got := ask[string](p, "document.activeElement.textContent"); got != "Skip to the findings" {
		t.Errorf("the first stop is %q", got)
	}
	if !ask[bool](p, "document.activeElement.getBoundingClientRect().left >= 0") {
		t.Error("the skip link stays out of sight when it has the focus")
	}
	p.do(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if got := ask[string](p, "document.activeElement.parentElement.textContent.trim()"); !strings.HasPrefix(got, "Error ") {
		t.Errorf("behind the skip link the first stop is %q", got)
	}
	if ask[string](p, "getComputedStyle(document.activeElement).outlineStyle") == "none" {
		t.Error("the focus cannot be seen")
	}
	p.do(chromedp.KeyEvent(" ")) // no errors
	if got := ask[[]string](p, severities); slices.Contains(got, "Error") || len(got) == 0 {
		t.Errorf("without errors there are %q", got)
	}
	for range 4 {
		p.do(chromedp.KeyEvent(kb.Tab))
	}
	p.do(chromedp.KeyEvent("text")) // a list takes what is typed
	if got := ask[string](p, `document.activeElement.selectedOptions[0].textContent`); !strings.HasPrefix(got, "text (") {
		t.Errorf("the list of categories has %q chosen", got)
	}
	p.wantShown("4 of 20 findings shown", 4)
}

func links(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil))
	dangling := ask[[]string](p, `Array.from(document.querySelectorAll("a")).map((a) => a.getAttribute("href"))
		.filter((h) => !h.startsWith("#") || !document.getElementById(h.slice(1)))`)
	if len(dangling) > 0 {
		t.Errorf("links lead nowhere or elsewhere: %q", dangling)
	}
	if n := ask[int](p, `document.querySelectorAll(".finding a").length`); n < 20 {
		t.Errorf("%d findings link to their rules", n)
	}
}

func large(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, many(5000), nil))
	p.wantShown("All 5000 findings shown", 5000)
	p.do(chromedp.SendKeys(chromedp.CSS("#filter-text"), "number 4321"))
	p.wantShown("1 of 5000 findings shown", 1)
}
