package browser

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestFindings(t *testing.T) {
	browser := start(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, context.Context)
	}{
		{"nothing is loaded and nothing refused", loadsNothing},
		{"what would load is refused", refuses},
		{"filters by mouse", filtersByMouse},
		{"filters by keyboard", filtersByKeyboard},
		{"all is there without script", withoutScript},
		{"all is there on paper", onPaper},
		{"links lead to rules", links},
		{"assistive technology", accessible},
		{"contrast", contrast},
		{"a narrow window", narrow},
		{"five thousand findings", large},
		{"pictures", pictures},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, browser) })
	}
}

func loadsNothing(t *testing.T, browser context.Context) {
	file := save(t, findings(t), nil)
	p := open(t, browser, file)
	requests, complaints := p.heard()
	if want := []string{address(file)}; !slices.Equal(requests, want) {
		t.Errorf("the page asked for %q, want %q", requests, want)
	}
	if len(complaints) > 0 {
		t.Errorf("the page complained: %q", complaints)
	}
}

// refuses shows that the listening of loadsNothing hears, and that the policy of the
// page holds for what might be smuggled into it.
func refuses(t *testing.T, browser context.Context) {
	for name, smuggled := range map[string]string{
		"script":  `<script>document.title = "owned"</script>`,
		"handler": `<b onclick="document.title = 'owned'" id="bait">x</b>`,
		"style":   `<style>body { display: none }</style>`,
		"inline":  `<b style="position: fixed">x</b>`,
		"image":   `<img src="http://127.0.0.1:1/x.png" alt="x">`,
		"frame":   `<iframe src="data:text/html,x" title="x"></iframe>`,
		"base":    `<base href="http://127.0.0.1:1/">`,
	} {
		file := save(t, findings(t), func(page string) string { return strings.Replace(page, "<footer>", smuggled+"<footer>", 1) })
		p := open(t, browser, file)
		if name == "handler" {
			p.tell(`document.getElementById("bait").click()`)
		}
		title := ask[string](p, "document.title") // what is heard before the answer has arrived by then
		if _, complaints := p.heard(); !strings.Contains(strings.Join(complaints, "\n"), "Content Security Policy") {
			t.Errorf("%s: the policy was silent; heard %q", name, complaints)
		}
		if title == "owned" {
			t.Errorf("%s: the page obeyed", name)
		}
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

func withoutScript(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil), scriptless)
	if got := len(ask[[]string](p, visible)); got != 20 {
		t.Errorf("%d findings can be seen, want 20", got)
	}
	if ask[bool](p, `document.getElementById("filters").getClientRects().length > 0`) {
		t.Error("filters can be seen that do nothing")
	}
}

// onPaper looks at what is folded on a screen.
func onPaper(t *testing.T, browser context.Context) {
	p := open(t, browser, save(t, findings(t), nil), scriptless, paper)
	folded := `Array.from(document.querySelectorAll("details")).every((d) => Array.from(d.children).every((c) => c.checkVisibility({contentVisibilityAuto: true}) && c.getBoundingClientRect().height > 0))`
	if !ask[bool](p, folded) {
		t.Error("something stays folded")
	}
	p.do(scheme("light"))
	if ask[bool](p, folded) {
		t.Error("on a screen nothing is folded, so this looks at the wrong thing")
	}
	if got := len(ask[[]string](p, visible)); got != 20 {
		t.Errorf("%d findings can be seen, want 20", got)
	}
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
