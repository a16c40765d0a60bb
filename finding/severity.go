package finding

import "fmt"

// Severity says how much a finding matters. Higher is worse; Off is a rule that
// does not run.
type Severity uint8

// The severities: a release with an error cannot be trusted, a warning is a
// likely mistake, an info is worth a look.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the severity as people write it: "error", "warning", "info" or
// "off".
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads what String writes.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return Off, fmt.Errorf("unknown severity %q: use error, warning, info or off", name)
}
