package cli

import (
	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
)

func newCompare(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "compare ROLE ROLE",
		Short: "Show what lies between two roles",
		Long: `Show what a person in the first role would have to develop for the second: which
competencies are new, which are needed at a higher proficiency, and what each
proficiency means.`,
		Example: `  cadre compare clinical-coder clinical-coding-manager`,
		Args:    cobra.ExactArgs(2),
	}
	return a.lookup(c, func(f *framework.Framework, args []string) (report.Answer, error) {
		from, err := role(f, args[0])
		if err != nil {
			return report.Answer{}, err
		}
		to, err := role(f, args[1])
		if err != nil {
			return report.Answer{}, err
		}
		return report.NewComparison(f, explore.Compare(from, to), version()), nil
	})
}
