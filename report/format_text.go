package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("text", writeFindingsText)

// writeFindingsText writes for people: a finding with its frame, its subject and
// its help, and at the end what it comes to. Findings that are only listed
// (suppressed, baselined, fixed) appear as numbers.
func writeFindingsText(w io.Writer, d *Findings, o Options) error {
	p := &printer{doc: d, options: o, rules: map[string]*Rule{}}
	for i := range d.Rules {
		p.rules[d.Rules[i].ID] = &d.Rules[i]
	}
	out := bufio.NewWriter(w)
	for i := range d.Findings {
		if f := &d.Findings[i]; f.judged() {
			p.finding(f)
			out.WriteString(p.String())
			p.Reset()
		}
	}
	p.footer()
	out.WriteString(p.String())
	return out.Flush()
}

// printer collects the lines of one finding, or of the footer.
type printer struct {
	strings.Builder
	doc     *Findings
	options Options
	rules   map[string]*Rule
}

const (
	bold  = "1"
	reset = "\x1b[0m"
)

var colours = map[string]string{
	finding.Error.String():   "31", // red
	finding.Warning.String(): "33", // yellow
	finding.Info.String():    "36", // cyan
}

// paint colours text that is safe already.
func (p *printer) paint(code, text string) string {
	if !p.options.Color || code == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + reset
}

func (p *printer) finding(f *Finding) {
	p.headline(f)
	if p.options.Quiet {
		return
	}
	if f.Location != nil {
		frame(&p.Builder, f.Location)
	}
	p.subject(f.Subject)
	p.labelled("   help: ", f.Help)
	p.labelled("   help: ", f.question())
	p.related(f)
	if rule := p.rules[f.Rule]; p.options.Verbose && rule != nil {
		p.labelled("   rule: ", rule.Title+"\n"+rule.Doc)
	}
	p.WriteString("\n")
}

// headline is "path:line:col: severity: message [id]". Without a place the name
// of what was checked stands there; under a base the line says what is new.
func (p *printer) headline(f *Finding) {
	place := leading(p.doc.Operand)
	if f.Location != nil {
		place = p.doc.place(f.Location)
	}
	fmt.Fprintf(p, "%s: %s: %s [%s]", p.paint(bold, place), p.paint(colours[f.Severity], visible(f.Severity)), visible(f.Message), visible(f.Rule))
	switch finding.Status(f.Status) {
	case finding.Introduced, finding.Unchanged:
		p.WriteString(" (" + f.Status + ")")
	}
	p.WriteString("\n")
}

// subject names the entity as people call it; a file is named by the place.
func (p *printer) subject(s Subject) {
	switch {
	case s.Kind == "" || s.Kind == "file":
	case s.Title == "":
		fmt.Fprintf(p, "   %s: %s\n", leading(s.Kind), visible(s.ID))
	default:
		fmt.Fprintf(p, "   %s: %s (%s)\n", leading(s.Kind), visible(s.Title), visible(s.ID))
	}
}

// labelled writes a text behind its label, later lines below the first.
func (p *printer) labelled(label, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	indent := strings.Repeat(" ", len(label))
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			label = indent
		}
		p.WriteString(strings.TrimRight(label+leading(strings.TrimSuffix(line, "\r")), " ") + "\n")
	}
}

// furtherSuggestions are those that the help does not name already.
func (f *Finding) furtherSuggestions() []string {
	var out []string
	for _, s := range f.Suggestions {
		if !strings.Contains(f.Help, s) {
			out = append(out, s)
		}
	}
	return out
}

// question asks for the suggestions that the help does not name already, or is
// empty.
func (f *Finding) question() string {
	var quoted []string
	for _, s := range f.furtherSuggestions() {
		quoted = append(quoted, `"`+visible(s)+`"`)
	}
	if len(quoted) == 0 {
		return ""
	}
	return "did you mean " + strings.Join(quoted, " or ") + "?"
}

func (p *printer) related(f *Finding) {
	for _, r := range f.Related {
		if r.Location == nil {
			fmt.Fprintf(p, "   %s\n", leading(r.Message))
			continue
		}
		fmt.Fprintf(p, "   %s: %s\n", p.doc.place(r.Location), visible(r.Message))
	}
}
