package report

import (
	"regexp"
	"strings"

	"github.com/cadre-framework/cadre/diff"
)

// The marks around words that were deleted or added. Colour comes on top of them.
const (
	red   = "31"
	green = "32"
)

var wordMarks = map[string]struct{ open, close, colour string }{
	string(diff.Deleted): {"[-", "-]", red},
	string(diff.Added):   {"{+", "+}", green},
}

// compared shows the two values of a change.
func (p *changesPrinter) compared(c *Change) {
	pair, words := c.comparison()
	if pair != "" {
		p.wrapped(pair)
		return
	}
	if !p.options.Verbose {
		words = essence(words)
	}
	if len(words) > 0 {
		p.inline(bounded(words))
	}
}

// longestValue bounds, in code points, a value that is shown beside another one.
// What is longer says little as a whole.
const longestValue = 80

// toldInLabels finds the messages that name both values as people call them, such
// as the labels of a scale, of which the data holds but the numbers.
var toldInLabels = regexp.MustCompile(`\b(changed|raised|lowered|widened) from .+ to .`)

// comparison returns the two values of a change, unless the message or the heading
// has told them: the words of a text or of a value that came or went, else a pair
// of values as prose.
func (c *Change) comparison() (pair string, words []token) {
	old, new := plainValue(c.Old), plainValue(c.New)
	told := old+new != "" && strings.Contains(c.Message, old) && strings.Contains(c.Message, new)
	switch {
	case told || c.Field == "":
		return "", nil
	case len(c.Words) > 0:
		return "", tokens(c.Words)
	case old == "":
		return "", tokens([]Word{{string(diff.Added), new}})
	case new == "":
		return "", tokens([]Word{{string(diff.Deleted), old}})
	case toldInLabels.MatchString(c.Message):
		return "", nil
	case shorten(old, longestValue) == old && shorten(new, longestValue) == new:
		return "“" + old + "” → “" + new + "”", nil
	}
	return "", nil
}

// plainValue is a value with its white space made even, or "" where there is none.
func plainValue(s *ChangeSide) string {
	if s == nil {
		return ""
	}
	return strings.Join(strings.Fields(s.Value), " ")
}

// inline writes words with their marks, in lines that are easy to read.
func (p *changesPrinter) inline(all []token) {
	l := &wordLine{printer: p}
	for i := range all {
		shown, colour := all[i].marked()
		l.add(shown, colour, all[i].spaced)
	}
	l.end()
}

// wordLine is a line that is being filled. What has one colour is painted at once.
type wordLine struct {
	printer *changesPrinter
	begun   bool
	tail    string // how it ends so far, without colour
	column  int
	part    string // its end, which has one colour and is not written yet
	colour  string
}

const wordWidth = proseWidth - len(detailIndent)

func (l *wordLine) add(shown, colour string, spaced bool) {
	cells := shownWidth(shown)
	if spaced && l.begun && l.column+1+cells > wordWidth {
		l.end()
	}
	switch {
	case !l.begun:
		shown, spaced, l.begun = leading(shown), false, true
		l.printer.WriteString(detailIndent)
	case !spaced && strings.HasSuffix(l.tail, "##") && strings.HasPrefix(shown, "["):
		shown = `\x5b` + shown[1:] // together they would be an order
	}
	if spaced {
		shown = " " + shown
		cells++
	}
	if colour != l.colour {
		l.flush()
		l.colour = colour
	}
	l.part += shown
	l.tail = ending(l.tail + ending(shown))
	l.column += cells
}

// ending returns as much of a text as an order to a build host would begin with.
func ending(s string) string { return s[max(0, len(s)-len("##")):] }

func (l *wordLine) flush() {
	l.printer.WriteString(l.printer.paint(l.colour, l.part))
	l.part = ""
}

func (l *wordLine) end() {
	l.flush()
	l.printer.WriteString("\n")
	l.begun, l.tail, l.column, l.colour = false, "", 0, ""
}

// marked returns a word with the marks that begin or end its stretch, safe to
// show, and its colour.
func (t *token) marked() (shown, colour string) {
	return visible(t.bare()), wordMarks[t.op].colour
}

// bare returns a word with its marks as it is.
func (t *token) bare() string {
	marks, bare := wordMarks[t.op], t.text
	if t.first {
		bare = marks.open + bare
	}
	if t.last {
		bare += marks.close
	}
	return bare
}
