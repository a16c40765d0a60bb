package report

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// linkedLater finds what GitHub makes something of in the texts between the marks,
// after Markdown is read: addresses, mentions, issues, commits, emoji, formulas.
var linkedLater = regexp.MustCompile(`(?i)://|www\.|@[a-z0-9]|#[0-9]|gh-[0-9]|[0-9a-f]{7}|:([0-9]*[a-z_+-][a-z0-9_+-]*|100|1234):|\$.*\$`)

// page is what a reader of Markdown sees.
type page struct {
	headings, paragraphs, items, labels []string
	rows                                [][]string // of all tables, their headers included
	deleted, added                      []string   // stretches that are struck out, and those that are strong
	strays                              []string   // what should not be there
}

// readPage reads Markdown by the reader of another project, with the extensions of
// GitHub.
func readPage(md string) *page {
	p := &page{}
	source := []byte(md)
	root := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			p.node(n, source)
		}
		return ast.WalkContinue, nil
	})
	return p
}

func (p *page) node(n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Document, *ast.List, *ast.ListItem, *tables.Table, *tables.TableHeader, *ast.Text:
	case *ast.Heading:
		p.headings = append(p.headings, p.text(n, source))
	case *ast.Paragraph:
		p.paragraphs = append(p.paragraphs, p.text(n, source))
	case *ast.TextBlock:
		p.items = append(p.items, p.text(n, source))
	case *ast.Emphasis:
		if n.Level == 2 {
			p.added = append(p.added, p.text(n, source))
			return
		}
		p.labels = append(p.labels, p.text(n, source))
	case *tables.Strikethrough:
		p.deleted = append(p.deleted, p.text(n, source))
	case *tables.TableRow:
		p.rows = append(p.rows, nil)
	case *tables.TableCell:
		if _, header := n.Parent().(*tables.TableHeader); header {
			p.text(n, source)
			return
		}
		last := len(p.rows) - 1
		p.rows[last] = append(p.rows[last], p.text(n, source))
	case *ast.RawHTML:
		if raw := string(n.Segments.Value(source)); raw != unlink {
			p.strays = append(p.strays, raw)
		}
	case *ast.HTMLBlock:
		if raw := string(n.Lines().Value(source)); raw != findingsMarker && raw != changesMarker {
			p.strays = append(p.strays, raw)
		}
	default:
		p.strays = append(p.strays, n.Kind().String())
	}
}

// text returns what a block shows, references read, and notes what GitHub would
// link in a stretch that no mark interrupts.
func (p *page) text(block ast.Node, source []byte) string {
	var whole, stretch strings.Builder
	end := func() {
		if at := linkedLater.FindString(stretch.String()); at != "" {
			p.strays = append(p.strays, "linked later: "+at)
		}
		whole.WriteString(stretch.String())
		stretch.Reset()
	}
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch t := n.(type) {
		case *ast.Text:
			if entering {
				stretch.WriteString(html.UnescapeString(string(t.Segment.Value(source))))
			}
			if entering && t.SoftLineBreak() {
				stretch.WriteString(" ")
			}
		case *ast.RawHTML, *ast.Emphasis, *tables.Strikethrough:
			end()
		}
		return ast.WalkContinue, nil
	})
	end()
	return whole.String()
}

// The judge of the other tests must itself find what there is to find.
func TestPage(t *testing.T) {
	for _, md := range []string{
		"[a](b)", "![a](b)", "<b>", "<script>\n", "<http://a.b>", "http://a.org", "x www.a.org", "a@b.org", "`a`", "```\na\n```", "> a", "---", "    a",
		"- [ ] a", "[^1]\n\n[^1]: a", "<!-- other -->\n", "a <!-- b --> c", "a &#64;someone", "owner/repo&#35;12", "GH&#45;1", "0123456", ":octocat:", "a&#58;100:5", "$a$",
	} {
		if readPage(md).strays == nil {
			t.Errorf("%q passes", md)
		}
	}
	p := readPage("# h\n\nplain &#64;<!-- -->a *b:* c ~~d~~<!-- -->**e**\n\n- i\n\n| x | y |\n| --- | --- |\n| a &#124; | c |\n")
	if got := fmt.Sprintf("%q", *p); got != `{["h"] ["plain @a b: c de"] ["i"] ["b:"] [["a |" "c"]] ["d"] ["e"] []}` {
		t.Error(got)
	}
}
