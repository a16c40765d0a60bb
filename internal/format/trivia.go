package format

import "strings"

// remark is a line without a value: a comment, or a blank line, which has no
// text.
type remark struct {
	text   string
	column int
}

// spaces counts the white space within the line at the start of s.
func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

// columnOf returns the bytes between the start of the line and a place.
func (r *treeReader) columnOf(at int) int {
	return at - 1 - strings.LastIndexByte(r.text[:at], '\n')
}

// skip walks over white space and comments. It returns the comment on the line
// where it began, and the lines behind.
func (r *treeReader) skip() (beside string, own []remark) {
	for fresh := r.at == 0 || r.text[r.at-1] == '\n'; r.at < len(r.text); {
		begin := r.at
		at := begin + spaces(r.text[begin:])
		if at < len(r.text) && r.text[at] != '\n' && r.text[at] != '#' {
			r.at = at
			return beside, own
		}
		line, _, broken := strings.Cut(r.text[at:], "\n")
		r.at = at + len(line)
		comment := strings.TrimRight(line, " \t")
		switch {
		case fresh && comment != "":
			own = append(own, remark{comment, at - begin})
		case fresh && broken:
			own = append(own, remark{})
		case comment != "":
			beside = gap(r.text[begin:at]) + comment
		}
		if broken {
			r.at++
		}
		fresh = true
	}
	return beside, own
}

// gap is the white space before a comment beside a value; a tab becomes a space.
func gap(s string) string {
	if s == "" {
		return " "
	}
	return strings.ReplaceAll(s, "\t", " ")
}

// next walks from a value to what follows it in an open collection, and returns
// the lines that stand above that. Level -1 is the end of the file.
func (r *treeReader) next(level int) []string {
	beside, own := r.skip()
	r.last.after = beside
	lead := r.settle(own, level)
	r.open = r.open[:level+1]
	return lead
}

// settle hands lines behind a value to the collections that they stand in, by
// their columns: the innermost that begins at their column or left of it. From
// the first on that stands in the collection of level, they belong to its next
// entry and are returned.
func (r *treeReader) settle(lines []remark, level int) []string {
	at := len(r.open) - 1
	begin := 0 // of the blank lines before the current one
	for i, line := range lines {
		if line.text == "" {
			continue
		}
		for at > max(level, 0) && (r.open[at].column > line.column || r.open[at-1].column == line.column) {
			at--
		}
		if at == level {
			break
		}
		r.open[at].tail = append(r.open[at].tail, texts(lines[begin:i+1])...)
		begin = i + 1
	}
	return texts(lines[begin:])
}
