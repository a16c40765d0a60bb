package testkit

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// entry is one file of a case.
type entry struct {
	name string // as written, with ".quoted"
	text string // as written, with escapes
}

// parse reads the txtar format: a comment, then files that each begin with a
// line "-- name --". It is read here because the format is six lines of code and
// its module is a large one.
func parse(data string) (comment string, entries []entry) {
	for line := range strings.Lines(data) {
		if name, ok := marker(line); ok {
			entries = append(entries, entry{name: name})
		} else if len(entries) == 0 {
			comment += line
		} else {
			entries[len(entries)-1].text += line
		}
	}
	return comment, entries
}

func marker(line string) (string, bool) {
	name, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- ")
	name, end := strings.CutSuffix(name, " --")
	return strings.TrimSpace(name), ok && end
}

func format(comment string, entries []entry) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, e := range entries {
		b.WriteString("-- " + e.name + " --\n" + e.text)
	}
	return b.String()
}

const quotedSuffix = ".quoted"

// decoded returns the path and the text that an entry stands for.
func (e entry) decoded() (path, text string, err error) {
	path, quoted := strings.CutSuffix(e.name, quotedSuffix)
	if !quoted {
		return path, e.text, nil
	}
	text, err = unquote(e.text)
	return path, text, err
}

// encoded returns the entry for a path and a text, quoted when it must be.
func encoded(path, text string) entry {
	if q := quote(text); q != text {
		return entry{path + quotedSuffix, q}
	}
	return entry{path, text}
}

func unquote(s string) (string, error) {
	var out []byte
	for len(s) > 0 {
		if rest, joined := strings.CutPrefix(s, "\\\n"); joined {
			s = rest
			continue
		}
		if s[0] == '\n' {
			out, s = append(out, '\n'), s[1:]
			continue
		}
		char, multibyte, rest, err := strconv.UnquoteChar(s, 0)
		if err != nil {
			return "", err
		}
		if multibyte {
			out = utf8.AppendRune(out, char)
		} else {
			out = append(out, byte(char))
		}
		s = rest
	}
	return string(out), nil
}

// quote returns a text with escapes, or as it is when a text file can show it.
func quote(s string) string {
	var b strings.Builder
	odd := false
	for i := 0; i < len(s); {
		char, size := utf8.DecodeRuneInString(s[i:])
		raw := s[i : i+size]
		i += size
		switch escaped := strings.Trim(strconv.Quote(raw), `"`); {
		case char == '\n' || char == '"':
			b.WriteString(raw)
		case char == '\\':
			b.WriteString(`\\`)
		default:
			odd = odd || escaped != raw
			b.WriteString(escaped)
		}
	}
	if s != "" && !strings.HasSuffix(s, "\n") {
		odd = true
		b.WriteString("\\\n")
	}
	if !odd {
		return s
	}
	return b.String()
}
