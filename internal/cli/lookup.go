package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/report"
)

// lookupFlags are the flags of commands that answer questions.
type lookupFlags struct {
	operand string
	show    outputFlags
}

func (l *lookupFlags) add(flags *pflag.FlagSet) {
	grouped(flags, groupOutput, func(f *pflag.FlagSet) { l.show.addFormat(f, report.LookupFormats()) })
	grouped(flags, groupRun, func(f *pflag.FlagSet) {
		f.StringVarP(&l.operand, "framework", "F", "", "the framework to ask: a `PATH`, an archive, git:REF, \"embedded\" or \"-\"")
	})
}

// lookup completes a command that answers a question about a framework.
func (a *app) lookup(c *cobra.Command, ask func(f *framework.Framework, args []string) (report.Answer, error)) *cobra.Command {
	var flags lookupFlags
	flags.add(c.Flags())
	c.Long = strings.TrimSpace(c.Long + "\n\nThe nearest framework is asked, else the one that ships with Cadre.")
	c.RunE = func(c *cobra.Command, args []string) error {
		outputs, err := flags.show.outputs(report.LookupFormats(), a.underActions())
		if err != nil {
			return err
		}
		f, err := a.framework(c.Context(), flags.operand)
		if err != nil {
			return err
		}
		answer, err := ask(f, args)
		if err != nil {
			return err
		}
		return a.write(answer, outputs, report.Options{Width: a.width})
	}
	return c
}

// framework reads the framework that is asked. Files that are broken are named
// on the error stream, and the exit code says that the answer may lack
// something.
func (a *app) framework(ctx context.Context, arg string) (*framework.Framework, error) {
	op, err := a.open(ctx, arg)
	if err != nil {
		return nil, err
	}
	defer op.Close()
	result, f, err := check.Run(ctx, op.FS, check.Options{Layout: &op.Layout, Stage: check.ValidateOnly})
	if err != nil {
		return nil, err
	}
	if broken := brokenFiles(result, op); len(broken) > 0 {
		fmt.Fprintln(a.stderr, report.Message(fmt.Sprintf("cadre: the answer may lack something, because these files are broken: %s\ncadre check tells what is wrong with them", strings.Join(broken, ", "))))
		a.code = exitIncomplete
	}
	return f, nil
}

// open opens the operand of a look-up, and the shipped framework when none is
// named and none is near.
func (a *app) open(ctx context.Context, arg string) (*operand.Operand, error) {
	opener := a.opener(&check.DefaultLimits, a.named)
	if arg != "" {
		op, err := opener.Open(ctx, []string{arg})
		return op, err
	}
	named, err := a.named()
	if err != nil {
		return nil, err
	}
	op, err := opener.Open(ctx, named)
	if err != nil && len(named) == 0 && exitCode(err) == exitIncomplete {
		fmt.Fprintln(a.stderr, "cadre: there is no framework here, so this is about the one that ships with Cadre")
		return opener.Open(ctx, []string{operand.Embedded})
	}
	return op, err
}

// mostNamed is how many broken files are named.
const mostNamed = 10

// brokenPaths returns the files in which there are errors, whatever excuses them.
func brokenPaths(result *finding.Result, op *operand.Operand) []string {
	var paths []string
	for _, f := range result.Findings {
		if f.Severity == finding.Error && f.Span.File != nil {
			paths = append(paths, op.Near(f.Span.File.Path))
		}
	}
	return slices.Compact(paths)
}

func brokenFiles(result *finding.Result, op *operand.Operand) []string {
	paths := brokenPaths(result, op)
	if more := len(paths) - mostNamed; more > 0 {
		paths = append(paths[:mostNamed], fmt.Sprintf("and %d more", more))
	}
	return paths
}

// role returns the role with an id. Another word is an error with what may be
// meant.
func role(f *framework.Framework, id string) (*framework.Role, error) {
	if r := f.Role(id); r != nil {
		return r, nil
	}
	return nil, unknownEntity(f, "role", id, func(e *framework.Entity) bool { return e.Kind == framework.KindRole })
}

// unknownEntity is the error for an id that nothing suitable has. Titles are
// looked at, too: people type them.
func unknownEntity(f *framework.Framework, what, id string, suits func(*framework.Entity) bool) error {
	var ids []string
	for e := range f.Entities() {
		if !suits(e) {
			continue
		}
		if goesBy(f, e, id) {
			return usage("there is no %s with the id %q: did you mean %q (%s)?", what, id, e.ID, e.Title)
		}
		ids = append(ids, e.ID)
	}
	if near, ok := text.Nearest(id, ids); ok {
		return usage("there is no %s with the id %q: did you mean %q?", what, id, near)
	}
	if what == "role" {
		return usage("there is no role with the id %q: cadre roles --search WORDS finds ids", id)
	}
	return usage("there is no %s with the id %q", what, id)
}

// goesBy reports whether people know an entity by a word: its title, another
// name, or a code that it has or had.
func goesBy(f *framework.Framework, e *framework.Entity, word string) bool {
	known := append([]string{e.Title}, e.Aliases...)
	if c := f.Competency(e.ID); c != nil && &c.Entity == e {
		known = append(append(known, c.Code), c.PreviousCodes...)
	}
	return slices.ContainsFunc(known, func(s string) bool { return s != "" && text.Fold(s) == text.Fold(word) })
}
