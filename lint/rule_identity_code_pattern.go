package lint

import (
	"fmt"
	"regexp"
	"regexp/syntax"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
)

var _ = rule(codePattern, finding.Rule{
	ID: "identity/code-pattern", Title: "A code looks as its suite says", Severity: finding.Error, Since: "0.1.0",
	Doc: `A suite states what its codes look like, and a competency has a code that looks different: with a space, with a year behind it, or in the style of another suite. Nobody can look such a code up.

Write the code as its publisher does. A version or year belongs in ` + "`codeVersion`" + `, an earlier code in ` + "`previousCodes`" + `, which is not held to the pattern. If the code is right, correct the pattern of the suite.

The pattern is a regular expression (RE2) for the code as a whole. One that cannot be read, or is larger than any code needs, judges nothing.`,
})

// What patterns may cost, because they are untrusted: one with more parts than
// patternParts is no pattern of codes, all together may have allParts, and
// matching ends after matchSteps, a part and a byte being a step. What lies beyond
// is not judged; no honest framework comes near.
const (
	patternParts = 1_000
	allParts     = 200_000
	matchSteps   = 2_000_000_000
)

// codePattern holds the codes of competencies to the patterns of their suites.
func codePattern(p *Pass) {
	patterns := compileShapes(p.Suites)
	steps := 0
	for _, c := range p.Competencies {
		shape := patterns[c.Suite]
		if shape == nil || c.Code == "" || steps > matchSteps {
			continue
		}
		steps += len(c.Code) * shape.parts
		if shape.whole.MatchString(c.Code) {
			continue
		}
		p.Report(&c.Entity, c.At("code"), fmt.Sprintf("the code %q does not look like a code of “%s”", c.Code, shape.suite.Title)).
			Params(c.Suite).
			Help(fmt.Sprintf("write it as its publisher does; the suite states the pattern %s", shape.suite.Pattern))
	}
}

// codeShape is the pattern of a suite, made ready.
type codeShape struct {
	suite framework.Suite
	whole *regexp.Regexp
	parts int // how many steps a byte of a code may take
}

// compileShapes returns the patterns of suites by the suites' ids; the first of an
// id counts.
func compileShapes(suites []framework.Suite) map[string]*codeShape {
	shapes := map[string]*codeShape{}
	parts := 0
	for _, suite := range suites {
		if _, twice := shapes[suite.ID]; twice || parts > allParts {
			continue
		}
		shape := compileShape(suite)
		shapes[suite.ID] = shape
		if shape != nil {
			parts += shape.parts
		}
	}
	return shapes
}

// compileShape returns nil for a suite without a pattern that can be used. The
// pattern is untrusted: its size is known before anything is made of it.
func compileShape(suite framework.Suite) *codeShape {
	if suite.Pattern == "" {
		return nil
	}
	parsed, err := syntax.Parse(suite.Pattern, syntax.Perl)
	if err != nil || partsOf(parsed) > patternParts {
		return nil // the doc of the rule says so
	}
	whole, err := regexp.Compile(`\A(?:` + parsed.String() + `)\z`)
	if err != nil {
		return nil // as above
	}
	return &codeShape{suite, whole, partsOf(parsed)}
}

// partsOf returns how many parts an expression has once its repetitions are
// written out.
func partsOf(re *syntax.Regexp) int {
	parts := 1
	if re.Op == syntax.OpLiteral {
		parts = len(re.Rune)
	}
	for _, sub := range re.Sub {
		parts += partsOf(sub)
	}
	if re.Op == syntax.OpRepeat {
		parts *= max(1, re.Min, re.Max)
	}
	return parts
}
