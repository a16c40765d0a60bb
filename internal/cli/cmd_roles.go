package cli

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/explore"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
)

func newRoles(a *app) *cobra.Command {
	var levels, constituency, competency, status, words string
	c := &cobra.Command{
		Use:   "roles [flags]",
		Short: "List roles by level, constituency or competency",
		Example: `  cadre roles --level 1-3                          where newcomers start
  cadre roles --constituency information-management
  cadre roles --competency assign-clinical-codes
  cadre roles --search "clinical librarian"        case and accents do not matter`,
		Args: cobra.NoArgs,
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.StringVar(&levels, "level", "", "roles on a level or a `range` of levels: 5, 1-3")
		f.StringVar(&constituency, "constituency", "", "roles of a constituency (`id`)")
		f.StringVar(&competency, "competency", "", "roles that require a competency (`id`)")
		f.StringVar(&status, "status", string(framework.Active), "roles of a `status`: active, draft, deprecated, retired or all")
		f.StringVar(&words, "search", "", "roles that say all of these `words` of themselves")
	})
	return a.lookup(c, func(f *framework.Framework, _ []string) (report.Answer, error) {
		q := explore.Query{Constituency: constituency, Competency: competency, Words: words}
		if err := ranges(levels, &q.Levels); err != nil {
			return report.Answer{}, err
		}
		if err := statuses(status, &q); err != nil {
			return report.Answer{}, err
		}
		if constituency != "" && f.Constituency(constituency) == nil {
			return report.Answer{}, unknownEntity(f, "constituency", constituency, ofKind(framework.KindConstituency))
		}
		if competency != "" && f.Competency(competency) == nil {
			return report.Answer{}, unknownEntity(f, "competency", competency, ofKind(framework.KindCompetency))
		}
		return report.NewRoleList(f, explore.Roles(f, q), version()), nil
	})
}

func ofKind(k framework.Kind) func(*framework.Entity) bool {
	return func(e *framework.Entity) bool { return e.Kind == k }
}

// ranges reads "5" and "1-3".
func ranges(s string, r *framework.Range) error {
	if s == "" {
		return nil
	}
	low, high, isRange := strings.Cut(s, "-")
	if !isRange {
		high = low
	}
	from, err1 := strconv.Atoi(low)
	to, err2 := strconv.Atoi(high)
	if err1 != nil || err2 != nil || from > to {
		return usage("--level %s: write a level or a range, such as 5 or 1-3", s)
	}
	*r = framework.Range{From: from, To: to, Stated: true}
	return nil
}

func statuses(s string, q *explore.Query) error {
	switch status := framework.Status(s); status {
	case framework.Active, framework.Draft, framework.Deprecated, framework.Retired:
		q.Status = status
	case "all":
		q.AnyStatus = true
	default:
		return usage("--status %s: use active, draft, deprecated, retired or all", s)
	}
	return nil
}
