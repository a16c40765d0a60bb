package report

import (
	"fmt"
	"math"
	"strings"
)

// rows collects a text that may have to end before its limit.
type rows struct {
	strings.Builder
	command string // that shows all
	limit   int    // the text stays below so many bytes; 0 for any number
	kept    int    // bytes after which the text may end and a closing line fits
	written int    // rows up to there
	all     int    // rows, those left out included
}

// newRows refuses a limit that is too small for the beginning of a text. The
// command is the one that shows what a limit leaves out.
func newRows(o Options, command string) (*rows, error) {
	if o.MaxBytes != 0 && o.MaxBytes < MinBytes {
		return nil, fmt.Errorf("%d bytes are too few: give at least %d, or 0 for no limit", o.MaxBytes, MinBytes)
	}
	return &rows{limit: o.MaxBytes, command: command}, nil
}

// row adds a row, and before it the heading that its table needs.
func (r *rows) row(heading, row string) {
	r.all++
	if r.limit > 0 && r.Len() >= r.limit {
		return
	}
	r.WriteString(heading + row)
	r.keep()
}

// keep notes that the text may end here.
func (r *rows) keep() {
	if r.limit == 0 || r.Len()+len(r.closing(math.MaxInt)) < r.limit {
		r.kept, r.written = r.Len(), r.all
	}
}

// closing says that n rows are missing.
func (r *rows) closing(n int) string {
	return fmt.Sprintf("\n%s left out to stay below %d bytes; %s shows all.\n", number(n, "row was", "rows were"), r.limit, r.command)
}

// end returns the text, or as much of it as fits.
func (r *rows) end() string {
	if r.limit == 0 || r.Len() < r.limit {
		return r.String()
	}
	return r.String()[:r.kept] + r.closing(r.all-r.written)
}
