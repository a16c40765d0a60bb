package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/report"
)

func newReport(a *app) *cobra.Command {
	var show outputFlags
	var failOn string
	c := &cobra.Command{
		Use:   "report [flags] FILE",
		Short: "Show a saved result in another format",
		Long: `Show the result that --format json saved, in any format: the same bytes and the
same exit code as the run itself would have given with these flags. FILE may be
"-" for standard input.`,
		Example: `  cadre check -f json=findings.json
  cadre report findings.json
  cadre report findings.json --min-severity error`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.report(args[0], failOn, &show)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) { addFailOn(f, &failOn) })
	show.add(c.Flags(), report.FindingsFormats())
	return c
}

func (a *app) report(file, failOn string, show *outputFlags) error {
	fail, err := threshold(failOn)
	if err != nil {
		return err
	}
	shown, err := show.options(a)
	if err != nil {
		return err
	}
	doc, err := a.readReport(file)
	if err != nil {
		return err
	}
	outputs, err := show.outputs(doc.Formats(), a.underActions())
	if err != nil {
		return err
	}
	findings, ok := doc.(*report.Findings)
	switch {
	case !ok:
		return fmt.Errorf("reading %s: it holds no findings", file)
	case !findings.Complete:
		a.code = exitIncomplete
	case findings.Worst() >= fail:
		a.code = exitFindings
	}
	return a.write(doc, outputs, shown)
}

func (a *app) readReport(name string) (report.Document, error) {
	var r io.Reader = a.stdin
	if name != "-" {
		f, err := os.Open(a.path(name))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, cause(err))
		}
		defer f.Close()
		r = f
	}
	doc, err := report.Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

// cause strips the path that the error of a file system repeats.
func cause(err error) error {
	if p, ok := err.(*os.PathError); ok {
		return p.Err
	}
	return err
}
