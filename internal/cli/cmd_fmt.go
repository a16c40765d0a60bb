package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/files"
	"github.com/cadre-framework/cadre/internal/format"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// fmtFlags say what becomes of a file that would change.
type fmtFlags struct{ check, diff bool }

func newFmt(a *app) *cobra.Command {
	var flags fmtFlags
	c := &cobra.Command{
		Use:   "fmt [flags] [PATH...]",
		Short: "Lay out data files alike",
		Long: `Give data files their canonical layout: fields in the order of their schema,
two spaces a step, quotes only where they are needed, texts over 100 columns
folded at 80, LF line ends. Comments stay with what they stand above or beside,
blank lines between fields and line breaks in texts stay, and no value changes:
each file is read again before it is written, and left alone in doubt. The
files that change are listed. A file that cannot be read is left as it is; then,
and when --check finds a file to lay out, the exit code is 1.

PATH is a framework folder, or a file or folder inside one. Without it the
nearest framework upward is taken, else the folder framework-data.`,
		Example: `  cadre fmt                     lay out the framework here
  cadre fmt --check             fail when a file would change, for CI
  cadre fmt --diff roles        show what would change in a folder`,
		RunE: func(c *cobra.Command, args []string) error {
			return a.fmt(c.Context(), args, flags)
		},
	}
	grouped(c.Flags(), groupRun, func(f *pflag.FlagSet) {
		f.BoolVar(&flags.check, "check", false, "list the files that would change, write nothing, and exit with 1 if there is one")
		f.BoolVar(&flags.diff, "diff", false, "show what would change, and write nothing")
	})
	return c
}

// folderOperand opens an operand whose files can be written. Others are wrong
// usage.
func (a *app) folderOperand(ctx context.Context, args []string, flags configFlags, command string) (*setting, *files.FS, error) {
	none := func(name string) error {
		return usage("cadre %s works on the files of a framework folder, and %s is none: name a folder that holds framework.yaml", command, name)
	}
	for _, arg := range args {
		if a.opener(&check.DefaultLimits, nil).Special(arg) {
			return nil, nil, none(arg)
		}
	}
	s, err := a.setting(ctx, args, flags, &check.DefaultLimits)
	if err != nil {
		return nil, nil, err
	}
	folder, ok := s.op.FS.(*files.FS)
	if !ok || s.op.Layout.Bundle != "" {
		s.op.Close()
		return nil, nil, none(s.op.Name)
	}
	return s, folder, nil
}

func (a *app) fmt(ctx context.Context, args []string, flags fmtFlags) error {
	s, folder, err := a.folderOperand(ctx, args, configFlags{}, "fmt")
	if err != nil {
		return err
	}
	defer s.op.Close()
	paths, err := format.Files(folder, s.op.Layout)
	if err != nil {
		return fmt.Errorf("listing the files of %s: %w", s.op.Name, cause(err))
	}
	var errs []error
	found := 0
	for _, path := range paths {
		if s.op.Part != nil && !s.op.Part(path) {
			continue
		}
		if found++; ctx.Err() != nil {
			return ctx.Err()
		}
		errs = append(errs, a.fmtFile(folder, s.op, path, flags))
	}
	if found == 0 {
		return fmt.Errorf("nothing to lay out: there are no data files of the framework in %s", strings.Join(args, ", "))
	}
	return errors.Join(errs...)
}

// fmtFile lays out one file, or tells what would change.
func (a *app) fmtFile(folder *files.FS, op *operand.Operand, path string, flags fmtFlags) error {
	file, faults, err := readFile(folder, path)
	if err != nil {
		return err
	}
	text := ""
	if len(faults) == 0 {
		if text, faults, err = format.Text(file, op.Layout); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		a.code = exitFindings
		at := faults[0].Span.Position()
		return a.printLine(fmt.Sprintf("%s:%d:%d: %s; the file is left as it is, run cadre check for more", op.Near(path), at.Line, at.Column, faults[0].Message))
	}
	if text == file.Text {
		return nil
	}
	if flags.check {
		a.code = exitFindings
	}
	if flags.diff {
		return a.print(files.Unified(op.Near(path), file.Text, text))
	}
	if !flags.check {
		if err := folder.WriteFile(path, []byte(file.Text), []byte(text)); err != nil {
			return err
		}
	}
	return a.printLine(op.Near(path))
}

// readFile reads a data file that is no larger than it may be.
func readFile(folder *files.FS, path string) (*source.File, []source.Fault, error) {
	file := &source.File{Path: path}
	info, err := fs.Stat(folder, path)
	if err == nil && info.Size() > source.FileLimits.Bytes {
		return file, []source.Fault{source.TooLarge(file, source.FileLimits)}, nil
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(folder, path)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", path, cause(err))
	}
	file.Text = string(data)
	return file, nil, nil
}

// print writes text that may hold data to stdout.
func (a *app) print(text string) error {
	if _, err := fmt.Fprint(a.stdout, report.Message(text)); err != nil {
		return fmt.Errorf("writing the results: %w", err)
	}
	return nil
}

func (a *app) printLine(text string) error { return a.print(text + "\n") }
