package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/cadre-framework/cadre/diff"
)

var _ = document[*Changes]("changes")

// changesFormats is filled by the files of the formats.
var changesFormats = table[Changes]{}

// ChangesFormats returns the names of the formats for changes, sorted.
func ChangesFormats() []string { return changesFormats.names() }

// Formats returns the same as [ChangesFormats].
func (*Changes) Formats() []string { return ChangesFormats() }

// Write writes the changes that the options show.
func (d *Changes) Write(w io.Writer, format string, o Options) error {
	write, err := changesFormats.find(format)
	if err != nil {
		return err
	}
	if err := write(w, d.shown(o), o); err != nil {
		return fmt.Errorf("writing the changes as %s: %w", format, err)
	}
	return nil
}

// shown returns the document without the changes that are too many, their number
// added to those hidden before. The gravest remain, in their order. Accepted
// changes are a record, and that of the version belongs to the bump: they stay.
func (d *Changes) shown(o Options) *Changes {
	if o.MaxFindings <= 0 {
		return d
	}
	var room [diff.Major + 1]int
	for i := range d.Changes {
		if c := &d.Changes[i]; c.counted() {
			room[c.impact()]++
		}
	}
	left := o.MaxFindings
	for i := len(room) - 1; i >= 0; i-- {
		room[i] = min(room[i], left)
		left -= room[i]
	}
	visible := *d
	visible.Changes = slices.DeleteFunc(slices.Clone(d.Changes), func(c Change) bool {
		if !c.counted() {
			return false
		}
		if i := c.impact(); room[i] > 0 {
			room[i]--
			return false
		}
		visible.Summary.Hidden++
		return true
	})
	return &visible
}

// counted reports whether the change takes room where only so many may be shown.
func (c *Change) counted() bool { return c.judged() && !c.isVersion() }

// Worst returns the highest impact among the changes that are not accepted, hidden
// ones included.
func (d *Changes) Worst() diff.Impact {
	switch s := d.Summary; {
	case s.Major > 0:
		return diff.Major
	case s.Minor > 0:
		return diff.Minor
	case s.Patch > 0:
		return diff.Patch
	}
	return diff.None
}
