package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
)

func newCoverage(a *app) *cobra.Command {
	var competencies, evidence bool
	c := &cobra.Command{
		Use:   "coverage [flags]",
		Short: "Show what a framework covers, and where it has gaps",
		Long: `Show how many active roles each constituency has at each level; or how many
roles require each competency; or how many fields of each kind are documented,
inferred and reconstructed.`,
		Example: `  cadre coverage
  cadre coverage --competencies
  cadre coverage --evidence`,
		Args: cobra.NoArgs,
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.BoolVar(&competencies, "competencies", false, "count the roles that require each competency")
		f.BoolVar(&evidence, "evidence", false, "count fields by how well they are founded")
	})
	return a.lookup(c, func(f *framework.Framework, _ []string) (report.Answer, error) {
		switch {
		case competencies && evidence:
			return report.Answer{}, usage("--competencies and --evidence exclude each other: ask one after the other")
		case competencies:
			return report.NewCoverageUses(f, explore.Uses(f), version()), nil
		case evidence:
			return report.NewCoverageEvidence(f, explore.EvidenceOf(f), version()), nil
		}
		return report.NewCoverage(f, explore.Coverage(f), version()), nil
	})
}
