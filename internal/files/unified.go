package files

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/internal/text"
)

// Unified returns the difference of two texts in the form that patch reads, with
// three lines around each change, or "" when they are equal. It is a patience
// diff: lines that stand once in both texts and in the same order hold the two
// together, which keeps fields whole and takes a time that hardly grows faster
// than the texts.
func Unified(path, old, next string) string {
	if old == next {
		return ""
	}
	d := &differ{a: splitLines(old), b: splitLines(next)}
	d.changes = text.Patience(d.a, d.b)
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", path, path)
	for _, hunk := range d.hunks() {
		d.write(&b, hunk)
	}
	return b.String()
}

func splitLines(s string) []string { return slices.Collect(strings.Lines(s)) }

// differ writes what two texts differ in.
type differ struct {
	a, b    []string
	changes []text.Stretch
}

// around is how many lines are shown before and behind a change.
const around = 3

// hunks gathers the changes that stand too close to be shown apart.
func (d *differ) hunks() [][]text.Stretch {
	var hunks [][]text.Stretch
	for _, c := range d.changes {
		if n := len(hunks); n > 0 && c.A-hunks[n-1][len(hunks[n-1])-1].AEnd <= 2*around {
			hunks[n-1] = append(hunks[n-1], c)
		} else {
			hunks = append(hunks, []text.Stretch{c})
		}
	}
	return hunks
}

func (d *differ) write(w *strings.Builder, hunk []text.Stretch) {
	first, last := hunk[0], hunk[len(hunk)-1]
	before := min(around, first.A)
	behind := min(around, len(d.a)-last.AEnd)
	fmt.Fprintf(w, "@@ -%s +%s @@\n", extent(first.A-before, last.AEnd+behind), extent(first.B-before, last.BEnd+behind))
	at := first.A - before
	for _, c := range hunk {
		prefixed(w, " ", d.a[at:c.A])
		prefixed(w, "-", d.a[c.A:c.AEnd])
		prefixed(w, "+", d.b[c.B:c.BEnd])
		at = c.AEnd
	}
	prefixed(w, " ", d.a[at:at+behind])
}

// extent is a stretch of lines as the format counts them: an empty one stands
// behind the line before it.
func extent(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func prefixed(w *strings.Builder, sign string, lines []string) {
	for _, line := range lines {
		w.WriteString(sign + line)
		if !strings.HasSuffix(line, "\n") {
			w.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
