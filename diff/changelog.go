package diff

import (
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// headings yields the headings of a Markdown file and what each names. Blocks of
// code have none.
func headings(f *source.File) func(yield func(source.Span, string) bool) {
	return func(yield func(source.Span, string) bool) {
		at, open := 0, fence{}
		for line := range strings.Lines(f.Text) {
			line, size := strings.TrimRight(line, "\r\n"), len(line)
			span := source.Span{File: f, Start: at, End: at + len(line)}
			at += size
			if open.length > 0 {
				if open.closedBy(line) {
					open = fence{}
				}
				continue
			}
			if open = opened(line); open.length > 0 {
				continue
			}
			title := strings.TrimLeft(line, "#")
			if title == line || !strings.HasPrefix(title, " ") {
				continue
			}
			if words := strings.Fields(title); len(words) > 0 && !yield(span, headingName(words)) {
				return
			}
		}
	}
}

// fence is a run of marks around a block of code, as
// https://spec.commonmark.org/0.31.2/#fenced-code-blocks has it. The zero value is
// none.
type fence struct {
	mark   string
	length int
}

// fenceOf returns the run that a line begins with, and what follows it. Four spaces
// before it make it a text.
func fenceOf(line string) (fence, string) {
	marks := strings.TrimLeft(line, " ")
	if len(line)-len(marks) > 3 {
		return fence{}, ""
	}
	for _, mark := range []string{"`", "~"} {
		rest := strings.TrimLeft(marks, mark)
		if length := len(marks) - len(rest); length >= 3 {
			return fence{mark, length}, rest
		}
	}
	return fence{}, ""
}

// opened returns the fence that a line opens, or none. What stands behind backticks
// holds no other, else they are code within a text.
func opened(line string) fence {
	f, info := fenceOf(line)
	if f.mark == "`" && strings.Contains(info, "`") {
		return fence{}
	}
	return f
}

// closedBy reports whether a line ends the block: with a run at least as long as the
// one that opened it, and nothing else.
func (f fence) closedBy(line string) bool {
	end, rest := fenceOf(line)
	return end.mark == f.mark && end.length >= f.length && strings.Trim(rest, " \t") == ""
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
