package report

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parsePage reads a page as browsers do.
func parsePage(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements are those that pages have, with the attributes that they may carry and
// what these may hold. Nothing else may be there, whatever the data says.
var elements = map[string]map[string]string{
	"a":       {"class": "skip", "href": `#(main|rule-\d+|kind-\d+|group-\d+|notes|kinds)`},
	"article": {"class": "finding( small)?|rule|group one", "data-values": `[\d ]+`, "id": `(rule|kind)-\d+`, "tabindex": "-1"},
	"b":       {}, "bdi": {"class": "entity|place|name", "lang": ""}, "body": {}, "br": {}, "button": {"type": "button", "id": "filter-none"},
	"caption": {"class": "unseen"}, "code": {}, "dd": {}, "del": {"class": "name"}, "details": {"class": "reach"},
	"div": {"class": "verdict (good|info|warning|error|part)|notes|fix|scroll|reach", "role": "group", "tabindex": "0", "aria-label": "What[a-zA-Z, ]+|Whom[a-zA-Z; ]+"},
	"dl":  {"class": "edit|editions|legend"}, "dt": {}, "fieldset": {"class": "choice", "data-filter": `\d`}, "footer": {}, "h1": {},
	"h2": {"id": "summary|list|aside|rules|contents|notes|kinds", "tabindex": "-1"}, "h3": {}, "h4": {}, "head": {}, "header": {}, "html": {"lang": "en-GB"}, "i": {}, "ins": {"class": "name"},
	"input": {"type": "search|checkbox", "id": `filter-(text|\d)`, "autocomplete": "off", "spellcheck": "false", "value": `\d+`, "checked": "", "data-names": "", "aria-describedby": `hint-\d`},
	"label": {"for": `filter-(text|\d)`}, "legend": {}, "li": {"id": `rule-\d+`, "class": "change", "data-values": `[\d, ]+`, "data-count": `\d+`}, "main": {"id": "main", "tabindex": "-1"}, "mark": {},
	"meta":   {"charset": "utf-8", "http-equiv": "Content-Security-Policy", "name": "viewport|color-scheme", "content": `default-src 'none'; .*|width=device-width, initial-scale=1|light dark`},
	"nav":    {"aria-labelledby": "contents"},
	"option": {"value": `\d*`}, "p": {"class": "words|numbers|more|about|place|help|help lines|lines|meaning|choice( wide)?|headline|changed( value)?|agreement", "id": "shown|none", "role": "status", "data-one": "finding|change", "data-many": "findings|changes", "hidden": ""},
	"pre": {"class": "frame", "lang": ""}, "script": {}, "search": {"id": "filters", "aria-label": "Filters", "hidden": ""},
	"section": {"class": "group( entities)?", "id": `group-\d+`, "tabindex": "-1", "aria-labelledby": `summary|list|aside|rules|notes|kinds|heading-\d+`}, "select": {"id": `filter-\d`, "data-filter": `\d`},
	"span":  {"class": "severity (error|warning|info)|impact (major|minor|patch|none)|status( introduced| unchanged)?|count|meaning|row|row marked|row gap|n|unseen|name", "id": `(heading|hint)-\d+`, "hidden": ""},
	"style": {}, "summary": {}, "table": {"class": "summary( grid)?"}, "tbody": {}, "td": {"class": "number|meaning"}, "th": {"scope": "col|row", "class": "number"}, "thead": {"class": "unseen"}, "title": {}, "tr": {},
	"ul": {"class": "related|silent|contents|changes|pairs"},
}

// allowed holds the patterns of elements.
var allowed = func() map[string]map[string]*regexp.Regexp {
	out := map[string]map[string]*regexp.Regexp{}
	for element, attributes := range elements {
		out[element] = map[string]*regexp.Regexp{}
		for name, pattern := range attributes {
			out[element][name] = regexp.MustCompile("^(" + pattern + ")$")
		}
	}
	return out
}()

// assets are the style and the script that a page has.
var assets = map[string]string{"style": htmlAsset("page.css"), "script": htmlAsset("filter.js")}

// strangers lists what a page holds that no template writes.
func strangers(root *html.Node) []string {
	var out []string
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			out = append(out, "comment "+n.Data)
		case html.ElementNode:
			attributes, known := allowed[n.Data]
			if !known || n.Namespace != "" {
				out = append(out, "element "+n.Data)
			}
			for _, a := range n.Attr {
				if pattern := attributes[a.Key]; pattern == nil || !pattern.MatchString(a.Val) {
					out = append(out, "attribute "+n.Data+" "+a.Key+"="+a.Val)
				}
			}
			if want, own := assets[n.Data]; own && textOf(n) != want {
				out = append(out, n.Data+" that is not ours")
			}
		}
	}
	return out
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// find returns the texts of the elements of a name and class below others of a
// name and class: "article.finding h4", "p.about a".
func find(root *html.Node, path string) []string {
	nodes := []*html.Node{root}
	for _, step := range strings.Fields(path) {
		name, class, _ := strings.Cut(step, ".")
		var next []*html.Node
		for _, above := range nodes {
			for n := range above.Descendants() {
				if n.Type == html.ElementNode && n.Data == name && (class == "" || hasClass(n, class)) {
					next = append(next, n)
				}
			}
		}
		nodes = next
	}
	var out []string
	for _, n := range nodes {
		out = append(out, textOf(n))
	}
	return out
}

func hasClass(n *html.Node, class string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), class)
	})
}

// checkPage fails when a page of hostileFindings has strangers in it, or does not
// say what the data says.
func checkPage(t testing.TB, d *Findings, page string) {
	t.Helper()
	root := parsePage(t, page)
	for _, stranger := range strangers(root) {
		t.Errorf("the page has the %q", stranger)
	}
	f, rule := &d.Findings[0], &d.Rules[0]
	line := func(s string) string { return visible(s) }
	for path, want := range map[string]string{
		"title":                                      line("Findings – " + d.Operand),
		"h1 bdi":                                     line("Findings – " + d.Operand),
		"footer bdi":                                 line("cadre " + d.Tool.Version),
		"section.group h3 bdi":                       line(f.Location.Path),
		"article.finding h4 bdi":                     line(f.Message),
		"article.finding bdi.entity":                 line(f.Subject.Title),
		"article.finding p.about a":                  line(f.Rule),
		"article.finding p.place bdi":                htmlString(htmlPlace(f.Location)),
		"article.finding p.lines bdi":                Message(strings.ReplaceAll(f.Help, "\r\n", "\n")),
		"article.finding ul.related bdi":             line(f.Related[0].Message),
		"article.finding div.fix bdi":                line(f.Fixes[0].Title),
		"article.finding dl.edit ins":                Message(strings.ReplaceAll(f.Fixes[0].Edits[0].New, "\r\n", "\n")),
		"article.finding pre.frame span.marked code": frameLine(f.Location),
		"article.rule h3":                            line(rule.Title),
		"article.rule p.about code":                  line(rule.ID),
	} {
		got := find(root, path)
		if path == "article.finding p.lines bdi" && f.Help == "" || path == "article.finding bdi.entity" && f.Subject.Title == "" || path == "section.group h3 bdi" && want == "" {
			continue // nothing is written where there is nothing
		}
		if len(got) == 0 || got[0] != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
}

func htmlString(s htmlText) string { return string(s) }

// frameLine is what the first line of a span shows.
func frameLine(l *Location) string {
	for _, line := range l.Lines {
		if line.Number == l.Start.Line {
			return strings.TrimPrefix(rowText(line), " ")
		}
	}
	return ""
}

// What checkPage relies on must itself tell good from bad.
func TestStrangers(t *testing.T) {
	for _, page := range []string{
		`<p onclick="x">`, `<a href="https://example.org">`, `<a href="javascript:x">`, `<script>x</script>`, `<style>x</style>`, `<img>`, `<!-- x -->`,
		`<svg><p></svg>`, `<b style="x">`, `<p class="x">`, `<base href="x">`, `<span class="severity error x">`,
	} {
		if len(strangers(parsePage(t, "<!DOCTYPE html><html lang=en-GB><body>"+page))) == 0 {
			t.Errorf("%s passes", page)
		}
	}
	known := slices.Sorted(maps.Keys(elements))
	if got := strangers(parsePage(t, "<!DOCTYPE html><html lang=en-GB><body><p>x</p>")); len(got) > 0 {
		t.Errorf("a plain page has the strangers %q, known are %q", got, known)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostileHTML {
		f.Add(s)
	}
	f.Add(order)
	f.Fuzz(func(t *testing.T, s string) {
		d := hostileFindings(s, false)
		checkPage(t, d, render(t, d, "html", Options{}))
	})
}
