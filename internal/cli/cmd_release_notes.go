package cli

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
)

// notesFlags say what the notes begin with.
type notesFlags struct{ from, since string }

func newReleaseNotes(a *app) *cobra.Command {
	var judge judgeFlags
	var flags notesFlags
	c := &cobra.Command{
		Use:   "notes [flags] [PATH]",
		Short: "Tell people what changed since a release",
		Long: `Write what changed since the newest release, as Markdown for the people whom it
concerns: those who hold a role first, and what asks more of them before what is
only worded anew. It is a draft: why things changed, only people can say.

` + releaseOperands,
		Example: `  cadre release notes > notes.md
  cadre release notes --since 1.0.0
  cadre release notes --from old/framework-data framework-data`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("from") && c.Flags().Changed("since") {
				return usage("--from and --since exclude each other: name a state, or one of the releases")
			}
			return a.releaseNotes(c.Context(), args, &judge, flags)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.StringVar(&flags.from, "from", "", "an earlier state of the framework to begin with (`OPERAND`)")
		f.StringVar(&flags.since, "since", "", "the release to begin with, in place of the newest (`VERSION`)")
		f.StringVar(&judge.config, "config", "", "the configuration, or none (default: the nearest "+config.Name+") (`FILE`)")
	})
	judge.addRun(c.Flags())
	return c
}

func (a *app) releaseNotes(ctx context.Context, args []string, judge *judgeFlags, flags notesFlags) error {
	options, err := judge.options(check.ValidateOnly)
	if err != nil {
		return err
	}
	s, err := a.releaseSetting(ctx, args, judge.configFlags, options)
	if err != nil {
		return err
	}
	defer s.op.Close()
	old, err := a.notesFrom(ctx, s.op, args, options, flags)
	if err != nil {
		return err
	}
	work, err := wholeFramework(ctx, s.op, options)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := report.WriteReleaseNotes(&b, old, work, diff.Compare(old, work, s.config.Diff())); err != nil {
		return err
	}
	if _, err := a.stdout.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the notes: %w", err)
	}
	return nil
}

// notesFrom returns what the notes begin with: a named state, a named release, or
// the newest.
func (a *app) notesFrom(ctx context.Context, work *operand.Operand, args []string, o check.Options, flags notesFlags) (*framework.Framework, error) {
	if flags.from != "" {
		named := func() ([]string, error) {
			if len(args) > 0 {
				return args, nil
			}
			return a.named()
		}
		op, err := a.opener(o.Limits, named).Open(ctx, []string{flags.from})
		if err != nil {
			return nil, err
		}
		defer op.Close()
		if op.Part != nil {
			return nil, usage("--from %s is a part of a framework: name the whole", flags.from)
		}
		return wholeFramework(ctx, op, o)
	}
	h, err := history(ctx, work, o)
	if err != nil {
		return nil, err
	}
	r, err := newest(h, work.Name)
	if err == nil && flags.since != "" {
		r, err = since(h, flags.since)
	}
	if err != nil {
		return nil, err
	}
	return r.Framework, nil
}

// since returns the release of a version.
func since(h diff.History, version string) (*diff.Release, error) {
	wanted, ok := framework.ParseVersion(version)
	var known []string
	for i, r := range h.Releases {
		if v, _ := framework.ParseVersion(r.Version); ok && v.Compare(wanted) == 0 {
			return &h.Releases[i], nil
		}
		known = append(known, r.Version)
	}
	slices.Sort(known)
	return nil, usage("--since %s: there is no such release; there are %s", version, strings.Join(known, ", "))
}

// wholeFramework reads a framework that must be free of errors of syntax and schema.
func wholeFramework(ctx context.Context, op *operand.Operand, o check.Options) (*framework.Framework, error) {
	result, f, err := check.Run(ctx, op.FS, check.Options{Stage: check.ValidateOnly, Layout: &op.Layout, Limits: o.Limits, Jobs: o.Jobs})
	switch {
	case err != nil:
		return nil, err
	case result.Files == 0:
		return nil, fmt.Errorf("there are no data files of the framework in %s", op.Name)
	case !f.Whole:
		return nil, brokenError("the framework "+op.Name, op.Name)
	}
	return f, nil
}
