package testkit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Case is one case of a rule.
type Case struct {
	Rule  string            // the id of the rule that the case is about, from its folder
	Name  string            // the file's name without its ending
	Note  string            // the sentence that says what it shows
	Files map[string]string // the data files by slash-separated path

	path    string
	comment string
	inputs  []entry
	want    string
	fixed   []entry
}

// Silent reports whether the case wants no finding.
func (c *Case) Silent() bool { return strings.HasPrefix(c.Name, "ok-") }

const (
	wantName    = "want"
	fixedPrefix = "want/fixed/"
)

// readCase reads a case from <dir>/<category>/<rule>/<name>.txtar.
func readCase(t testing.TB, path string) *Case {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	c := &Case{
		Rule:  filepath.Base(filepath.Dir(folder)) + "/" + filepath.Base(folder),
		Name:  strings.TrimSuffix(filepath.Base(path), ".txtar"),
		Files: map[string]string{},
		path:  path,
	}
	var entries []entry
	c.comment, entries = parse(string(data))
	c.Note = strings.TrimSpace(c.comment)
	if !strings.HasSuffix(c.Note, ".") {
		t.Errorf("%s: the case does not open with a sentence that says what it shows", path)
	}
	for _, e := range entries {
		name, text, err := e.decoded()
		if err != nil {
			t.Fatalf("%s: reading %s: %v", path, e.name, err)
		}
		switch {
		case name == wantName:
			c.want = text
		case strings.HasPrefix(name, fixedPrefix):
			c.fixed = append(c.fixed, e)
		case c.has(name):
			t.Fatalf("%s: %s stands twice", path, name)
		default:
			c.inputs = append(c.inputs, e)
			c.Files[name] = text
		}
	}
	return c
}

func (c *Case) has(name string) bool {
	_, ok := c.Files[name]
	return ok
}

// with returns the case with some files replaced.
func (c *Case) with(changed map[string]string) *Case {
	next := *c
	next.Files = map[string]string{}
	for name, text := range c.Files {
		next.Files[name] = text
	}
	for name, text := range changed {
		next.Files[name] = text
	}
	return &next
}

// write stores the case with what was found as what is wanted.
func (c *Case) write(t testing.TB, want string, fixed []entry) {
	t.Helper()
	entries := c.inputs
	if want != "" {
		entries = append(entries[:len(entries):len(entries)], encoded(wantName, want))
	}
	entries = append(entries[:len(entries):len(entries)], fixed...)
	if err := os.WriteFile(c.path, []byte(format(c.comment, entries)), 0o644); err != nil {
		t.Fatal(err)
	}
}
