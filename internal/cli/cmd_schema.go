package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/schema"
)

func newSchema(a *app) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "schema [flags] [KIND]",
		Short: "Print the JSON Schema of a kind of file",
		Long: `Print the JSON Schema (draft-07) that files of a kind are held to, for editors
and other programs. Without KIND the kinds are listed.`,
		Example: `  cadre schema
  cadre schema role
  cadre schema --all .cadre/schema`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case dir != "" && len(args) > 0:
				return usage("--all writes every schema: leave out %s", args[0])
			case dir != "":
				return a.writeSchemas(dir)
			case len(args) == 0:
				_, err := fmt.Fprintln(a.stdout, strings.Join(schema.Names(), "\n"))
				return err
			}
			return a.printSchema(args[0])
		},
	}
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) {
		f.StringVar(&dir, "all", "", "write all schemas as files into `DIR`")
	})
	return c
}

func (a *app) printSchema(kind string) error {
	body, ok := schema.Text(kind)
	if !ok {
		hint := ""
		if near, ok := text.Nearest(kind, schema.Names()); ok {
			hint = fmt.Sprintf(" (did you mean %q?)", near)
		}
		return usage("there is no schema %q%s: use one of %s", kind, hint, strings.Join(schema.Names(), ", "))
	}
	_, err := fmt.Fprint(a.stdout, body)
	return err
}

// writeSchemas writes the files whose names the schemas use among each other.
func (a *app) writeSchemas(dir string) error {
	if err := os.MkdirAll(a.path(dir), 0o777); err != nil {
		return fmt.Errorf("writing the schemas to %s: %w", dir, cause(err))
	}
	for _, name := range schema.Names() {
		body, _ := schema.Text(name)
		if err := os.WriteFile(filepath.Join(a.path(dir), name+".schema.json"), []byte(body), 0o666); err != nil {
			return fmt.Errorf("writing the schemas to %s: %w", dir, cause(err))
		}
	}
	_, err := fmt.Fprintf(a.stdout, "%d schemas written to %s\n", len(schema.Names()), report.Message(dir))
	return err
}
