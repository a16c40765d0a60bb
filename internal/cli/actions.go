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

// summarise appends a document that is to be annotated to the summary of the job,
// and reports whether all of it is there. It is a courtesy: what keeps it from being
// written is said and changes no exit code.
func (a *app) summarise(doc report.Document, outputs []output, o report.Options) (whole bool) {
	file := a.getenv("GITHUB_STEP_SUMMARY")
	annotated := slices.ContainsFunc(outputs, func(out output) bool { return out.format == annotations })
	if !a.underActions() || !annotated || file == "" {
		return false
	}
	whole, err := appendSummary(a.path(file), doc, o)
	if err != nil {
		fmt.Fprintln(a.stderr, report.Message(fmt.Sprintf("cadre: warning: the job summary is not written to %s: %v", file, err)))
	}
	return whole && err == nil
}

// appendSummary adds as many rows as there is room for behind what is there, and
// reports whether these are all.
func appendSummary(path string, doc report.Document, o report.Options) (whole bool, err error) {
	size, err := sizeOf(path)
	if err != nil {
		return false, err
	}
	var before string
	if size > 0 {
		before = "\n" // the last line there may have no end
	}
	room := summaryBytes - size - len(before)
	if room < report.MinBytes {
		return false, fmt.Errorf("no room is left, because a step has %d bytes and %d are there", summaryBytes, size)
	}
	o.Color, o.MaxBytes = false, 0
	var b bytes.Buffer
	if err := doc.Write(&b, jobSummary, o); err != nil {
		return false, err
	}
	whole = b.Len() < room
	if !whole {
		b.Reset()
		o.MaxBytes = room
		if err := doc.Write(&b, jobSummary, o); err != nil {
			return false, err
		}
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return false, cause(err)
	}
	_, err = f.Write(append([]byte(before), b.Bytes()...))
	return whole, errors.Join(cause(err), cause(f.Close()))
}

// sizeOf returns the size of a summary so far, which is none where no file is yet.
func sizeOf(path string) (int, error) {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return 0, nil
	case err != nil:
		return 0, cause(err)
	case !info.Mode().IsRegular():
		return 0, errors.New("it is not a plain file")
	default:
		return int(min(info.Size(), summaryBytes)), nil
	}
}
