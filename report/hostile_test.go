package report

import (
	"strings"
	"testing"
)

// checkHostSafe fails when an output holds what a terminal or a build host obeys.
// In github every line is a command, so that there nothing else may be one.
func checkHostSafe(t *testing.T, format, out string) {
	t.Helper()
	if format == "github" {
		if n := strings.Count(out, "\n"); len(obey(out)) != n {
			t.Errorf("%d lines are %d commands:\n%s", n, len(obey(out)), out)
		}
		out = strings.ReplaceAll("\n"+out, "\n::", "\nx::")
	}
	checkSafe(t, out)
}
