package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
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
only worded anew. Before the first release, it tells what the framework has. It is
a draft: why things changed, only people can say. Entities that were possibly
renamed are named on the error stream.

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
	work, err := wholeFramework(ctx, s.op, "", options)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := a.draft(&b, old, work, s.config.Diff()); err != nil {
		return err
	}
	if _, err := a.stdout.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the notes: %w", err)
	}
	return nil
}

// draft writes the notes, and tells what only people can decide.
func (a *app) draft(w io.Writer, old, work *framework.Framework, o diff.Options) error {
	if old == nil {
		return report.WriteFirstReleaseNotes(w, work)
	}
	result := diff.Compare(old, work, o)
	for _, n := range result.Notes {
		if _, err := fmt.Fprintln(a.stderr, report.Message(oneLine("cadre: note: "+n.Sentence()))); err != nil {
			return err
		}
	}
	return report.WriteReleaseNotes(w, old, work, result)
}

// notesFrom returns what the notes begin with: a named state, a named release, or
// the newest; nil before the first release.
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
		return wholeFramework(ctx, op, flags.from, o)
	}
	h, err := history(ctx, work, o)
	if err != nil {
		return nil, err
	}
	r := h.Newest()
	if flags.since != "" {
		if r, err = since(h, flags.since, work.Name); err != nil {
			return nil, err
		}
	}
	if r == nil {
		return nil, nil
	}
	return r.Framework, nil
}

// since returns the release of a version.
func since(h diff.History, version, name string) (*diff.Release, error) {
	if len(h.Releases) == 0 {
		return nil, usage("--since %s: %s has no release yet", version, name)
	}
	wanted, ok := framework.ParseVersion(version)
	var known []string
	for i, r := range h.Releases {
		if v, _ := framework.ParseVersion(r.Version); ok && v.Compare(wanted) == 0 {
			return &h.Releases[i], nil
		}
		known = append(known, r.Version)
	}
	slices.SortStableFunc(known, compareVersions)
	return nil, usage("--since %s: there is no such release; there are %s", version, strings.Join(known, ", "))
}

// compareVersions orders versions as they follow each other.
func compareVersions(a, b string) int {
	v, _ := framework.ParseVersion(a)
	w, _ := framework.ParseVersion(b)
	return v.Compare(w)
}

// wholeFramework reads a framework that must be free of errors of syntax and schema.
// It is what was named, or found when that is "".
func wholeFramework(ctx context.Context, op *operand.Operand, named string, o check.Options) (*framework.Framework, error) {
	result, f, err := check.Run(ctx, op.FS, check.Options{Stage: check.ValidateOnly, Layout: &op.Layout, Limits: o.Limits, Jobs: o.Jobs})
	switch {
	case err != nil:
		return nil, err
	case result.Files == 0:
		return nil, fmt.Errorf("there are no data files of the framework in %s", op.Name)
	case !f.Whole:
		return nil, brokenError("the framework "+op.Name, operandWord(named, op), result, op)
	}
	return f, nil
}
