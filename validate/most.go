package validate

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// mostOfRule bounds the findings of a rule schema/* in one file. Nobody reads
// more, and a file of a few megabytes may hold millions.
const mostOfRule = 1_000

// tally counts the violations of a file by rule.
type tally struct{ told, left map[string]int }

// room reports whether another violation of a rule may be told, and counts it.
func (t *tally) room(rule string) bool {
	if t.told[rule] >= mostOfRule {
		t.left[rule]++
		return false
	}
	t.told[rule]++
	return true
}

// remainder adds, for each rule that is broken too often, one finding at the file
// that says how often more. The number tells the finding from others, so that a
// baseline does not accept the violations that come later.
func (j *judge) remainder() {
	for _, rule := range slices.Sorted(maps.Keys(j.tally.left)) {
		r, n := mustRule("schema/"+rule), j.tally.left[rule]
		values := "values break"
		if n == 1 {
			values = "value breaks"
		}
		j.found = append(j.found, finding.Finding{
			Rule: r, Severity: r.Severity, Span: source.Span{File: j.doc.File},
			Subject: finding.FileSubject(j.doc.File.Path), Params: []string{"", strconv.Itoa(n)},
			Message: fmt.Sprintf("%d more %s this rule in the file", n, values),
			Help:    fmt.Sprintf("mend the %d that are listed, then check again; many of one sort often have one cause", mostOfRule),
		})
	}
}
