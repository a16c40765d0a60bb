package cli

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// releaseOperands is the part of help that says what a PATH of these commands is.
const releaseOperands = `PATH is a framework folder. Without it the nearest framework upward is taken,
else the folder framework-data.`

func newRelease(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "release COMMAND",
		Short: "Prepare a release of a framework",
		Long: `Hold a framework to the releases that it had, tell people what changed, and
freeze a version. Releases lie in the folder releases of the framework: a bundle
for each, and their checksums in SHA256SUMS. docs/versioning.md says which change
asks for which version.`,
		Example: `  cadre release check     is the version high enough, and the changelog written?
  cadre release notes     what changed, in words for people
  cadre release freeze    keep this version as a bundle`,
	}
	c.AddCommand(newReleaseCheck(a), newReleaseNotes(a), newReleaseFreeze(a))
	return c
}

func newReleaseCheck(a *app) *cobra.Command {
	var judge judgeFlags
	var show outputFlags
	c := &cobra.Command{
		Use:   "check [flags] [PATH]",
		Short: "Hold a framework to its releases",
		Long: `Check that a framework can be released: that its version says how much changed
since the newest release, that the changelog speaks of it, that releases are as
they were frozen, and that what is replaced was there. Only the rules of releases
are judged; cadre check judges all others. While the framework or a release has
errors of syntax or schema, the exit code is 3.

` + releaseOperands,
		Example: `  cadre release check
  cadre release check framework-data --fail-on warning
  cadre release check -f json=release.json`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.releaseCheck(c.Context(), args, &judge, &show)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) {
		f.StringSliceVar(&judge.selects, "select", nil, "judge by these rules only: `ids` or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&judge.ignores, "ignore", nil, "do not judge by these rules: `ids` or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&judge.severities, "severity", nil, "judge a rule as error, warning, info or off (`ID=LEVEL`, repeatable)")
		addFailOn(f, &judge.failOn)
		f.StringVar(&judge.base, "base", "", "where --config-from takes the configuration from (default: the branch that a pull request goes to, else the main branch of origin) (`OPERAND`)")
		judge.configFlags.add(f)
		judge.addFrom(f)
	})
	show.add(c.Flags(), report.FindingsFormats())
	judge.addRun(c.Flags())
	return c
}

func (a *app) releaseCheck(ctx context.Context, args []string, judge *judgeFlags, show *outputFlags) error {
	if judge.base != "" && judge.from == "" {
		return usage("--base %s: a release is compared with the releases beside it; the base only lends its configuration, with --config-from base", judge.base)
	}
	options, err := judge.options(check.ReleaseOnly)
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
	s, err := a.releaseSetting(ctx, args, judge.configFlags, options)
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
	result, _, err := a.judgeRelease(ctx, s, options)
	if err != nil {
		return err
	}
	a.code = judged(result, fail)
	return a.write(report.FromResult(result, a.releaseRun(s)), outputs, shown)
}

// releaseSetting opens a whole framework with room for releases.
func (a *app) releaseSetting(ctx context.Context, args []string, flags configFlags, o check.Options) (*setting, error) {
	s, err := a.setting(ctx, args, flags, o.Limits)
	if err != nil {
		return nil, err
	}
	what := ""
	switch {
	case s.op.Layout.Bundle != "":
		what = s.op.Name + " is a bundle, which has no releases beside it"
	case s.op.Part != nil:
		what = strings.Join(args, " ") + " is a part of a framework, and a release is of the whole"
	}
	if what != "" {
		return nil, errors.Join(s.op.Close(), usage("%s: name the folder that holds framework.yaml", what))
	}
	return s, nil
}

// judgeRelease runs the rules of releases over a framework without errors of syntax
// and schema.
func (a *app) judgeRelease(ctx context.Context, s *setting, o check.Options) (*finding.Result, *framework.Framework, error) {
	s.config.Apply(&o)
	var err error
	o.Stage, o.Layout, o.Diff = check.ReleaseOnly, &s.op.Layout, s.config.Diff()
	if o.Baseline, err = a.accepted(s); err != nil {
		return nil, nil, err
	}
	if o.History, err = history(ctx, s.op, o); err != nil {
		return nil, nil, err
	}
	result, f, err := check.Run(ctx, s.op.FS, o)
	switch {
	case err != nil:
		return nil, nil, err
	case result.Files == 0:
		return nil, nil, fmt.Errorf("nothing to check: there are no data files of the framework in %s", s.op.Name)
	case !f.Whole:
		return nil, nil, brokenError("the framework "+s.op.Name, operandWord("", s.op), result, s.op)
	}
	return result, f, nil
}

// releaseRun says how the files of a release check are called. The configuration
// lies outside the framework.
func (a *app) releaseRun(s *setting) report.Run {
	run := runOf(s.op)
	inConfig := map[*source.File]bool{}
	for _, accepted := range s.config.Diff().Accepted {
		inConfig[accepted.At.File] = true
	}
	plain := run.Path
	run.Path = func(f *source.File) (string, bool) {
		if !inConfig[f] {
			return plain(f)
		}
		rel, err := filepath.Rel(filepath.Join(a.dir, filepath.FromSlash(s.op.Root)), a.path(f.Path))
		if err != nil || s.op.Detached || s.earlier != nil {
			return f.Path, true
		}
		return filepath.ToSlash(rel), false
	}
	return run
}

// bundleName returns where a framework's release lies.
func bundleName(f *framework.Framework, l framework.Layout) string {
	return path.Join(l.Releases, f.ID+"-"+f.Version+".json")
}
