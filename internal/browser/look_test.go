package browser

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// faint lists the texts of a page that stand out too little from their ground.
//
//go:embed testdata/faint.js
var faint string

// scheme makes the page believe that its reader prefers light or dark.
func scheme(name string) step {
	return send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: "screen", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

var (
	paper      = send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	scriptless = send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
)

// window makes the page as wide as so many pixels.
func window(width int64) step {
	size := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1}
	return send(emulation.SetDeviceMetricsOverride, size)
}

// media are the ways in which a page is looked at.
var media = []struct {
	name string
	set  step
}{{"light", scheme("light")}, {"dark", scheme("dark")}, {"print", paper}}

// unfold opens what is folded, so that all of a page is looked at.
const unfold = `document.querySelectorAll("details").forEach((d) => { d.open = true })`

func contrast(t *testing.T, browser context.Context, v *view) {
	for _, m := range media {
		p := open(t, browser, save(t, v.make(t), nil), m.set)
		p.tell(unfold)
		if got := ask[int](p, "("+faint+")().looked"); got < 200 {
			t.Errorf("%s: only %d texts were looked at", m.name, got)
		}
		for _, text := range ask[[]string](p, "("+faint+")().faint") {
			t.Errorf("%s: %s", m.name, text)
		}
	}
	p := open(t, browser, save(t, v.make(t), nil), scheme("light"))
	p.tell(`document.documentElement.style.setProperty("--soft", "#999999")`)
	if len(ask[[]string](p, "("+faint+")().faint")) == 0 {
		t.Error("grey on white passes, so this looks at the wrong thing")
	}
}

// narrow looks at the page in a window as narrow as those of telephones, or of
// whoever enlarges a page four times: nothing may have to be scrolled sideways.
func narrow(t *testing.T, browser context.Context, v *view) {
	const width = 320
	p := open(t, browser, save(t, v.make(t), nil), window(width))
	p.tell(unfold)
	if wider := ask[int64](p, "document.documentElement.scrollWidth"); wider > width {
		t.Errorf("in a window of %d pixels the page is %d wide", width, wider)
	}
	p.tell(`document.querySelector("h1").style.whiteSpace = "pre"; document.querySelector("h1").textContent = "x".repeat(99)`)
	if wider := ask[int64](p, "document.documentElement.scrollWidth"); wider <= width {
		t.Error("a line that is too long is no wider, so this looks at the wrong thing")
	}
}

// pictures writes what there is to look at into the folder CADRE_SCREENSHOTS.
func pictures(t *testing.T, browser context.Context, v *view) {
	folder := os.Getenv("CADRE_SCREENSHOTS")
	if folder == "" {
		t.Skip("CADRE_SCREENSHOTS names no folder for pictures")
	}
	file := save(t, v.make(t), nil)
	for _, m := range media {
		for name, width := range map[string]int64{"wide": 1280, "narrow": 400} {
			p := open(t, browser, file, m.set, window(width))
			picture, err := chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, v.name+"-"+m.name+"-"+name+".png"), picture, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
