package browser

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/report"
)

// view is a report of one kind, and how its items are found in the page.
type view struct {
	name   string
	items  string // selects what the filters choose from
	listed int    // how many items there are
	make   func(*testing.T) report.Document
}

// seen counts the items that can be seen.
func (v *view) seen(p *tab) int {
	return ask[int](p, "Array.from(document.querySelectorAll(\""+v.items+"\")).filter((e) => e.getClientRects().length).length")
}

// everyView holds a report to what every report promises.
func everyView(t *testing.T, browser context.Context, v *view) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, context.Context, *view)
	}{
		{"nothing is loaded and nothing refused", loadsNothing},
		{"what would load is refused", refuses},
		{"all is there without script", withoutScript},
		{"all is there on paper", onPaper},
		{"contrast", contrast},
		{"a narrow window", narrow},
		{"pictures", pictures},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, browser, v) })
	}
}

func loadsNothing(t *testing.T, browser context.Context, v *view) {
	file := save(t, v.make(t), nil)
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
func refuses(t *testing.T, browser context.Context, v *view) {
	for name, smuggled := range map[string]string{
		"script":  `<script>document.title = "owned"</script>`,
		"handler": `<b onclick="document.title = 'owned'" id="bait">x</b>`,
		"style":   `<style>body { display: none }</style>`,
		"inline":  `<b style="position: fixed">x</b>`,
		"image":   `<img src="http://127.0.0.1:1/x.png" alt="x">`,
		"frame":   `<iframe src="data:text/html,x" title="x"></iframe>`,
		"base":    `<base href="http://127.0.0.1:1/">`,
	} {
		file := save(t, v.make(t), func(page string) string { return strings.Replace(page, "<footer>", smuggled+"<footer>", 1) })
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

func withoutScript(t *testing.T, browser context.Context, v *view) {
	p := open(t, browser, save(t, v.make(t), nil), scriptless)
	if got := v.seen(p); got != v.listed {
		t.Errorf("%d items can be seen, want %d", got, v.listed)
	}
	if ask[bool](p, `document.getElementById("filters").getClientRects().length > 0`) {
		t.Error("filters can be seen that do nothing")
	}
}

// onPaper looks at what is folded on a screen.
func onPaper(t *testing.T, browser context.Context, v *view) {
	p := open(t, browser, save(t, v.make(t), nil), scriptless, paper)
	folded := `Array.from(document.querySelectorAll("details")).every((d) => Array.from(d.children).every((c) => c.checkVisibility({contentVisibilityAuto: true}) && c.getBoundingClientRect().height > 0))`
	if !ask[bool](p, folded) {
		t.Error("something stays folded")
	}
	p.do(scheme("light"))
	if ask[bool](p, folded) {
		t.Error("on a screen nothing is folded, so this looks at the wrong thing")
	}
	if got := v.seen(p); got != v.listed {
		t.Errorf("%d items can be seen, want %d", got, v.listed)
	}
}
