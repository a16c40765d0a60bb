package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

const byteOrderMark = "\ufeff"

// File is an immutable text and the slash-separated path that people know it
// by, relative to the operand that was checked.
type File struct {
	Path string
	Text string

	once   sync.Once
	starts []int // offset of every line
	marks  []int // code points before every multiple of markEvery; nil when the text is not UTF-8
}

// markEvery is the distance of marks in bytes. They keep columns cheap in files
// that are one long line.
const markEvery = 4096

// Position is a place for people: Line and Column count from 1, Column in
// Unicode code points; Offset counts bytes from 0. A byte order mark at the top
// of the file takes no column.
type Position struct {
	Line, Column, Offset int
}

// lineStarts returns the offset of the first byte of every line.
func (f *File) lineStarts() []int {
	f.once.Do(func() {
		f.starts = append(f.starts, 0)
		for i := 0; i < len(f.Text); i++ {
			if f.Text[i] == '\n' {
				f.starts = append(f.starts, i+1)
			}
		}
		if utf8.ValidString(f.Text) {
			f.mark()
		}
	})
	return f.starts
}

func (f *File) mark() {
	points := 0
	for i := 0; i <= len(f.Text); i += markEvery {
		f.marks = append(f.marks, points)
		points += countPoints(f.Text[i:min(i+markEvery, len(f.Text))])
	}
}

// countPoints counts the bytes that begin a code point, so that a text may be
// cut anywhere and its parts counted apart.
func countPoints(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// points returns the number of code points before an offset. A text that is not
// UTF-8 has no marks: it has one fault at most, and is counted from its start.
func (f *File) points(offset int) int {
	if f.marks == nil {
		return utf8.RuneCountInString(f.Text[:offset])
	}
	mark := offset / markEvery
	return f.marks[mark] + countPoints(f.Text[mark*markEvery:offset])
}

// Position converts a byte offset; one outside the text is moved to its nearest
// end.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Text))
	starts := f.lineStarts()
	line := sort.SearchInts(starts, offset+1)
	start := starts[line-1]
	if start == 0 && offset >= len(byteOrderMark) && strings.HasPrefix(f.Text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	return Position{line, f.points(offset) - f.points(start) + 1, offset}
}

// Lines returns the number of lines; a text without a line feed has one.
func (f *File) Lines() int { return len(f.lineStarts()) }

// Line returns the span of line n, counted from 1, without its line break. A
// line that does not exist is empty.
func (f *File) Line(n int) Span {
	starts := f.lineStarts()
	if n < 1 || n > len(starts) {
		return Span{f, len(f.Text), len(f.Text)}
	}
	end := len(f.Text)
	if n < len(starts) {
		end = starts[n] - 1
	}
	if end > starts[n-1] && f.Text[end-1] == '\r' {
		end--
	}
	return Span{f, starts[n-1], end}
}

// All returns the span of the whole text.
func (f *File) All() Span { return Span{f, 0, len(f.Text)} }

// Span is a half-open stretch of bytes of a file.
type Span struct {
	File       *File
	Start, End int
}

// IsZero reports whether the span points nowhere.
func (s Span) IsZero() bool { return s.File == nil }

// Text returns the bytes of the span.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Contains reports whether other lies inside s, both of one file.
func (s Span) Contains(other Span) bool {
	return s.File != nil && s.File == other.File && s.Start <= other.Start && other.End <= s.End
}

// Position returns the place of the span's first byte; it is the zero value for
// the zero span.
func (s Span) Position() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.Start)
}

// EndPosition returns the place just behind the span's last byte.
func (s Span) EndPosition() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.End)
}
