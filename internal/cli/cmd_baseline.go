package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/report"
)

func newBaseline(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline COMMAND",
		Short: "Accept today's findings",
		Long: `Accept what is found today, so that a check tells only what comes new. The
baseline is a file that belongs into version control: it lies where the
configuration says, else in .cadre/baseline.json beside the configuration or in
the folder of the framework. It recognises a finding wherever its lines move.
Faults of the syntax are never accepted.`,
		Example: `  cadre baseline write    accept all that is found today
  cadre baseline prune    take out what is mended
  cadre baseline show     list what is accepted`,
	}
	c.AddCommand(
		a.baselining("write", "Accept all that is found today", (*baselineRun).write),
		a.baselining("prune", "Take out what is mended; nothing is added", (*baselineRun).prune),
		a.baselining("show", "List what is accepted", (*baselineRun).show),
	)
	return c
}

// baselineRun is what the commands of a baseline work with.
type baselineRun struct {
	ctx     context.Context
	setting *setting
	options check.Options
	file    *config.BaselineFile
}

// baselining makes a command that works on the baseline of a framework.
func (a *app) baselining(name, short string, do func(*baselineRun) ([]string, error)) *cobra.Command {
	var judge judgeFlags
	c := &cobra.Command{
		Use:     name + " [flags] [PATH]",
		Short:   short,
		Long:    short + ".\n\n" + operands,
		Example: "  cadre baseline " + name + "\n  cadre baseline " + name + " framework-data --baseline accepted.json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.onBaseline(c.Context(), args, &judge, do)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) { judge.configFlags.add(f) })
	judge.addRun(c.Flags())
	return c
}

func (a *app) onBaseline(ctx context.Context, args []string, judge *judgeFlags, do func(*baselineRun) ([]string, error)) error {
	options, err := judge.options(check.Everything)
	if err != nil {
		return err
	}
	s, err := a.setting(ctx, args, judge.configFlags, options.Limits)
	if err != nil {
		return err
	}
	defer s.op.Close()
	if s.op.Part != nil {
		return usage("%s is a part of a framework: a baseline is for the whole, so name its folder", strings.Join(args, " "))
	}
	s.config.Apply(&options)
	options.Layout = &s.op.Layout
	file, err := a.baseline(s)
	if err != nil {
		return err
	}
	if file == nil {
		return usage("there is no place for a baseline of %s: name one with --baseline FILE", s.op.Name)
	}
	lines, err := do(&baselineRun{ctx, s, options, file})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.stdout, report.Message(strings.Join(lines, "\n")))
	return err
}

// run checks the whole framework without a baseline.
func (b *baselineRun) run() (*finding.Result, *framework.Framework, error) {
	result, f, err := check.Run(b.ctx, b.setting.op.FS, b.options)
	if err != nil {
		return nil, nil, fmt.Errorf("nothing was written: %w", err)
	}
	return result, f, nil
}

// write stores all that counts today.
func (b *baselineRun) write() ([]string, error) {
	result, _, err := b.run()
	if err != nil {
		return nil, err
	}
	accepted := check.Accept(result)
	if err := b.file.Write(accepted); err != nil {
		return nil, err
	}
	lines := []string{fmt.Sprintf("%s accepted in %s", findings(len(accepted.Entries())), b.file.Shown())}
	unread := 0
	for _, f := range result.Findings {
		if f.Rule.Category() == "syntax" {
			unread++
		}
	}
	if unread > 0 {
		lines = append(lines, findings(unread)+" of the syntax cannot be accepted, because nobody knows what is hidden behind; cadre check names the files")
	}
	return lines, nil
}

// prune stores what is left of the baseline.
func (b *baselineRun) prune() ([]string, error) {
	old, err := b.read()
	if err != nil {
		return nil, err
	}
	result, f, err := b.run()
	if err != nil {
		return nil, err
	}
	kept, removed := old.Prune(result, f)
	if len(removed) > 0 {
		if err := b.file.Write(kept); err != nil {
			return nil, err
		}
	}
	lines := []string{fmt.Sprintf("%s removed from %s, %d left", findings(len(removed)), b.file.Shown(), len(kept.Entries()))}
	if !f.Whole {
		lines = append(lines, "files of the framework are broken: what rules could not judge was kept; cadre check names the files")
	}
	return lines, nil
}

// show lists what the baseline holds.
func (b *baselineRun) show() ([]string, error) {
	accepted, err := b.read()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, e := range accepted.Entries() {
		lines = append(lines, e.Rule+"  "+e.Subject+"  "+e.Fingerprint)
	}
	return append(lines, fmt.Sprintf("%s accepted in %s", findings(len(accepted.Entries())), b.file.Shown())), nil
}

// read reads a baseline that must be there.
func (b *baselineRun) read() (*check.Baseline, error) {
	if !b.file.Exists {
		return nil, usage("there is no baseline %s: cadre baseline write makes one", b.file.Shown())
	}
	accepted, err := b.file.Read()
	return accepted, wrong(err)
}

func findings(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}
