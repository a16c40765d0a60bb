package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// printHelp writes what a command is for, examples first.
func printHelp(c *cobra.Command, _ []string) {
	w := c.OutOrStdout()
	long := c.Long
	if long == "" {
		long = c.Short + "."
	}
	fmt.Fprintln(w, strings.TrimSpace(long))
	writeUsage(w, c)
}

func printUsage(c *cobra.Command) error {
	writeUsage(c.OutOrStderr(), c)
	return nil
}

func writeUsage(w io.Writer, c *cobra.Command) {
	if c.Example != "" {
		fmt.Fprintf(w, "\nExamples:\n%s\n", strings.TrimRight(c.Example, "\n"))
	}
	fmt.Fprintf(w, "\nUsage:\n  %s\n", c.UseLine())
	if c.HasAvailableSubCommands() {
		fmt.Fprintln(w, "\nCommands:")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				fmt.Fprintf(w, "  %-12s %s\n", sub.Name(), sub.Short)
			}
		}
	}
	writeFlags(w, c)
	fmt.Fprintf(w, "\n%s", exitCodes)
}

// group is the annotation of a flag that says under which heading it stands.
const group = "group"

// The headings of flags, in their order in help.
const (
	groupJudge  = "What is judged"
	groupOutput = "Output"
	groupRun    = "Running"
	groupOther  = "Other"
)

// grouped puts the flags that define adds to a set under a heading.
func grouped(flags *pflag.FlagSet, heading string, define func(*pflag.FlagSet)) {
	added := pflag.NewFlagSet("", pflag.ContinueOnError)
	added.SortFlags = false
	define(added)
	added.VisitAll(func(f *pflag.Flag) {
		f.Annotations = map[string][]string{group: {heading}}
		flags.AddFlag(f)
	})
}

func writeFlags(w io.Writer, c *cobra.Command) {
	sets := map[string]*pflag.FlagSet{}
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		heading := groupOther
		if h := f.Annotations[group]; len(h) > 0 {
			heading = h[0]
		}
		if sets[heading] == nil {
			sets[heading] = pflag.NewFlagSet("", pflag.ContinueOnError)
			sets[heading].SortFlags = false
		}
		shown := *f
		if f.Value.Type() == "bool" {
			shown.Value = plainSwitch{f.Value}
		}
		sets[heading].AddFlag(&shown)
	})
	for _, heading := range []string{groupJudge, groupOutput, groupRun, groupOther} {
		if set := sets[heading]; set != nil {
			fmt.Fprintf(w, "\n%s:\n%s", heading, set.FlagUsagesWrapped(100))
		}
	}
}

// plainSwitch hides from pflag that a switch takes true and false, too, so that
// help shows its name alone.
type plainSwitch struct{ pflag.Value }
