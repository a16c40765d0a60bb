package report

import "strings"

// htmlRule is the section of a rule. Its number makes the fragment that findings
// link to.
type htmlRule struct {
	Number              int
	ID, Title, Severity htmlText
	Since               htmlText
	Fixable             bool
	Count               int // of findings on the page
	Doc                 []htmlBlock
}

// htmlBlock is a paragraph of a rule's documentation, or an example in it.
type htmlBlock struct {
	Code  bool
	Parts []htmlPart
}

// htmlPart is a stretch of a paragraph: prose, or what is written as code.
type htmlPart struct {
	Code bool
	Text htmlText
}

func htmlRuleOf(number int, r *Rule) *htmlRule {
	return &htmlRule{
		Number: number, ID: htmlLine(r.ID), Title: htmlLine(r.Title), Severity: htmlLine(r.Severity),
		Since: htmlLine(r.Since), Fixable: r.Fixable, Doc: htmlBlocks(r.Doc),
	}
}

// htmlBlocks divides documentation at its empty lines, and at the fences of
// examples, which keep theirs. Of Markdown's other marks only those of code in a
// line are obeyed; the rest stay as they are written.
func htmlBlocks(doc string) []htmlBlock {
	var blocks []htmlBlock
	var lines []string
	code := false
	end := func() {
		if text := strings.Trim(strings.Join(lines, "\n"), "\n"); strings.TrimSpace(text) != "" {
			blocks = append(blocks, htmlBlock{code, htmlParts(htmlLines(text), !code)})
		}
		lines = nil
	}
	for _, line := range strings.Split(strings.ReplaceAll(doc, "\r\n", "\n"), "\n") {
		fence := strings.HasPrefix(strings.TrimSpace(line), "```")
		switch {
		case fence:
			end()
			code = !code
		case !code && strings.TrimSpace(line) == "":
			end()
		default:
			lines = append(lines, line)
		}
	}
	end()
	return blocks
}

// htmlParts divides a paragraph at its backquotes, if they come in pairs.
func htmlParts(text htmlText, divide bool) []htmlPart {
	parts := strings.Split(string(text), "`")
	if !divide || len(parts)%2 == 0 {
		return []htmlPart{{false, text}}
	}
	var out []htmlPart
	for i, part := range parts {
		if part != "" {
			out = append(out, htmlPart{i%2 == 1, htmlText(part)})
		}
	}
	return out
}
