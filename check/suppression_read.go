package check

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/source"
)

// ignoreKey is the field of an entity that suppresses rules for it: rule to
// reason. It is the only way in JSON, which has no comments.
const ignoreKey = "x-cadre-ignore"

// directive returns the part of a comment behind "cadre: ignore", and where in
// the comment it begins.
func directive(comment string) (string, int, bool) {
	rest := strings.TrimLeft(comment, "# \t")
	for _, word := range []string{"cadre:", "ignore"} {
		after, ok := strings.CutPrefix(rest, word)
		if !ok {
			return "", 0, false
		}
		rest = strings.TrimLeft(after, " \t")
		if word == "ignore" && rest == after && rest != "" {
			return "", 0, false // another word that begins so
		}
	}
	return rest, len(comment) - len(rest), true
}

// read adds every suppression of the framework.
func (s *suppressor) read(inputs []input) {
	for _, in := range inputs {
		s.readComments(in.doc)
	}
	for e := range s.framework.Entities() {
		if n := e.Node().Get(ignoreKey); n.Exists() {
			s.readEntity(e, n)
		}
	}
	for _, list := range s.byEntity { // a bundle may hold its kinds in any order
		slices.SortStableFunc(list, func(a, b *suppression) int { return a.whole.Start - b.whole.Start })
	}
}

// readComments adds the suppressions in the comments of a document. A comment
// behind a value covers its line; one on a line of its own covers the next line
// that is not such a comment, so that several may stand above each other.
func (s *suppressor) readComments(doc *source.Document) {
	if !strings.Contains(doc.File.Text, "cadre:") {
		return
	}
	targets := map[int]int{} // by the line of a comment that stands alone
	for _, c := range slices.Backward(doc.Comments) {
		line := c.Position().Line
		if before := doc.File.Text[doc.File.Line(line).Start:c.Start]; strings.TrimLeft(before, " \t\ufeff") == "" {
			targets[line] = line + 1
			if further, ok := targets[line+1]; ok {
				targets[line] = further
			}
		}
	}
	for _, c := range doc.Comments {
		if rest, at, ok := directive(c.Text()); ok {
			line := c.Position().Line
			s.readComment(c, rest, at, []int{line, targets[line]})
		}
	}
}

// readComment reads "RULE[,RULE] -- reason until=VERSION". Line 0, which no text
// has, stands for no second line.
func (s *suppressor) readComment(c source.Span, rest string, at int, lines []int) {
	rules, reason, _ := strings.Cut(rest, "--")
	owner := s.ownerOf(c.File, max(lines[0], lines[1]))
	names := strings.FieldsFunc(rules, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
	if len(names) == 0 {
		s.report(suppressionUnknown, c, owner, "this suppression names no rule", "write the rule, such as # cadre: ignore reference/unknown -- agreed to add in 1.2")
		return
	}
	void := s.judge(readExcuse(reason), c, owner, "# cadre: ignore "+strings.Join(names, ",")+" -- agreed to add in 1.2", names...)
	from := 0
	for _, name := range names {
		from += strings.Index(rules[from:], name)
		span := source.Span{File: c.File, Start: c.Start + at + from, End: c.Start + at + from + len(name)}
		from += len(name)
		r := s.known(name, span, owner)
		if r == nil {
			continue
		}
		each := &suppression{rule: r, span: span, owner: owner, void: void}
		s.all = append(s.all, each)
		if s.byLine[c.File] == nil {
			s.byLine[c.File] = map[int][]*suppression{}
		}
		for _, line := range lines {
			if line > 0 {
				s.byLine[c.File][line] = append(s.byLine[c.File][line], each)
			}
		}
	}
}

// readEntity adds the suppressions that stand in an entity.
func (s *suppressor) readEntity(e *framework.Entity, n source.Node) {
	const example = `"x-cadre-ignore": { "reference/unknown": "agreed to add in 1.2" }`
	if n.Kind() != source.Object {
		s.report(suppressionReason, n.Span(), e, "x-cadre-ignore gives no reasons: it must hold a reason for each rule", "write "+example, ignoreKey)
		return
	}
	for reason := range n.Children() {
		r := s.known(reason.Key(), reason.KeySpan(), e)
		if r == nil {
			continue
		}
		each := &suppression{rule: r, span: reason.KeySpan(), whole: e.Node().Span(), owner: e}
		each.void = s.judge(readExcuse(reason.Str()), reason.Span(), e, example, r.ID)
		s.all = append(s.all, each)
		s.byEntity[e.File()] = append(s.byEntity[e.File()], each)
	}
}

// ownerOf returns the entity to which a line belongs, or nil.
func (s *suppressor) ownerOf(f *source.File, line int) *framework.Entity {
	if s.entities == nil {
		s.entities = map[*source.File][]*framework.Entity{}
		for e := range s.framework.Entities() {
			s.entities[e.File()] = append(s.entities[e.File()], e)
		}
		for _, list := range s.entities {
			slices.SortStableFunc(list, func(a, b *framework.Entity) int { return a.Node().Span().Start - b.Node().Span().Start })
		}
	}
	list := s.entities[f]
	if len(list) == 1 && alone(list[0]) {
		return list[0]
	}
	span := f.Line(line)
	i := lastBefore(len(list), span.End, func(i int) int { return list[i].Node().Span().Start })
	if i == 0 || list[i-1].Node().Span().End < span.Start {
		return nil
	}
	return list[i-1]
}

// alone reports whether everything in the file of an entity is about it.
func alone(e *framework.Entity) bool { return !e.Node().Parent().Exists() }

// lastBefore returns how many of n places, in reading order, do not lie behind an
// offset.
func lastBefore(n, offset int, start func(i int) int) int {
	return sort.Search(n, func(i int) bool { return start(i) > offset })
}

// quoted writes a text from a file on one line, in quotes, and cut to a bearable
// length.
func quoted(s string) string {
	const longest = 80
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "…"
	}
	return strconv.Quote(s)
}
