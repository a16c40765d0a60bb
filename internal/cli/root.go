package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/internal/text"
)

// newRoot returns the command tree; the order is that of the help.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "cadre COMMAND",
		Short: "Validate, lint and compare competency frameworks",
		Long: `Cadre checks competency and career frameworks that are kept as files:
constituencies, roles, levels, competencies and resources.`,
		Example: `  cadre check                    check the framework here
  cadre check framework-data     check the framework in a folder
  cadre diff git:HEAD            what changed since the last commit
  cadre explain reference/unknown
                                 what a finding means and what to do about it`,
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.AddCommand(
		newInit(a), newNew(a),
		newCheck(a), newValidate(a), newLint(a), newBaseline(a),
		newDiff(a),
		newRelease(a),
		newFix(a), newFmt(a),
		newRoles(a), newShow(a), newPathway(a), newCompare(a), newCoverage(a),
		newRules(a), newExplain(a), newSchema(a), newReport(a),
		newVersion(a),
	)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	root.SetVersionTemplate("cadre {{.Version}}\n")
	root.SetHelpCommand(newHelp(a))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	cobra.EnableCommandSorting = false
	eachCommand(root, func(c *cobra.Command) {
		c.Flags().SortFlags = false
		c.Flags().SetNormalizeFunc(bothSpellings)
		c.SetFlagErrorFunc(wrongFlag)
		c.SetUsageFunc(printUsage)
		c.SetHelpFunc(printHelp)
		c.DisableFlagsInUseLine = true
		if c.HasSubCommands() {
			c.Args, c.RunE = cobra.ArbitraryArgs, noCommand
		}
		c.Args = usageArgs(c.Args)
	})
	return root
}

func eachCommand(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, sub := range c.Commands() {
		eachCommand(sub, do)
	}
}

// noCommand runs where a command is missing or names none.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return unknownCommand(c, args[0])
}

func unknownCommand(c *cobra.Command, name string) error {
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	hint := "see " + c.CommandPath() + " --help"
	if near, ok := text.Nearest(name, names); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return usage("unknown command %q: %s", name, hint)
}

// newHelp replaces the help command of cobra, which takes an unknown name for a
// wish to see everything.
func newHelp(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Tell about a command",
		Example: "  cadre help check",
		RunE: func(c *cobra.Command, args []string) error {
			at := c.Root()
			for _, name := range args {
				next, _, err := at.Find([]string{name})
				if err != nil || next == at {
					return unknownCommand(at, name)
				}
				at = next
			}
			return at.Help()
		},
	}
}

// bothSpellings lets flags be written the British way.
func bothSpellings(_ *pflag.FlagSet, name string) pflag.NormalizedName {
	return pflag.NormalizedName(strings.Replace(name, "colour", "color", 1))
}

// wrongFlag turns what pflag says into a usage error with the nearest flag.
func wrongFlag(c *cobra.Command, err error) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "unknown flag: --"); ok {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near, ok := text.Nearest(name, names); ok {
			return usage("unknown flag --%s: did you mean --%s?", name, near)
		}
		return usage("unknown flag --%s: see %s --help", name, c.CommandPath())
	}
	if _, word, ok := strings.Cut(message, "' in -"); ok && strings.HasPrefix(message, "unknown shorthand flag") {
		word, _, _ = strings.Cut(word, "=")
		if c.Flags().Lookup(word) != nil {
			return usage("unknown flag -%s: write --%s, with two hyphens", word, word)
		}
		return usage("unknown flag -%s: see %s --help", word, c.CommandPath())
	}
	return usage("%s: see %s --help", message, c.CommandPath())
}

// usageArgs marks what cobra says about arguments as wrong usage.
func usageArgs(valid cobra.PositionalArgs) cobra.PositionalArgs {
	if valid == nil {
		return nil
	}
	return func(c *cobra.Command, args []string) error {
		if err := valid(c, args); err != nil {
			return usage("%s: see %s --help", wrongArgs(c, args, err), c.CommandPath())
		}
		return nil
	}
}

// wrongArgs says which arguments are missing or too many, by the line of usage.
func wrongArgs(c *cobra.Command, args []string, err error) string {
	var needed []string
	most := 0
	for _, word := range strings.Fields(c.Use)[1:] {
		switch {
		case word == "[flags]":
			continue
		case !strings.HasPrefix(word, "["):
			needed = append(needed, word)
		}
		most++
	}
	switch {
	case len(args) < len(needed):
		return "give " + strings.Join(needed, " and ")
	case len(args) > most:
		return fmt.Sprintf("%q is too much", args[most])
	}
	return err.Error()
}
