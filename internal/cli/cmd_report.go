package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/report"
)

// reportFlags say how a saved result is shown, and when it fails.
type reportFlags struct {
	failOn string
	show   outputFlags
	stat   statFlags
}

func newReport(a *app) *cobra.Command {
	var flags reportFlags
	c := &cobra.Command{
		Use:   "report [flags] FILE",
		Short: "Show a saved result in another format",
		Long: `Show the result that --format json saved, be it findings or changes, in any
format: the same bytes and the same exit code as the run itself would have given
with these flags. FILE may be "-" for standard input.`,
		Example: `  cadre check -f json=findings.json
  cadre report findings.json
  cadre report findings.json --min-severity error
  cadre diff -f json=changes.json
  cadre report changes.json --stat --fail-on major`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.report(args[0], &flags) },
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.StringVar(&flags.failOn, "fail-on", "", "exit with 1 at findings of this `severity` or worse: error, warning, info or never (default error); at changes of this impact or more: major, minor, patch or never (default never)")
	})
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) {
		flags.show.addFormat(f, bothFormats())
		f.StringVar(&flags.show.minSeverity, "min-severity", "", "show no findings below this `severity`; what is hidden still counts (default info)")
		flags.stat.add(f)
		flags.show.addShown(f)
	})
	return c
}

// bothFormats returns the formats that findings or changes have.
func bothFormats() []string {
	all := append(report.FindingsFormats(), report.ChangesFormats()...)
	slices.Sort(all)
	return slices.Compact(all)
}

func (a *app) report(file string, flags *reportFlags) error {
	shown, err := flags.show.options(a)
	if err != nil {
		return err
	}
	if err := flags.stat.options(&shown); err != nil {
		return err
	}
	doc, err := a.readReport(file)
	if err != nil {
		return err
	}
	outputs, err := flags.show.outputs(doc.Formats(), a.underActions())
	if err != nil {
		return err
	}
	if a.code, err = flags.judge(doc, file, &shown); err != nil {
		return err
	}
	return a.write(doc, outputs, shown)
}

// judge returns the exit code of a document, and refuses flags that are not for
// its kind. The options learn at what it fails.
func (r *reportFlags) judge(doc report.Document, file string, shown *report.Options) (code int, err error) {
	complete, fails := true, false
	switch d := doc.(type) {
	case *report.Findings:
		var fail finding.Severity
		if fail, err = threshold(cmp.Or(r.failOn, "error")); err == nil && (r.stat.stat || r.stat.nameOnly) {
			err = usage("%s holds findings: --stat and --name-only are for changes", file)
		}
		complete, fails, shown.FailOn = d.Complete, d.Worst() >= fail, fail
	case *report.Changes:
		var fail diff.Impact
		if fail, err = impactThreshold(cmp.Or(r.failOn, "never")); err == nil && r.show.minSeverity != "" {
			err = usage("%s holds changes: --min-severity is for findings", file)
		}
		complete, fails = d.Complete, d.Worst() >= fail
	default:
		err = fmt.Errorf("reading %s: it holds neither findings nor changes", file)
	}
	switch {
	case err != nil:
		return 0, err
	case !complete:
		return exitIncomplete, nil
	case fails:
		return exitFindings, nil
	}
	return exitOK, nil
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
