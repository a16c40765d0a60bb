package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cadre-framework/cadre/source"
)

// frames are the texts whose code frames testdata/frames.txtar holds; the span
// stands between « and ».
var frames = []struct{ name, text string }{
	{"a value", "id: clinical-coder\ncompetencies:\n  - { ref: «critically-apraise-evidence», need: core }\nnotes: none\n"},
	{"the first line", "«id»: clinical-coder\ntitle: Clinical Coder\n"},
	{"the last line", "id: clinical-coder\ntitle: «Clinical Coder»\n"},
	{"the last line without a break", "id: clinical-coder\ntitle: «Clinical Coder»"},
	{"behind the last line", "id: clinical-coder\n«»"},
	{"the end without a break", "id: clinical-coder«»"},
	{"a number of more digits", strings.Repeat("\n", 8) + "«title»: Coder\nlevel: 4\n"},
	{"tabs before and inside", "\t\t\"title\":\t«\"Clinical\tCoder\"»,\t\"level\": 4\n"},
	{"nothing but tabs", "title:«\t\t»Coder\n"},
	{"wide characters", "title: 臨床 «情報» 管理\n"},
	{"combining marks", "title: Cafe\u0301 «re\u0301sume\u0301» end\n"},
	{"nothing but a combining mark", "title: Cafe«\u0301»\n"},
	{"carriage returns", "id: a\r\ntitle: «Coder»\r\nlevel: 4\r\n"},
	{"a carriage return itself", "title: Coder«\r»\nlevel: 4\n"},
	{"a line break itself", "title: Coder«\n»level: 4\n"},
	{"two lines", "title: «Clinical\n  Coder»\nlevel: 4\n"},
	{"many lines", "id: a\ndescriptors: «one\n  two\n  three\n  four»\nlevel: 4\nnotes: none\n"},
	{"many lines with the last break", "descriptors: «|\n  one\n  two\n»level: 4\n"},
	{"an empty line around", "id: a\n\ntitle: «Coder»\n\nlevel: 4\n"},
	{"trailing space", "title: Coder«   »\n"},
	{"an empty span", "title: «»\nlevel: 4\n"},
	{"a byte order mark", "\ufeff«id»: a\n"},
	{"the byte order mark itself", "«\ufeff»id: a\n"},
	{"controls and hidden characters", "title: \x1b[31m\u202eCoder\u202c\u200b «x\x00y» \u2028 end\n"},
	{"bytes that are no UTF-8", "title: Caf\xe9 «Co\xffder» end\n"},
	{"orders to a build host", "title: «##[error]gone» ::error::gone\n"},
	{"a long line, the span at its beginning", "«title»: " + strings.Repeat("word ", 80) + "\n"},
	{"a long line, the span inside", "title: " + strings.Repeat("word ", 80) + "«here» " + strings.Repeat("word ", 80) + "\nlevel: 4\n"},
	{"a long line, the span at its end", "title: " + strings.Repeat("word ", 80) + "«here»\n"},
	{"a long line, the span near its end", "title: " + strings.Repeat("word ", 80) + "«here» and a few words\n"},
	{"a long line, the span in its break", "title: " + strings.Repeat("word ", 80) + "\r«\n»level: 4\n"},
	{"a long span", "title: " + strings.Repeat("word ", 30) + "«" + strings.Repeat("long ", 100) + "» end\n"},
	{"long lines around", strings.Repeat("above ", 50) + "\ntitle: «Coder»\n" + strings.Repeat("below ", 50) + "\n"},
	{"long lines of a long span", "title: «" + strings.Repeat("first ", 50) + "\n" + strings.Repeat("last ", 50) + "» " + strings.Repeat("word ", 50) + "\n"},
	{"a long line of wide characters", "title: " + strings.Repeat("臨床", 120) + "«情報»" + strings.Repeat("臨床", 120) + "\n"},
}

func TestFrames(t *testing.T) {
	var g goldens
	for _, c := range frames {
		g.add(c.name, drawn(marked("roles/a.yaml", c.text)))
	}
	g.compare(t, "frames.txtar", "Code frames, one for each text in frame_test.go.")
}

func drawn(s source.Span) string {
	var b strings.Builder
	frame(&b, located(s))
	return b.String()
}

func located(s source.Span) *Location {
	l := mapper{}.location(s)
	l.Lines = excerpt(s, l.Start, l.End)
	return l
}

// An empty file has nothing to draw.
func TestFrameOfNothing(t *testing.T) {
	if got := drawn((&source.File{Path: "a.yaml"}).All()); got != "" {
		t.Errorf("got %q, want no frame", got)
	}
}

// The part of a line that is kept holds the span, as much of it as fits, says
// truly where it begins and is never longer than allowed.
func TestCutKeepsTheSpan(t *testing.T) {
	for _, c := range frames {
		s := marked("roles/a.yaml", c.text)
		l := located(s)
		for _, line := range l.Lines {
			if n := utf8.RuneCountInString(line.Text); n > longestLine {
				t.Errorf("%s: line %d has %d code points", c.name, line.Number, n)
			}
			whole := []rune(lineText(s.File, line.Number).Text())
			from := max(line.From, 1) - 1
			if rest := string(whole[from:]); !strings.HasPrefix(rest, line.Text) {
				t.Errorf("%s: line %d does not read %q at column %d", c.name, line.Number, line.Text, from+1)
			} else if cut := rest != line.Text; cut != line.Cut {
				t.Errorf("%s: line %d says cut = %t", c.name, line.Number, line.Cut)
			}
			// A line break is at most two columns behind the text.
			if line.Number == l.Start.Line && (l.Start.Column < line.From || l.Start.Column > line.From+longestLine+2) {
				t.Errorf("%s: column %d is not in the part from %d", c.name, l.Start.Column, line.From)
			}
		}
	}
}

// What a hostile saved report may hold must not hang or crash the drawing.
func TestFrameOfNonsense(t *testing.T) {
	const huge = int(^uint(0) >> 1)
	for _, l := range []Location{
		{Start: Position{Line: 1, Column: huge}, End: Position{Line: 1, Column: 1}, Lines: []Line{{Number: 1, Text: "abc"}}},
		{Start: Position{Line: 1, Column: 2}, End: Position{Line: 1, Column: huge}, Lines: []Line{{Number: 1, From: huge, Text: "abc", Cut: true}}},
		{Start: Position{Line: huge, Column: -5}, End: Position{Line: -1, Column: -9}, Lines: []Line{{Number: huge, Text: "abc"}, {Number: -7}}},
	} {
		var b strings.Builder
		frame(&b, &l)
		if lines := strings.Count(b.String(), "\n"); lines < 2 || b.Len() > 1000 {
			t.Errorf("drew %d lines of %d bytes:\n%s", lines, b.Len(), b.String())
		}
	}
}
