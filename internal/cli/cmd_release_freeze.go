package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/internal/format"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

func newReleaseFreeze(a *app) *cobra.Command {
	var judge judgeFlags
	c := &cobra.Command{
		Use:   "freeze [flags] [PATH]",
		Short: "Keep the version of a framework as a bundle",
		Long: `Write the framework as it is now into one bundle, releases/ID-VERSION.json, and
its checksum into releases/SHA256SUMS, which sha256sum -c reads. Equal content
gives equal bytes. A frozen release is never altered: when the bundle or its line
is there already, nothing is written and the exit code is 1. It is 1, too, while
cadre check or cadre release check finds an error, and when the bundle would be
larger than can be read without --limits large.

` + releaseOperands,
		Example: `  cadre release check && cadre release freeze
  cadre release freeze framework-data`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.releaseFreeze(c.Context(), args, &judge)
		},
	}
	grouped(c.Flags(), groupJudge, func(f *pflag.FlagSet) { judge.configFlags.add(f) })
	judge.addRun(c.Flags())
	return c
}

func (a *app) releaseFreeze(ctx context.Context, args []string, judge *judgeFlags) error {
	options, err := judge.options(check.Everything)
	if err != nil {
		return err
	}
	s, folder, err := a.folderOperand(ctx, args, judge.configFlags, "release freeze")
	if err != nil {
		return err
	}
	defer s.op.Close()
	if s.op.Part != nil {
		return usage("%s is a part of a framework, and a release is of the whole: name the folder that holds framework.yaml", strings.Join(args, " "))
	}
	f, err := a.releasable(ctx, s, options)
	if f == nil || err != nil {
		return err
	}
	name := bundleName(f, s.op.Layout)
	text, faults, err := format.Bundle(f, name)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return a.refuse(fmt.Sprintf("%s was not written, because it could not be read again within the default limits: %s", s.op.Near(name), faults[0].Message))
	}
	return a.freeze(folder, s, &source.File{Path: name, Text: text})
}

// releasable returns a framework in which neither check finds an error, or nil when
// one does, which is told.
func (a *app) releasable(ctx context.Context, s *setting, o check.Options) (*framework.Framework, error) {
	whole := o
	s.config.Apply(&whole)
	whole.Layout = &s.op.Layout
	var err error
	if whole.Baseline, err = a.accepted(s); err != nil {
		return nil, err
	}
	result, f, err := check.Run(ctx, s.op.FS, whole)
	if err != nil {
		return nil, err
	}
	if f.Version != "" && f.Whole {
		if taken, err := a.isFrozen(s, bundleName(f, s.op.Layout)); taken || err != nil {
			return nil, err
		}
	}
	if n := countErrors(result); n > 0 {
		return nil, a.refuse(fmt.Sprintf("nothing was frozen: cadre check %s finds %s", shellWord(operandWord("", s.op)), counted(n, "error", "errors")))
	}
	if result, f, err = a.judgeRelease(ctx, s, o); err != nil {
		return nil, err
	}
	if n := countErrors(result); n > 0 {
		return nil, a.refuse(fmt.Sprintf("nothing was frozen: cadre release check %s finds %s", shellWord(operandWord("", s.op)), counted(n, "error", "errors")))
	}
	return f, nil
}

// isFrozen tells when a bundle or the line about it is there already.
func (a *app) isFrozen(s *setting, name string) (bool, error) {
	sums, err := besideData(s.op, path.Join(path.Dir(name), sumsFile))
	if err != nil {
		return false, err
	}
	const next = "a release is never altered, so set the next version"
	switch _, err := fs.Stat(s.op.FS, name); {
	case err == nil:
		return true, a.refuse(fmt.Sprintf("%s exists already: %s", s.op.Near(name), next))
	case !errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("looking for %s: %w", s.op.Near(name), cause(err))
	}
	if sums != nil && diff.HasSum(sums, path.Base(name)) {
		return true, a.refuse(fmt.Sprintf("%s has a line of %s already: %s, or take the bundle back from version control", s.op.Near(sums.Path), path.Base(name), next))
	}
	return false, nil
}

// refuse tells why nothing was written, which is an answer with its own exit code.
func (a *app) refuse(message string) error {
	a.code = exitFindings
	_, err := fmt.Fprintln(a.stderr, report.Message("cadre: "+message))
	return err
}

func countErrors(r *finding.Result) int {
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Judged() && f.Severity == finding.Error {
			n++
		}
	}
	return n
}

// freeze writes the bundle, then the line about it. A bundle whose line cannot be
// written is taken back.
func (a *app) freeze(folder *files.FS, s *setting, bundle *source.File) error {
	sumsPath := path.Join(path.Dir(bundle.Path), sumsFile)
	sums, err := besideData(s.op, sumsPath)
	if err != nil {
		return err
	}
	err = folder.CreateFile(bundle.Path, []byte(bundle.Text))
	if errors.Is(err, fs.ErrExist) {
		return a.refuse(s.op.Near(bundle.Path) + " exists already, and a release is never altered")
	}
	if err != nil {
		return err
	}
	line := diff.Sum(bundle) + "\n"
	if sums == nil {
		err = folder.CreateFile(sumsPath, []byte(line))
	} else {
		before := sums.Text
		if before != "" && !strings.HasSuffix(before, "\n") {
			before += "\n"
		}
		err = folder.WriteFile(sumsPath, []byte(sums.Text), []byte(before+line))
	}
	if err != nil {
		return errors.Join(err, folder.Remove(bundle.Path))
	}
	return a.print("wrote " + s.op.Near(bundle.Path) + "\nwrote " + s.op.Near(sumsPath) + "\n")
}
