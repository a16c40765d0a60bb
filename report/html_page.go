package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"
)

// htmlFiles are the templates, the style and the script of the HTML reports.
//
//go:embed html
var htmlFiles embed.FS

// htmlPage is what every HTML report shows around its own view: a header with the
// verdict, and a footer.
type htmlPage struct {
	Title   htmlText
	Skip    htmlText // where the first link of the page leads: "the findings"
	Verdict htmlVerdict
	Tool    htmlText
	View    any // what the view's own template, "body", shows
}

// htmlVerdict says in words and in numbers what a report comes to.
type htmlVerdict struct {
	Tone    tone
	Words   htmlText
	Numbers htmlText
	More    []htmlText // what must be known before the verdict is believed
	Notes   []htmlText // what was not judged
}

// tone is the class that colours a verdict; it never says what words do not.
type tone string

const (
	toneGood    tone = "good"
	toneInfo    tone = "info"
	toneWarning tone = "warning"
	toneError   tone = "error"
	tonePart    tone = "part" // the run stopped early
)

// htmlView is the template of a kind of report: the page, with the body from
// html/<name>.tmpl. It is made when a report of the kind is first written.
type htmlView func() *template.Template

// newHTMLView names a view. The files are our own, so that a fault in one is a
// fault of the program, which every test of the view sees.
func newHTMLView(name string) htmlView {
	return sync.OnceValue(func() *template.Template {
		style, script := htmlAsset("page.css"), htmlAsset("filter.js")
		policy := htmlPolicy(style, script)
		functions := template.FuncMap{
			"style":  func() template.CSS { return template.CSS(style) },
			"script": func() template.JS { return template.JS(script) },
			"policy": func() string { return policy },
		}
		t := template.New("page.tmpl").Funcs(functions)
		return template.Must(t.ParseFS(htmlFiles, "html/page.tmpl", "html/filters.tmpl", "html/documentation.tmpl", "html/"+name+".tmpl"))
	})
}

// write writes a page.
func (v htmlView) write(w io.Writer, p *htmlPage) error {
	b := bufio.NewWriter(w)
	if err := v().Execute(b, p); err != nil {
		return err
	}
	return b.Flush()
}

func htmlAsset(name string) string {
	data, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		panic("report: " + err.Error())
	}
	return string(data)
}

// htmlPolicy is the content security policy of a page: nothing is loaded, nothing
// is sent, and no style and no script is obeyed but these two.
func htmlPolicy(style, script string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"style-src " + htmlHash(style),
		"script-src " + htmlHash(script),
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

func htmlHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
