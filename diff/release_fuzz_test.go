package diff

import (
	"strings"
	"testing"

	"github.com/cadre-framework/cadre/source"
)

// FuzzReleaseTexts reads any text as a changelog and as checksums: places stay in
// bounds, in order and on one line.
func FuzzReleaseTexts(f *testing.F) {
	for _, seed := range []string{
		"# Changelog\n\n## [1.0.0](x) - 2026\r\n```\n## 2.0.0\n```\n## v1.0.0",
		strings.Repeat("0", 64) + "  a.json\n# why\n\n" + strings.Repeat("f", 64) + " *b\xff.json",
		"~~~\n```\n~~~\n#\n# \n####### 1", "## [\n## ]\n## v\n## Version\n## release v1.0.0",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Path: "CHANGELOG.md", Text: text}
		end := -1
		inside := func(at source.Span) {
			if at.Start <= end && end >= 0 || at.Start > at.End || at.End > len(text) || strings.Contains(at.Text(), "\n") {
				t.Errorf("the place %d to %d, behind %d, of %q", at.Start, at.End, end, text)
			}
			end = at.End
		}
		for at := range headings(file) {
			if inside(at); !strings.HasPrefix(at.Text(), "#") {
				t.Errorf("%q is no heading", at.Text())
			}
		}
		end = -1
		for _, s := range readSums(file) {
			inside(s.at)
			if s.name != "" && !strings.HasSuffix(at(s), s.name) {
				t.Errorf("%q does not end in %q", at(s), s.name)
			}
		}
	})
}

func at(s sumLine) string { return s.at.Text() }
