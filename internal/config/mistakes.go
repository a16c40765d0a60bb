package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
)

// mistakes is the error of a file that says something wrong: a line for each
// mistake, with its place.
type mistakes struct {
	what string // what the file is
	all  []mistake
}

type mistake struct {
	at            source.Span
	message, help string
}

// mostShown is how many mistakes are told at a time.
const mostShown = 20

func (m *mistakes) Error() string {
	lines := []string{m.what + ":"}
	slices.SortStableFunc(m.all, func(a, b mistake) int { return cmp.Compare(a.at.Start, b.at.Start) })
	for i, each := range m.all {
		if i == mostShown {
			lines = append(lines, fmt.Sprintf("and %d more", len(m.all)-mostShown))
			break
		}
		p := each.at.Position()
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", each.at.File.Path, p.Line, p.Column, each.message))
		if each.help != "" {
			lines = append(lines, "   help: "+each.help)
		}
	}
	return strings.Join(lines, "\n")
}

func (m *mistakes) add(at source.Span, message, help string) {
	m.all = append(m.all, mistake{at, message, help})
}

// findings adds those that are errors. Warnings are about programs that read YAML
// in another way, and only Cadre reads this file.
func (m *mistakes) findings(found []finding.Finding) {
	for _, f := range found {
		if f.Severity == finding.Error {
			m.add(f.Span, f.Message+" ["+f.Rule.ID+"]", f.Help)
		}
	}
}

// err returns the error, or nil when there are no mistakes.
func (m *mistakes) err() error {
	if len(m.all) == 0 {
		return nil
	}
	return m
}
