package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("junit", writeJUnit)

// writeJUnit writes one suite for each file with findings, in which every finding
// is a test case: it failed when the finding makes the run fail, else it passes and
// says what was found. The first suite is the run itself: its test case passes when
// the run came to its end, so that a clean report is not an empty one, and is an
// error when it did not.
func writeJUnit(w io.Writer, d *Findings, o Options) error {
	fail := cmp.Or(o.FailOn, finding.Error)
	groups := d.byFile()
	tests, failures, errors := 1, 0, 0
	for _, g := range groups {
		tests += len(g.findings)
		failures += g.failures(fail)
	}
	if !d.Complete {
		errors = 1
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s<testsuites name=\"cadre\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n", xmlHeader, tests, failures, errors)
	seen := uniqueNames{}
	for i, g := range groups {
		d.junitSuite(b, g, i == 0, seen, fail)
	}
	b.WriteString("</testsuites>\n")
	return b.Flush()
}

// junitSuite writes the findings of a file, in the suite of the run behind its
// own test case.
func (d *Findings) junitSuite(b *bufio.Writer, g grouped, run bool, seen uniqueNames, fail finding.Severity) {
	tests, errors := len(g.findings), 0
	if run {
		tests++
		if !d.Complete {
			errors = 1
		}
	}
	fmt.Fprintf(b, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n", g.path, tests, g.failures(fail), errors)
	class := className(g.path)
	if run {
		d.junitRun(b, seen.unique(class+"\n"+"check"))
	}
	for _, f := range g.findings {
		d.junitCase(b, seen.unique(class+"\n"+xmlText(f.Rule+": "+f.Message)), g.path, f, f.severity() >= fail)
	}
	if aside := append(d.aside(), convert(d.Notes, visible)...); run && len(aside) > 0 {
		fmt.Fprintf(b, "    <system-out>%s</system-out>\n", xmlLines(strings.Join(aside, "\n")))
	}
	b.WriteString("  </testsuite>\n")
}

// failures counts the findings that make the run fail.
func (g *grouped) failures(fail finding.Severity) int {
	n := 0
	for _, f := range g.findings {
		if f.severity() >= fail {
			n++
		}
	}
	return n
}

// className returns a path without the extension of data files: what stands
// behind the last dot of a class, readers take for its name.
func className(path string) string {
	for _, extension := range []string{".yaml", ".yml", ".json"} {
		if name, ok := strings.CutSuffix(path, extension); ok {
			return name
		}
	}
	return path
}

// junitHead begins a test case. Its name and that of its class make up what tells
// it from others, with a line feed between them, which neither can hold.
func junitHead(b *bufio.Writer, unique string) {
	class, name, _ := strings.Cut(unique, "\n")
	fmt.Fprintf(b, "    <testcase classname=\"%s\" name=\"%s\"", class, name)
}

func (d *Findings) junitRun(b *bufio.Writer, unique string) {
	junitHead(b, unique)
	if d.Complete {
		b.WriteString("/>\n")
		return
	}
	fmt.Fprintf(b, ">\n      <error type=\"%s\" message=\"%s\"/>\n    </testcase>\n", stoppedRule, stoppedText)
}

func (d *Findings) junitCase(b *bufio.Writer, unique, file string, f *Finding, failed bool) {
	junitHead(b, unique)
	fmt.Fprintf(b, " file=\"%s\">\n      ", file)
	if failed {
		fmt.Fprintf(b, "<failure type=\"%s\" message=\"%s\">%s</failure>", xmlText(f.Severity), xmlText(f.Message), xmlLines(d.details(f)))
	} else {
		fmt.Fprintf(b, "<system-out>%s</system-out>", xmlLines(d.details(f)))
	}
	b.WriteString("\n    </testcase>\n")
}

// details says of a finding what text says, without the lines of the file.
func (d *Findings) details(f *Finding) string {
	spot := func(l *Location, text string) string {
		if l.Start.Column == 0 {
			return visible(l.Path) + ": " + visible(text)
		}
		return fmt.Sprintf("%s:%d:%d: %s", visible(l.Path), l.Start.Line, l.Start.Column, visible(text))
	}
	lines := []string{spot(d.where(f), f.Severity+": "+f.advice()+" ["+f.Rule+"]")}
	if s := f.Subject; s.Title != "" {
		lines = append(lines, visible(s.Kind+": "+s.Title+" ("+s.ID+")"))
	}
	for _, r := range f.Related {
		if r.Location != nil {
			lines = append(lines, spot(r.Location, r.Message))
		}
	}
	return strings.Join(lines, "\n")
}
