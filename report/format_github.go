package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("github", writeFindingsGitHub)

// What GitHub keeps of one step: ten annotations of each kind, of a message below
// 4,096 UTF-16 units and a title of at most 255. The last notice says what is
// missing.
const (
	githubErrors   = 10
	githubWarnings = 10
	githubNotices  = 9

	githubMessage = 4096
	githubTitle   = 256
	githubPath    = 4096
)

// writeFindingsGitHub writes commands of GitHub Actions that annotate the files of
// a change. Of each severity the first are taken, new ones before those that the
// base has too.
func writeFindingsGitHub(w io.Writer, d *Findings, o Options) error {
	return d.annotations(w, o, "more finding has no annotation", "more findings have no annotation", "cadre check")
}

// annotations writes as many annotations as GitHub keeps. What is left out is
// counted in the words for one and for many, with the command that shows it and the
// summary of the job where that does.
func (d *Findings) annotations(w io.Writer, o Options, one, many, command string) error {
	b := bufio.NewWriter(w)
	room := [finding.Error + 1]int{finding.Error: githubErrors, finding.Warning: githubWarnings, finding.Info: githubNotices}
	if !d.Complete {
		room[finding.Error]--
		githubCommand(b, "error", nil, "The run could not be completed, so there may be more than is shown: the log of this step says why.")
	}
	left := d.Summary.Hidden
	for _, f := range d.annotated() {
		if room[f.severity()] == 0 {
			left++
			continue
		}
		room[f.severity()]--
		d.annotate(b, f)
	}
	if left > 0 {
		rest := command + " shows all."
		if o.Summarised && d.Summary.Hidden == 0 {
			rest = "the full list is in the job summary, or run " + command + "."
		}
		githubCommand(b, "notice", nil, number(left, one, many)+": "+rest)
	}
	return b.Flush()
}

// annotated returns the findings that are judged, the gravest first, and of equal
// severity those that the base does not have.
func (d *Findings) annotated() []*Finding {
	var all []*Finding
	for i := range d.Findings {
		if f := &d.Findings[i]; f.judged() {
			all = append(all, f)
		}
	}
	weight := func(f *Finding) int {
		if f.Status == string(finding.Unchanged) {
			return 2 * int(f.severity())
		}
		return 2*int(f.severity()) + 1
	}
	slices.SortStableFunc(all, func(a, b *Finding) int { return weight(b) - weight(a) })
	return all
}

// annotate writes the command of one finding. A place that is no file of the
// repository stands in the message.
func (d *Findings) annotate(w io.Writer, f *Finding) {
	message := visible(f.Message)
	var properties []string
	switch l := f.Location; {
	case l == nil:
		message = visible(d.Operand) + ": " + message
	case l.Detached:
		message = visible(l.point()) + ": " + message
	default:
		properties = githubPlace(l)
	}
	// The title comes last, where the host cuts white space off.
	title := f.Rule
	if name := f.Subject.name(); name != "" {
		title += ": " + name
	}
	properties = append(properties, "title="+githubProperty(strings.TrimSpace(title), githubTitle))
	githubCommand(w, githubKind(f.severity()), properties, message+f.below())
}

func githubKind(s finding.Severity) string {
	if s == finding.Info {
		return "notice"
	}
	return s.String()
}

// githubPlace returns the properties of a place. GitHub counts the last line and
// column in, and takes columns only of a place in one line.
func githubPlace(l *Location) []string {
	path := l.Path
	if strings.HasPrefix(path, "=") {
		path = "./" + path
	}
	first, last, column := l.Start.Line, max(l.End.Line, l.Start.Line), l.End.Column
	if last > first && column == 1 {
		last-- // the place ends with a line break, not in the next line
	}
	list := []string{"file=" + githubProperty(path, githubPath), "line=" + strconv.Itoa(first), "endLine=" + strconv.Itoa(last)}
	if l.End.Line == l.Start.Line {
		list = append(list, "col="+strconv.Itoa(l.Start.Column), "endColumn="+strconv.Itoa(max(column-1, l.Start.Column)))
	}
	return list
}

// below is what stands below a message: help, suggestions, further places.
func (f *Finding) below() string {
	var b strings.Builder
	add := func(text string) {
		if text != "" {
			b.WriteString("\n" + text)
		}
	}
	add(strings.TrimSpace(f.Help))
	add(f.question())
	for _, r := range f.Related {
		if r.Location != nil {
			add(visible(r.Location.point() + ": " + r.Message))
			continue
		}
		add(visible(r.Message))
	}
	return b.String()
}

func githubCommand(w io.Writer, name string, properties []string, message string) {
	command := name
	if len(properties) > 0 {
		command += " " + strings.Join(properties, ",")
	}
	fmt.Fprintf(w, "::%s::%s\n", command, githubData(message, githubMessage))
}
