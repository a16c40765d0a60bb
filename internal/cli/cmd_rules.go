package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/report"
)

func newRules(a *app) *cobra.Command {
	var show outputFlags
	catalogue := report.NewCatalogue(check.Rules())
	c := &cobra.Command{
		Use:   "rules [flags]",
		Short: "List all rules",
		Example: `  cadre rules
  cadre rules -f json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			outputs, err := show.outputs(catalogue.Formats(), a.underActions())
			if err != nil {
				return err
			}
			return a.write(catalogue, outputs, report.Options{})
		},
	}
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) { show.addFormat(f, catalogue.Formats()) })
	return c
}
