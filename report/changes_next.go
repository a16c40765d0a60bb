package report

import (
	"strings"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
)

// nextVersion returns the lowest release that is enough after a version, or ""
// when that is no version. Before 1.0.0 a major change needs a minor step only,
// and a pre-release promises nothing that its release would have to keep.
func nextVersion(old string, required diff.Impact) string {
	from, ok := framework.ParseVersion(old)
	if !ok {
		return ""
	}
	core := from.Core()
	if core.Compare(from) > 0 {
		return core.String()
	}
	n := strings.Split(core.String(), ".")
	if n[0] == "0" {
		required = min(required, diff.Minor)
	}
	switch required {
	case diff.Major:
		n = []string{following(n[0]), "0", "0"}
	case diff.Minor:
		n = []string{n[0], following(n[1]), "0"}
	case diff.Patch:
		n[2] = following(n[2])
	}
	return strings.Join(n, ".")
}

// following returns the next number; it may have any number of digits.
func following(digits string) string {
	b := []byte(digits)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != '9' {
			b[i]++
			return string(b)
		}
		b[i] = '0'
	}
	return "1" + string(b)
}
