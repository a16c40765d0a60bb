package cli

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/report"
)

func newVersion(a *app) *cobra.Command {
	var show outputFlags
	formats := (&report.Build{}).Formats()
	c := &cobra.Command{
		Use:   "version [flags]",
		Short: "Print the version",
		Example: `  cadre version
  cadre version -f json    with the commit, its date, Go and the platform`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			outputs, err := show.outputs(formats, false)
			if err != nil {
				return err
			}
			return a.write(built(debug.ReadBuildInfo()), outputs, report.Options{})
		},
	}
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) { show.addFormat(f, formats) })
	return c
}

// version returns the module version that the program was built from, or
// "devel" for a build from a work tree.
func version() string { return built(debug.ReadBuildInfo()).Version }

// built says what the program was built from. A build without version control says
// less.
func built(info *debug.BuildInfo, ok bool) *report.Build {
	v := &report.Build{Version: "devel", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if !ok {
		return v
	}
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.time":
			v.Date = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}
