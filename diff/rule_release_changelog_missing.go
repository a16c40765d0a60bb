package diff

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

var _ = release(changelogMissing, finding.Rule{
	ID: "release/changelog-missing", Title: "The changelog speaks of the version", Severity: finding.Error, Since: "0.1.0",
	Doc: `CHANGELOG.md, beside the framework file, has no heading with the version that is about to be released, or is not there at all. Lists of changes tell what is different; only people can say why, and what they should do.

Write a section under a heading with the version: ## 1.1.0, or ## [1.1.0] - 2026-03-01. cadre release notes drafts the text. For a pre-release the heading of the release that it leads to is enough, or one that says Unreleased. This rule runs in cadre release check alone.`,
})

// changelogMissing looks for a heading that names the version.
func changelogMissing(p *releasePass) {
	version := versionOf(p.work)
	wanted := []string{version.String(), p.work.Version}
	if isPreRelease(version) {
		wanted = append(wanted, version.Core().String(), "unreleased")
	}
	help := fmt.Sprintf("write a section under the heading ## %s; cadre release notes drafts it", p.work.Version)
	if p.history.Changelog == nil {
		p.reportVersion(fmt.Sprintf("there is no CHANGELOG.md that says what version %s brings", p.work.Version), "write CHANGELOG.md beside the framework file, with "+strings.TrimPrefix(help, "write "))
		return
	}
	var first source.Span
	for at, heading := range headings(p.history.Changelog) {
		if first.IsZero() || strings.HasPrefix(at.Text(), "## ") && !strings.HasPrefix(first.Text(), "## ") {
			first = at
		}
		for _, name := range wanted {
			if strings.EqualFold(heading, name) {
				return
			}
		}
	}
	if first.IsZero() {
		first = p.history.Changelog.Line(1)
	}
	p.reportLine(first, fmt.Sprintf("the changelog has no section of version %s", p.work.Version), help)
}

// headings yields the headings of a Markdown file and what each names. Blocks of
// code have none.
func headings(f *source.File) func(yield func(source.Span, string) bool) {
	return func(yield func(source.Span, string) bool) {
		at, fence := 0, ""
		for line := range strings.Lines(f.Text) {
			span := source.Span{File: f, Start: at, End: at + len(strings.TrimRight(line, "\r\n"))}
			at += len(line)
			switch mark := fenceOf(line); {
			case mark == "":
			case fence == "":
				fence = mark
				continue
			case fence == mark:
				fence = ""
				continue
			}
			title := strings.TrimLeft(line, "#")
			if fence != "" || title == line || !strings.HasPrefix(title, " ") {
				continue
			}
			if words := strings.Fields(title); len(words) > 0 && !yield(span, headingName(words)) {
				return
			}
		}
	}
}

// fenceOf returns the mark that opens or closes a block of code, or "".
func fenceOf(line string) string {
	for _, mark := range []string{"```", "~~~"} {
		if strings.HasPrefix(strings.TrimLeft(line, " "), mark) {
			return mark
		}
	}
	return ""
}

// headingName returns the word of a heading that may be a version: without the brackets
// and the address of a link, and without the letter before a version.
func headingName(words []string) string {
	word := words[0]
	if len(words) > 1 && (strings.EqualFold(word, "version") || strings.EqualFold(word, "release")) {
		word = words[1]
	}
	word, _, _ = strings.Cut(strings.TrimLeft(word, "["), "]")
	word = strings.TrimRight(word, ",:")
	if rest, ok := strings.CutPrefix(strings.ToLower(word), "v"); ok && isVersion(rest) {
		return rest
	}
	return word
}

func isVersion(s string) bool {
	_, ok := framework.ParseVersion(s)
	return ok
}
