package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

func newDiff(a *app) *cobra.Command {
	var flags diffFlags
	c := &cobra.Command{
		Use:   "diff [flags] [OLD] [NEW]",
		Short: "Tell what changed, and what it asks of people",
		Long: `Compare two versions of a framework: what changed, what each change asks of
people, whom it reaches, and which version bump it requires. NEW is the framework
here when it is not named, and OLD the base: --base, else the branch that a pull
request goes to, else the main branch of origin. The filters decide what is shown
and judged; the bump is always that of all changes.

OLD and NEW are whole frameworks: a folder, a bundle (one JSON file with a whole
framework), an archive (.zip, .tar.gz, .tgz), a git revision (git:REF or
git:REF:PATH), "embedded" for the framework that ships with Cadre, or "-" for a
bundle on standard input.`,
		Example: `  cadre diff                                what this branch changes
  cadre diff git:HEAD                       what is not committed yet
  cadre diff releases/hicf-0.1.0.json       what changed since a release
  cadre diff old.zip new.zip -f markdown    two archives, for a pull request
  cadre diff --fail-on major                fail when more is asked of people
  cadre diff --constituency health-records  what concerns one constituency`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c.Context(), args, &flags) },
	}
	flags.add(c.Flags())
	return c
}

func (a *app) diff(ctx context.Context, args []string, flags *diffFlags) error {
	plan, err := flags.plan(a, args)
	if err != nil {
		return err
	}
	old, new, s, err := a.sides(ctx, args, flags, plan.limits)
	if err != nil {
		return err
	}
	defer old.op.Close()
	defer new.op.Close()
	options := check.Options{Stage: check.ValidateOnly, Jobs: flags.jobs, Limits: plan.limits}
	if err := a.readSides(ctx, old, new, options); err != nil {
		return err
	}
	if plan.constituency != "" {
		if err := knownConstituency(old.framework, new.framework, plan.constituency); err != nil {
			return err
		}
	}
	result := diff.Compare(old.framework, new.framework, s.config.Diff())
	elsewhere := plan.keep(result, old.framework, new.framework)
	doc := report.FromChanges(old.compared(new.op), new.compared(new.op), result, runOf(new.op))
	doc.Summary.Elsewhere = elsewhere
	if doc.Worst() >= plan.fail {
		a.code = exitFindings
	}
	return a.write(doc, plan.outputs, plan.shown)
}

// compared is what a report says of a side. The files of both are called from the
// root of the repository of the new one; what does not lie below it goes by the
// name of its operand.
func (s *side) compared(work *operand.Operand) report.Compared {
	op := s.op
	return report.Compared{Operand: op.Name, Framework: s.framework, Path: func(f *source.File) (string, bool) {
		if op == work || !op.Detached && op.Repository != "" && op.Repository == work.Repository {
			return op.Path(f.Path), op.Detached
		}
		return pathBelow(op, f), true
	}}
}

// sides opens both operands, the new one with its configuration, which judges both.
func (a *app) sides(ctx context.Context, args []string, flags *diffFlags, limits *check.Limits) (old, new *side, s *setting, err error) {
	var named []string
	if len(args) > 1 {
		named = args[1:]
	}
	from := flags.configFlags
	if len(args) > 0 {
		from.base, from.straight = args[0], true
	}
	s, err = a.setting(ctx, named, from, limits)
	if err != nil {
		return nil, nil, nil, newUnnamed(err, args, flags.from)
	}
	new = &side{name: "new", arg: firstOf(named), op: s.op}
	old = &side{name: "old", arg: firstOf(args)}
	if old.arg == "" {
		old.op, err = a.base(ctx, s.op, flags.base, limits)
	} else {
		old.op, err = a.oldSide(ctx, old.arg, named, limits)
	}
	if err == nil && flags.from != "" {
		err = s.judgeAs(ctx, old.op)
	}
	for _, each := range []*side{old, new} {
		if err == nil && each.op.Part != nil {
			err = usage("%s is a part of a framework: cadre diff compares whole ones, so name the folder, and use --select, --constituency or --audience to see less", cmp.Or(each.arg, each.op.Name))
		}
	}
	if err == nil && len(args) < 2 && old.op.Same(s.op) {
		err = itself(old.arg, flags.base)
	}
	if err != nil {
		s.op.Close()
		if old.op != nil {
			old.op.Close()
		}
		return nil, nil, nil, err
	}
	return old, new, s, nil
}

// newUnnamed says of the one operand that was named that it is the old side, where
// there is no framework to be the new one.
func newUnnamed(err error, args []string, from string) error {
	if len(args) != 1 || from != "" || !errors.Is(err, operand.ErrNowhere) {
		return err
	}
	return fmt.Errorf("%w to compare %s with: one operand is taken for OLD, so name NEW too, as in cadre diff %s NEW", operand.ErrNowhere, args[0], shellWord(args[0]))
}

// itself is the error for an old side that was named and is the new one: that it
// has not changed would always be true.
func itself(arg, base string) error {
	const self = "%s is the framework itself: name what to compare it with, as in "
	if arg == "" {
		return usage(self+"--base git:origin/main", "--base "+base)
	}
	return usage(self+"cadre diff git:origin/main %s", arg, shellWord(arg))
}

// oldSide opens the operand OLD. A revision is taken where the new side lies.
func (a *app) oldSide(ctx context.Context, arg string, new []string, limits *check.Limits) (*operand.Operand, error) {
	work := a.named
	if len(new) > 0 && !a.opener(limits, nil).Special(new[0]) {
		work = func() ([]string, error) { return new, nil }
	}
	op, err := a.opener(limits, work).Open(ctx, []string{arg})
	if err != nil {
		return nil, fmt.Errorf("opening the old side: %w", err)
	}
	return op, nil
}

func firstOf(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}
