package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// operands is the part of help that says what a PATH may be.
const operands = `PATH is a framework folder, a file or folder inside one, a bundle (one JSON
file with a whole framework), an archive (.zip, .tar.gz, .tgz), a git revision
(git:REF or git:REF:PATH), "embedded" for the framework that ships with Cadre,
or "-" for a bundle on standard input. Without it the nearest framework upward
is taken, else the folder framework-data.`

func newCheck(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "check [flags] [PATH]",
		Short: "Validate and lint a framework",
		Long: `Check that the files of a framework can be read, follow their schemas, and
agree with each other.

` + operands,
		Example: `  cadre check                                check the framework here
  cadre check framework-data                 check a folder
  cadre check framework-data/roles           show what concerns a part of it
  cadre check --fail-on warning              be strict
  cadre check -f text -f json=findings.json  keep the result for programs`,
		Args: cobra.MaximumNArgs(1),
	}
	return a.judging(c, check.Everything)
}

func newValidate(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "validate [flags] [PATH...]",
		Short: "Check files against their schemas only",
		Long: `Check that files can be read and follow their schemas. What they say of each
other is not looked at.

` + operands,
		Example: `  cadre validate
  cadre validate framework-data/roles/information-management/clinical-coder.yaml`,
	}
	return a.judging(c, check.ValidateOnly)
}

func newLint(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "lint [flags] [PATH]",
		Short: "Check the consistency rules only",
		Long: `Check what the files of a framework say of themselves and of each other.
Errors of syntax and schema are shown too, because they keep a file from being
judged.

` + operands,
		Example: `  cadre lint
  cadre lint --select reference --select role`,
		Args: cobra.MaximumNArgs(1),
	}
	return a.judging(c, check.LintOnly)
}

// judging completes a command that checks a framework.
func (a *app) judging(c *cobra.Command, stage check.Stage) *cobra.Command {
	var judge judgeFlags
	var show outputFlags
	judge.add(c.Flags())
	show.add(c.Flags(), report.FindingsFormats())
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.check(c.Context(), args, stage, &judge, &show)
	}
	return c
}

func (a *app) check(ctx context.Context, args []string, stage check.Stage, judge *judgeFlags, show *outputFlags) error {
	options, err := judge.options(stage)
	if err != nil {
		return err
	}
	fail, err := threshold(judge.failOn)
	if err != nil {
		return err
	}
	outputs, err := show.outputs(report.FindingsFormats(), a.underActions())
	if err != nil {
		return err
	}
	shown, err := show.options(a)
	if err != nil {
		return err
	}
	shown.FailOn = fail
	s, err := a.setting(ctx, args, judge.configFlags, options.Limits)
	if err != nil {
		return err
	}
	defer s.op.Close()
	base, err := a.judgingBase(ctx, s, judge, options.Limits)
	if err != nil {
		return err
	}
	if base != nil {
		defer base.Close()
	}
	flagged := options.Severity
	s.config.Apply(&options)
	options.Layout, options.Part = &s.op.Layout, s.op.Part
	switch {
	case judge.showConfig:
		return a.showConfig(s, flagged)
	case judge.showFiles:
		return a.showFiles(ctx, s, options)
	}
	result, run, err := a.run(ctx, s, base, judge, options)
	if result == nil {
		return err
	}
	if err == nil && result.Files == 0 {
		return fmt.Errorf("nothing to check: there are no data files of the framework in %s", strings.Join(args, ", "))
	}
	a.code = judged(result, fail)
	doc := report.FromResult(result, run)
	return errors.Join(err, a.write(doc, outputs, shown))
}

// judgingBase opens the base when one is wanted, and reads the configuration from
// it when that is asked for. It is nil when there is none.
func (a *app) judgingBase(ctx context.Context, s *setting, judge *judgeFlags, limits *check.Limits) (*operand.Operand, error) {
	if !judge.compares() && judge.from == "" {
		return nil, nil
	}
	base, err := a.base(ctx, s.op, judge.base, limits)
	if err == nil && judge.from != "" {
		err = s.judgeAs(ctx, base)
	}
	if err != nil && base != nil {
		base.Close()
	}
	return base, err
}

// run checks the framework, and before it the base when it is to be compared with
// that. The result is nil when the run could not begin.
func (a *app) run(ctx context.Context, s *setting, base *operand.Operand, judge *judgeFlags, o check.Options) (*finding.Result, report.Run, error) {
	run := runOf(s.op)
	var err error
	if o.Baseline, err = a.accepted(s); err != nil {
		return nil, run, err
	}
	if judge.compares() {
		if o.Base, err = checkBase(ctx, base, o); err != nil {
			return nil, run, err
		}
		o.NewOnly = judge.newOnly
	}
	result, _, err := check.Run(ctx, s.op.FS, o)
	if judge.compares() {
		run = withBase(result, o.Base, base, run)
	}
	return result, run, err
}

// judged returns the exit code of a result.
func judged(r *finding.Result, fail finding.Severity) int {
	switch {
	case !r.Complete:
		return exitIncomplete
	case r.Worst() >= fail:
		return exitFindings
	}
	return exitOK
}

// runOf says how the files of an operand are called in a report.
func runOf(op *operand.Operand) report.Run {
	return report.Run{
		Version: version(), Operand: op.Name, Root: op.Root, Directory: op.Directory,
		Path: func(f *source.File) (string, bool) { return op.Path(f.Path), op.Detached },
	}
}
