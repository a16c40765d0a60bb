package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/cadre-framework/cadre/report"
)

// The formats that GitHub Actions understands: commands in the log, and the page
// of a job.
const (
	annotations = "github"
	jobSummary  = "markdown"
)

// summaryBytes is how large the summary of one step may be, whoever wrote it.
const summaryBytes = 1_000_000

// underActions reports whether the run is a step of GitHub Actions.
func (a *app) underActions() bool { return a.getenv("GITHUB_ACTIONS") == "true" }

// summarise appends a document that was annotated to the summary of the job. It is
// a courtesy: what keeps it from being written is said and changes no exit code.
func (a *app) summarise(doc report.Document, outputs []output, o report.Options) {
	file := a.getenv("GITHUB_STEP_SUMMARY")
	annotated := slices.ContainsFunc(outputs, func(out output) bool { return out.format == annotations })
	if !a.underActions() || !annotated || file == "" {
		return
	}
	if err := appendSummary(a.path(file), doc, o); err != nil {
		fmt.Fprintln(a.stderr, report.Message(fmt.Sprintf("cadre: warning: the job summary is not written to %s: %v", file, err)))
	}
}

// appendSummary adds as many rows as there is room for behind what is there.
func appendSummary(path string, doc report.Document, o report.Options) error {
	size := 0
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return cause(err)
	case !info.Mode().IsRegular():
		return errors.New("it is not a plain file")
	default:
		size = int(min(info.Size(), summaryBytes))
	}
	var b bytes.Buffer
	if size > 0 {
		b.WriteByte('\n') // the last line there may have no end
	}
	o.Color, o.MaxBytes = false, summaryBytes-size-b.Len()
	if o.MaxBytes < report.MinBytes {
		return fmt.Errorf("no room is left, because a step has %d bytes and %d are there", summaryBytes, size)
	}
	if err := doc.Write(&b, jobSummary, o); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return cause(err)
	}
	_, err = f.Write(b.Bytes())
	return errors.Join(cause(err), cause(f.Close()))
}
