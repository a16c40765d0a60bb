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
		Use:   "cadre",
		Short: "Validate, lint and compare competency frameworks",
		Long: `Cadre checks competency and career frameworks that are kept as files:
constituencies, roles, levels, competencies and resources.`,
		Example: `  cadre check                    check the framework here
  cadre check framework-data     check the framework in a folder
  cadre explain reference/unknown
                                 what a finding means and what to do about it`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          a.noCommand,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.AddCommand(
		newCheck(a), newValidate(a), newLint(a),
		newRoles(a), newShow(a), newPathway(a), newCompare(a), newCoverage(a),
		newRules(a), newExplain(a), newSchema(a), newReport(a),
		newVersion(a),
	)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	cobra.EnableCommandSorting = false
	eachCommand(root, func(c *cobra.Command) {
		c.Flags().SortFlags = false
		c.Flags().SetNormalizeFunc(bothSpellings)
		c.SetFlagErrorFunc(wrongFlag)
		c.SetUsageFunc(printUsage)
		c.SetHelpFunc(printHelp)
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

// noCommand runs when the first argument names no command.
func (a *app) noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	hint := "see cadre help"
	if near, ok := text.Nearest(args[0], names); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return usage("unknown command %q: %s", args[0], hint)
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
	return usage("%s: see %s --help", message, c.CommandPath())
}

// usageArgs marks what cobra says about arguments as wrong usage.
func usageArgs(valid cobra.PositionalArgs) cobra.PositionalArgs {
	if valid == nil {
		return nil
	}
	return func(c *cobra.Command, args []string) error {
		if err := valid(c, args); err != nil {
			return usage("%s: see %s --help", err, c.CommandPath())
		}
		return nil
	}
}
