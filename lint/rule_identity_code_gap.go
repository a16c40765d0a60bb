package lint

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = absence(codeGap, finding.Rule{
	ID: "identity/code-gap", Title: "Numbered codes run without holes", Severity: finding.Info, Since: "0.1.0",
	Doc: `The codes of a suite are numbered, and in the middle of a run some numbers are missing. Perhaps a competency was forgotten, or a page of the source was skipped.

Look the missing codes up at the publisher of the suite and add what belongs here. Ignore it where the framework takes only some of a suite's standards.

A run has at least three codes that differ in their last number alone. Numbers that were earlier codes are not missed. A jump over more numbers than the run has codes is no hole: then single codes were taken from a large suite.`,
})

// leastRun is how many codes make a run.
const leastRun = 3

// numberedCode is a code that ends in a number.
type numberedCode struct {
	number int
	code   string
	owner  *framework.Competency
}

// codeGap reports each hole at the code behind it.
func codeGap(p *Pass) {
	earlier := earlierNumbers(p)
	runs := map[suiteCode][]numberedCode{}
	var order []suiteCode
	for _, c := range p.Competencies {
		code := inSuite(c.Suite, c.Code)
		prefix, number, ok := splitNumber(code.code)
		if !ok || c.Suite == "" {
			continue
		}
		run := suiteCode{c.Suite, prefix}
		if runs[run] == nil {
			order = append(order, run)
		}
		runs[run] = append(runs[run], numberedCode{number, c.Code, c})
	}
	for _, run := range order {
		slices.SortStableFunc(runs[run], func(a, b numberedCode) int { return a.number - b.number })
		distinct := slices.CompactFunc(runs[run], func(a, b numberedCode) bool { return a.number == b.number })
		if len(distinct) >= leastRun {
			reportGaps(p, distinct, earlier[run])
		}
	}
}

func reportGaps(p *Pass, run []numberedCode, earlier []int) {
	for i, next := range run[1:] {
		last := run[i]
		missing := next.number - last.number - 1 - countBetween(earlier, last.number, next.number)
		if missing < 1 || missing > len(run) {
			continue
		}
		p.Report(&next.owner.Entity, next.owner.At("code"), fmt.Sprintf("%s missing between %q and %q of the suite %q", counted(missing), last.code, next.code, next.owner.Suite)).
			Params(last.code, next.code).
			Related(last.owner.At("code"), "the code before, of "+name(&last.owner.Entity)).
			Help("look the missing codes up at the publisher of the suite, and add the competencies that belong here")
	}
}

func counted(missing int) string {
	if missing == 1 {
		return "one code is"
	}
	return strconv.Itoa(missing) + " codes are"
}

// earlierNumbers returns the numbers of earlier codes, in order, by suite and
// prefix.
func earlierNumbers(p *Pass) map[suiteCode][]int {
	all := map[suiteCode][]int{}
	for _, c := range p.Competencies {
		for _, previous := range c.PreviousCodes {
			if prefix, number, ok := splitNumber(inSuite(c.Suite, previous).code); ok {
				all[suiteCode{c.Suite, prefix}] = append(all[suiteCode{c.Suite, prefix}], number)
			}
		}
	}
	for run, numbers := range all {
		slices.Sort(numbers)
		all[run] = slices.Compact(numbers)
	}
	return all
}

// countBetween returns how many of the sorted numbers lie between two others.
func countBetween(numbers []int, low, high int) int {
	from, _ := slices.BinarySearch(numbers, low+1)
	to, _ := slices.BinarySearch(numbers, high)
	return to - from
}

// splitNumber splits a code before its last number. One that no integer holds is
// none.
func splitNumber(code string) (prefix string, number int, ok bool) {
	start := len(code)
	for start > 0 && code[start-1] >= '0' && code[start-1] <= '9' {
		start--
	}
	number, err := strconv.Atoi(code[start:])
	return code[:start], number, err == nil
}
