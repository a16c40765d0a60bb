package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// names are what Chromium is called by its packagers.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// patience is how long one page may take for everything that a test does with it.
const patience = 90 * time.Second

// start starts a browser for a test and its subtests.
func start(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	switch {
	case path != "":
	case os.Getenv("CADRE_BROWSER") == "required":
		t.Fatalf("no browser: none of %v is in PATH, and CADRE_BROWSER=required; install Debian's package chromium", names)
	default:
		t.Skipf("NOT TESTED for want of a browser: none of %v is in PATH; install Debian's package chromium", names)
	}
	options := slices.Concat(chromedp.DefaultExecAllocatorOptions[:], []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(time.Minute),
	})
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	return ctx
}

// tab is one page of the browser, and what it asked for and complained about.
type tab struct {
	*testing.T
	ctx context.Context

	mu         sync.Mutex
	requests   []string
	complaints []string
}

// step is something that is done with a page.
type step = chromedp.Action[chromedp.Void]

// send is the step that sends a command of the protocol.
func send[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, command, params)
		return err
	})
}

// address returns the address of a file, which on Windows begins with a drive.
func address(file string) string { return "file:///" + strings.TrimPrefix(filepath.ToSlash(file), "/") }

// open shows a file in a new tab, after some steps that prepare it.
func open(t *testing.T, browser context.Context, file string, before ...step) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	p := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	p.do(send(network.Enable, network.EnableParams{}), send(log.Enable, cdp.Empty{}))
	p.do(before...)
	p.do(chromedp.Navigate(address(file)), chromedp.WaitReady(chromedp.CSS("footer")))
	return p
}

func (p *tab) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *log.EventEntryAdded:
		p.complaints = append(p.complaints, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		p.complaints = append(p.complaints, fmt.Sprint("console: ", e.Type))
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, e.ExceptionDetails.Text)
	}
}

// heard returns what the page asked for and complained about until now.
func (p *tab) heard() (requests, complaints []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests), slices.Clone(p.complaints)
}

func (p *tab) do(steps ...step) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// tell evaluates an expression for what it does.
func (p *tab) tell(expression string) {
	p.Helper()
	ask[bool](p, expression+"; true")
}

// ask evaluates an expression in the page.
func ask[T any](p *tab, expression string) T {
	p.Helper()
	out, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.Fatal(err)
	}
	return out
}
