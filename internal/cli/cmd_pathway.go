package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
)

// The steps that are followed unless more are asked for. A tree widens quickly;
// to one role people want to see how it can be reached at all.
const (
	treeSteps  = 3
	routeSteps = 6
	mostSteps  = 20
)

func newPathway(a *app) *cobra.Command {
	steps := 0
	c := &cobra.Command{
		Use:   "pathway [flags] FROM [TO]",
		Short: "Show where a role leads, and what each step asks",
		Long: `Show where a role leads, as a tree, or the routes from one role to another,
shortest first. Every step names what it asks in addition: competencies that are
new, and those that are needed at a higher proficiency.`,
		Example: `  cadre pathway clinical-coder
  cadre pathway clinical-coder chief-information-officer
  cadre pathway clinical-coder --max-steps 1`,
		Args: cobra.RangeArgs(1, 2),
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.IntVar(&steps, "max-steps", 0, "follow at most so many steps (`n`; default 3 for a tree, 6 for routes)")
	})
	return a.lookup(c, func(f *framework.Framework, args []string) (report.Answer, error) {
		if c.Flags().Changed("max-steps") && (steps < 1 || steps > mostSteps) {
			return report.Answer{}, usage("--max-steps %d: use a number from 1 to %d", steps, mostSteps)
		}
		from, err := role(f, args[0])
		if err != nil {
			return report.Answer{}, err
		}
		if len(args) == 1 {
			n := orDefault(steps, treeSteps)
			return report.NewPathwayTree(f, from, explore.From(f, from, n), n, version()), nil
		}
		to, err := role(f, args[1])
		if err != nil {
			return report.Answer{}, err
		}
		if from == to {
			return report.Answer{}, usage("the way from %s to itself has no steps: name another role", from.ID)
		}
		n := orDefault(steps, routeSteps)
		return report.NewPathwayRoutes(f, from, to, explore.Between(f, from, to, n), n, version()), nil
	})
}

func orDefault(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}
