package report

import (
	"io"

	"github.com/cadre-framework/cadre/finding"
)

var _ = findingsFormats.add("rdjson", writeRDJSON)

// rdResult is a result in the Reviewdog Diagnostic Format. Its reader refuses
// fields that it does not know, so that there is nothing beside them.
type rdResult struct {
	Source      rdSource       `json:"source"`
	Severity    string         `json:"severity,omitempty"` // the worst; left out when all is well
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

// rdRange ends just behind its last byte. Columns are bytes of UTF-8, from 1.
type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

var rdSeverities = map[finding.Severity]string{
	finding.Error: "ERROR", finding.Warning: "WARNING", finding.Info: "INFO",
}

// writeRDJSON writes what reviewdog reads as rdjson. A run that stopped is an
// error of its own.
func writeRDJSON(w io.Writer, d *Findings, _ Options) error {
	out := rdResult{
		Source:      rdSource{d.Tool.Name, homepage},
		Severity:    rdSeverities[d.Worst()],
		Diagnostics: []rdDiagnostic{},
	}
	if !d.Complete {
		out.Severity = rdSeverities[finding.Error]
		out.Diagnostics = append(out.Diagnostics, rdDiagnostic{
			Message: stoppedText, Location: rdPlace(d.start()), Severity: out.Severity, Code: rdCode{Value: stoppedRule},
		})
	}
	for i := range d.Findings {
		if f := &d.Findings[i]; f.judged() {
			out.Diagnostics = append(out.Diagnostics, d.rdDiagnostic(f))
		}
	}
	return writeJSON(w, out)
}

func (d *Findings) rdDiagnostic(f *Finding) rdDiagnostic {
	out := rdDiagnostic{
		Message:  f.advice(),
		Location: rdPlace(d.where(f)),
		Severity: rdSeverities[f.severity()],
		Code:     rdCode{f.Rule, rulePage(f.Rule)},
	}
	for _, fix := range f.Fixes {
		if s, ok := rdRepair(f, fix); ok {
			out.Suggestions = append(out.Suggestions, s)
		}
	}
	for _, r := range f.Related {
		if r.Location != nil {
			out.Related = append(out.Related, rdRelated{r.Message, rdPlace(r.Location)})
		}
	}
	return out
}

// rdRepair returns a fix as a suggestion. Each of these stands for itself and is
// about the file of the diagnostic, so that a fix of several edits, which belong
// together, or of another file is none.
func rdRepair(f *Finding, fix Fix) (rdSuggestion, bool) {
	if len(fix.Edits) != 1 || f.Location == nil || fix.Edits[0].Location.Path != f.Location.Path {
		return rdSuggestion{}, false
	}
	return rdSuggestion{rdSpan(&fix.Edits[0].Location), fix.Edits[0].New}, true
}

// rdPlace leaves out the range of a place that is a whole file.
func rdPlace(l *Location) rdLocation {
	out := rdLocation{Path: l.Path}
	if l.Start.Column > 0 {
		r := rdSpan(l)
		out.Range = &r
	}
	return out
}

func rdSpan(l *Location) rdRange {
	return rdRange{rdPosition{l.Start.Line, l.Start.Byte}, rdPosition{l.End.Line, l.End.Byte}}
}
