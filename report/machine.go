package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
)

// homepage is where the program lives, and the pages of its rules below it.
const homepage = "https://github.com/cadre-framework/cadre"

func rulePage(id string) string { return homepage + "/blob/main/docs/rules/" + uri(id) + ".md" }

// What every format for machines says of a run that had to stop: one of them may
// be all that a build host shows.
const (
	stoppedRule = "run/incomplete"
	stoppedText = "the check could not be completed, so there may be more to find: put right what its error message names and check again"
)

// where returns the place of a finding; one that has none gets the first line of
// what was checked, without a column.
func (d *Findings) where(f *Finding) *Location {
	if f.Location != nil {
		return f.Location
	}
	return d.start()
}

// start is the place of what concerns the run as a whole.
func (d *Findings) start() *Location {
	return &Location{Path: d.whole(), Start: Position{Line: 1}, End: Position{Line: 1}}
}

// whole returns the path of what was checked from the folder that all paths are
// relative to. People call it by its path from the directory of the run, unless
// it lies in no folder; then there is no such directory either.
func (d *Findings) whole() string {
	if d.Directory == "" {
		return d.Operand
	}
	return path.Join(d.Directory, d.Operand)
}

// lastLine returns the last line that a place has a part of.
func (l *Location) lastLine() int {
	if l.End.Line > l.Start.Line && l.End.Column == 1 {
		return l.End.Line - 1
	}
	return max(l.Start.Line, l.End.Line)
}

// advice says in one line what is wrong and what to do. A dash stands between the
// two, because help may be a clause or whole sentences.
func (f *Finding) advice() string {
	text := joinedBy(" – ", f.Message, singleLine(f.Help), f.question())
	for _, r := range f.Related {
		if r.Location == nil {
			text += " (" + r.Message + ")"
		}
	}
	return text
}

func singleLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, strings.TrimSpace(line))
	}
	return joinedBy(" ", lines...)
}

// joinedBy leaves out what is empty.
func joinedBy(separator string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, separator)
}

// grouped are the findings of one file that count. Path is how XML shows it, and
// no other group has the same.
type grouped struct {
	path     string
	findings []*Finding
}

// byFile returns the findings that count by file, in the order in which files
// first appear. The first group is that of what was checked as a whole; it may be
// empty.
func (d *Findings) byFile() []grouped {
	groups := []grouped{{path: xmlText(d.whole())}}
	at := map[string]int{groups[0].path: 0}
	for i := range d.Findings {
		f := &d.Findings[i]
		if !f.judged() {
			continue
		}
		shown := xmlText(d.where(f).Path)
		n, ok := at[shown]
		if !ok {
			n = len(groups)
			at[shown] = n
			groups = append(groups, grouped{path: shown})
		}
		groups[n].findings = append(groups[n].findings, f)
	}
	return groups
}

// uniqueNames counts how often a name was asked for, so that each is given once.
type uniqueNames map[string]int

// unique returns the name itself at first and then with a number behind it.
func (n uniqueNames) unique(name string) string {
	n[name]++
	for count := n[name]; count > 1; count++ {
		if numbered := fmt.Sprintf("%s #%d", name, count); n[numbered] == 0 {
			n[name], n[numbered] = count, 1
			return numbered
		}
	}
	return name
}

// aside says how many findings a report does not list.
func (d *Findings) aside() []string {
	var out []string
	if n := d.Summary.Hidden; n > 0 {
		out = append(out, number(n, "finding", "findings")+" not shown but counted")
	}
	if n := d.Summary.Elsewhere; n > 0 {
		out = append(out, number(n, "finding", "findings")+" outside the part that was asked for")
	}
	return out
}

// fingerprint returns what tells a finding from others; its rule, when nobody
// gave it one.
func (f *Finding) fingerprint() string { return cmp.Or(f.Fingerprint, f.Rule) }

// writeJSON writes a value as the JSON of all formats looks: two spaces of
// indent, line feeds, nothing that a terminal or a build host obeys.
func writeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escapeJSON(b.Bytes()))
	return err
}
