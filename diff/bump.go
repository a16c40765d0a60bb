package diff

import (
	"cmp"
	"math/big"
	"strings"

	"github.com/cadre-framework/cadre/framework"
)

// backward is what a bump is declared as when the version went back.
const backward = "backward"

// NewBump compares the step between two versions, as written, with what the
// changes require. Versions count by their cores: 1.1.0-dev declares what 1.1.0
// does. Under 1.0.0 nothing is promised that a minor bump may not break. A
// pre-release promises nothing: to stay at it is always enough, and so is what
// follows it with the same core, be it the release itself.
func NewBump(old, new string, required Impact) Bump {
	b := Bump{Old: old, New: new, Declared: None.String(), Required: required}
	from, okFrom := framework.ParseVersion(old)
	to, okTo := framework.ParseVersion(new)
	switch {
	case !okFrom || !okTo:
		b.OK = required == None && old == new
	case to.Compare(from) < 0:
		b.Declared = backward
	case to.Compare(from) == 0:
		b.OK = required == None || isPreRelease(from)
	default:
		step := stepBetween(from, to)
		b.Declared = step.String()
		b.OK = step == None || step >= countedAfter(from, required)
	}
	return b
}

// isPreRelease reports whether a version leads to a release.
func isPreRelease(v framework.Version) bool { return v.Core().Compare(v) > 0 }

// stepBetween returns the part of the core that a later version moves. It is None
// between the pre-releases of a core, and from them to the release.
func stepBetween(from, to framework.Version) Impact {
	a, b := coreNumbers(from), coreNumbers(to)
	for i, step := range []Impact{Major, Minor, Patch} {
		if a[i] != b[i] {
			return step
		}
	}
	return None
}

// countedAfter returns what an impact asks of the version that follows one: under
// 1.0.0 major counts as minor.
func countedAfter(from framework.Version, required Impact) Impact {
	if coreNumbers(from)[0] == "0" {
		return min(required, Minor)
	}
	return required
}

// Next returns the smallest release version that is enough after another one, and
// "" when that is no version.
func Next(old string, required Impact) string {
	from, ok := framework.ParseVersion(old)
	if !ok {
		return ""
	}
	core := from.Core()
	if isPreRelease(from) {
		return core.String() // nothing was promised
	}
	n := coreNumbers(core)
	switch countedAfter(core, required) {
	case Major:
		n = []string{following(n[0]), "0", "0"}
	case Minor:
		n = []string{n[0], following(n[1]), "0"}
	case Patch:
		n[2] = following(n[2])
	}
	return strings.Join(n, ".")
}

// coreNumbers returns the three numbers of a version's core as they are written.
func coreNumbers(v framework.Version) []string { return strings.Split(v.Core().String(), ".") }

// following returns the next number; versions may have any number of digits.
func following(digits string) string {
	n, _ := new(big.Int).SetString(cmp.Or(digits, "0"), 10)
	return n.Add(n, big.NewInt(1)).String()
}
