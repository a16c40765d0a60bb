package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/internal/fix"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
)

// fixFlags say what becomes of the repairs.
type fixFlags struct{ dryRun, diff bool }

func newFix(a *app) *cobra.Command {
	var judge judgeFlags
	var flags fixFlags
	c := &cobra.Command{
		Use:   "fix [flags] [PATH]",
		Short: "Repair what can be repaired safely",
		Long: `Repair findings whose repair cannot be wrong, and list each repair. Nothing else
in a file changes: after the repairs the framework is checked again, and one that
would bring a new finding is undone. What only may be meant is never done; cadre
check suggests it. Releases are never touched. The exit code is that of cadre
check on what is left, with --dry-run and --diff on what would be left.

PATH is a framework folder, or a file or folder inside one. Without it the
nearest framework upward is taken, else the folder framework-data.`,
		Example: `  cadre fix                                    repair the framework here
  cadre fix --dry-run                          list what would be repaired
  cadre fix --diff --select reference          show what would change
  cadre fix framework-data/roles               repair a part of it`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.fix(c.Context(), args, &judge, flags)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.StringSliceVar(&judge.selects, "select", nil, "repair and judge by these rules only: `ids`, categories or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&judge.ignores, "ignore", nil, "neither repair nor judge by these rules: `ids`, categories or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&judge.severities, "severity", nil, "judge a rule as error, warning, info or off (`ID=LEVEL`, repeatable)")
		addFailOn(f, &judge.failOn)
		judge.configFlags.add(f)
	})
	judge.addRun(c.Flags())
	grouped(c.Flags(), groupRun, func(f *pflag.FlagSet) {
		f.BoolVar(&flags.dryRun, "dry-run", false, "list the repairs and write nothing")
		f.BoolVar(&flags.diff, "diff", false, "show what would change, and write nothing")
	})
	return c
}

func (a *app) fix(ctx context.Context, args []string, judge *judgeFlags, flags fixFlags) error {
	options, err := judge.options(check.Everything)
	if err != nil {
		return err
	}
	fail, err := threshold(judge.failOn)
	if err != nil {
		return err
	}
	s, folder, err := a.folderOperand(ctx, args, judge.configFlags, "fix")
	if err != nil {
		return err
	}
	defer s.op.Close()
	s.config.Apply(&options)
	options.Layout, options.Part = &s.op.Layout, s.op.Part
	if options.Baseline, err = a.accepted(s); err != nil {
		return err
	}
	outcome, err := fix.Run(ctx, folder, options)
	if err != nil {
		return err
	}
	if outcome.Result.Files == 0 {
		return fmt.Errorf("nothing to repair: there are no data files of the framework in %s", strings.Join(args, ", "))
	}
	if !flags.dryRun && !flags.diff {
		if err := outcome.Write(folder); err != nil {
			return err
		}
	}
	a.code = judged(outcome.Result, fail)
	return a.printOutcome(outcome, s.op, flags)
}

// printOutcome lists the repairs, or shows the changes, and says what is left.
func (a *app) printOutcome(o *fix.Outcome, op *operand.Operand, flags fixFlags) error {
	var b strings.Builder
	if flags.diff {
		for _, f := range o.Files {
			b.WriteString(files.Unified(op.Near(f.Path), f.Old, f.New))
		}
	} else {
		for _, r := range o.Repairs {
			b.WriteString(repairLine(r, op) + "\n")
		}
	}
	for _, r := range o.Undone {
		fmt.Fprintln(a.stderr, report.Message(repairLine(r, op)+": not done: "+oneLine(r.Why)))
	}
	if !flags.diff {
		done := "repaired"
		if flags.dryRun {
			done = "to repair"
		}
		fmt.Fprintf(&b, "%s: %s %s in %s; %s\n", op.Name, counted(len(o.Repairs), "finding", "findings"), done,
			counted(len(o.Files), "file", "files"), left(o.Result))
	}
	return a.print(b.String())
}

// repairLine says in one line what was repaired, by the name that people know
// the entity by.
func repairLine(r fix.Repair, op *operand.Operand) string {
	where := op.Near(r.Finding.Span.File.Path)
	if s := r.Finding.Subject; s.Kind != finding.FileSubject("").Kind {
		where += ": " + s.Kind + " " + strings.TrimSpace(s.Title+" ("+s.ID+")")
	}
	return oneLine(where + ": " + r.Fix.Title + " [" + r.Finding.Rule.ID + "]")
}

// oneLine keeps a text that may hold line breaks on its line.
func oneLine(s string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(s) }

// left says what a check finds after the repairs.
func left(r *finding.Result) string {
	number := map[finding.Severity]int{}
	for _, f := range r.Findings {
		if f.Status == "" || f.Status == finding.Open || f.Status == finding.Introduced {
			number[f.Severity]++
		}
	}
	var parts []string
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		if n := number[s]; n > 0 {
			parts = append(parts, counted(n, s.String(), s.String()+"s"))
		}
	}
	if len(parts) == 0 {
		return "nothing is left"
	}
	return strings.Join(parts, ", ") + " left, which cadre check shows"
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
