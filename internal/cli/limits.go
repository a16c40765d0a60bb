package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/operand"
)

// afterLimit returns, on a line of its own, what to do about a limit that stopped
// a command, or "" where no limit did or its error says so itself. A flag is named
// only where the command has it and it was not given yet.
func afterLimit(c *cobra.Command, err error) string {
	var reading *check.LimitError
	var opening *operand.LimitError
	opened := errors.As(err, &opening)
	switch {
	case opened && opening.Fixed || !opened && !errors.As(err, &reading):
		return ""
	case raisable(c):
		return "\n--limits large raises it"
	case opened:
		return "\nunpack it, or check the revision out, and name the folder"
	}
	return "\nread a smaller framework: split this one, or move away what does not belong to it"
}

// raisable reports whether a command has larger limits than those it ran with.
func raisable(c *cobra.Command) bool {
	flag := c.Flags().Lookup(limitsFlag)
	return flag != nil && flag.Value.String() != largeLimits
}
