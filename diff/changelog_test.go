package diff

import (
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/cadre-framework/cadre/source"
)

// TestFences puts a heading behind every short run of lines that may open or close a
// block of code. A reader of Markdown that others wrote says whether it is one.
func TestFences(t *testing.T) {
	lines := []string{
		"```", "````", "~~~", "~~~~ ", "``` go", "```cadre diff``` comes first.", "~~~ a`b`", "   ```", "    ```", "\t```", "```\t", "`` ` ``", "words", "",
	}
	seen := map[bool]int{}
	judge := func(parts ...string) {
		md := strings.Join(parts, "\n") + "\n## 1.0.1\n"
		got, want := false, judgedHeading(md, "1.0.1")
		for _, name := range headings(&source.File{Text: md}) {
			got = got || name == "1.0.1"
		}
		if seen[want]++; got != want {
			t.Errorf("a heading: %v, want %v:\n%s", got, want, md)
		}
	}
	for _, a := range lines {
		judge(a)
		for _, b := range lines {
			judge(a, b)
			for _, c := range lines {
				judge(a, b, c)
			}
		}
	}
	if seen[true] < 500 || seen[false] < 500 {
		t.Errorf("too much alike: %v", seen)
	}
}

// judgedHeading reports whether goldmark finds a heading.
func judgedHeading(md, name string) bool {
	bytes := []byte(md)
	root := goldmark.DefaultParser().Parse(text.NewReader(bytes))
	var names []string
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Lines().Len() > 0 {
			line := h.Lines().At(0)
			names = append(names, string(line.Value(bytes)))
		}
	}
	return slices.Contains(names, name)
}
