package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
)

func newShow(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one entity, and what refers to it",
		Long: `Show all that a framework says of a role, a competency, a level or any other
entity, and what refers to it. Where several kinds share an id all are shown;
KIND/ID names one of them.`,
		Example: `  cadre show clinical-coder
  cadre show level/level-5`,
		Args: cobra.ExactArgs(1),
	}
	return a.lookup(c, func(f *framework.Framework, args []string) (report.Answer, error) {
		found := entities(f, args[0])
		if len(found) == 0 {
			return report.Answer{}, unknownEntity(f, "entity", args[0], func(*framework.Entity) bool { return true })
		}
		return report.NewEntityList(f, found, version()), nil
	})
}

// entities returns what an id, or a kind and an id, names.
func entities(f *framework.Framework, name string) []*framework.Entity {
	kind, id, both := strings.Cut(name, "/")
	if !both {
		return f.WithID(name)
	}
	if e := f.Lookup(framework.Ref{Kind: framework.Kind(kind), ID: id}); e != nil {
		return []*framework.Entity{e}
	}
	return nil
}
