package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/format"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/internal/scaffold"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// newFlags are the flags of cadre new.
type newFlags struct{ operand, constituency, title string }

func newNew(a *app) *cobra.Command {
	var flags newFlags
	c := &cobra.Command{
		Use:   "new [flags] KIND ID",
		Short: "Start a role, a constituency or another entity",
		Long: `Write the file of a new entity where it belongs. KIND is scale, level,
constituency, competency, role or resource. The fields worth filling hold texts
that begin with "TODO:" and say what to write; cadre check names them, and
whatever else is missing. Nothing that exists is overwritten; the exit code is
then 1.

A role without --constituency is a draft, in the folder roles/_draft.`,
		Example: `  cadre new constituency information-management
  cadre new role data-steward --constituency information-management
  cadre new competency manage-information-risk --title "Manage information risk"`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("title") && strings.TrimSpace(flags.title) == "" {
				return usage("--title is empty: leave it out, or write the title")
			}
			return a.new(c.Context(), args[0], args[1], flags)
		},
	}
	grouped(c.Flags(), groupOutput, func(f *pflag.FlagSet) {
		f.StringVar(&flags.constituency, "constituency", "", "the constituency that a role belongs to (`id`)")
		f.StringVar(&flags.title, "title", "", "the title, when it is more than the words of the id (`text`)")
	})
	grouped(c.Flags(), groupRun, func(f *pflag.FlagSet) {
		f.StringVarP(&flags.operand, "framework", "F", "", "the framework to write into: a `PATH`")
	})
	return c
}

func (a *app) new(ctx context.Context, kind, id string, flags newFlags) error {
	e := scaffold.Entity{Kind: framework.Kind(kind), ID: id, Title: strings.TrimSpace(flags.title), Constituency: flags.constituency}
	if err := newKind(kind); err != nil {
		return err
	}
	if err := newID(id); err != nil {
		return err
	}
	if e.Constituency != "" && e.Kind != framework.KindRole {
		return usage("--constituency is for roles: a %s belongs to none", kind)
	}
	f, op, err := a.writable(ctx, flags.operand)
	if err != nil {
		return err
	}
	if e.Constituency != "" && !f.Defines(framework.Ref{Kind: framework.KindConstituency, ID: e.Constituency}) {
		return unknownConstituency(f, e.Constituency)
	}
	if old := f.Lookup(framework.Ref{Kind: e.Kind, ID: id}); old != nil {
		return a.exists(fmt.Errorf("there is a %s with the id %q already, in %s, and nothing was written", kind, id, op.Near(old.File().Path)))
	}
	file, err := e.File(f, op.Layout)
	if err != nil {
		return usage("%s", err)
	}
	if file, err = laidOut(file, op.Layout); err != nil {
		return err
	}
	if err := a.create(op.Dir, []scaffold.File{file}); err != nil || a.code != exitOK {
		return err
	}
	_, err = fmt.Fprintln(a.stdout, "cadre check tells what is left to fill in")
	return err
}

// laidOut returns a new file as cadre fmt would leave it: a long title or the name
// of a facet may ask for a folded text.
func laidOut(file scaffold.File, l framework.Layout) (scaffold.File, error) {
	text, faults, err := format.Text(&source.File{Path: file.Path, Text: file.Text}, l)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("laying out %s: %s", file.Path, faults[0].Message)
	}
	return scaffold.File{Path: file.Path, Text: text}, err
}

// newKind returns the error for a word that is no kind of entity to be made.
func newKind(word string) error {
	var kinds []string
	for _, k := range framework.Kinds() {
		if word == k.BundleKey() && k != framework.KindFramework {
			return usage("unknown kind %q: did you mean %q?", word, k)
		}
		if k != framework.KindFramework {
			kinds = append(kinds, string(k))
		}
	}
	switch near, ok := text.Nearest(word, kinds); {
	case slices.Contains(kinds, word):
		return nil
	case word == string(framework.KindFramework):
		return usage("cadre init makes a framework; cadre new makes what belongs to one: %s", strings.Join(kinds, ", "))
	case ok:
		return usage("unknown kind %q: did you mean %q?", word, near)
	}
	return usage("unknown kind %q: use one of %s", word, strings.Join(kinds, ", "))
}

// newID returns the error for a word that is no id, with what may be meant.
func newID(word string) error {
	if scaffold.IsID(word) {
		return nil
	}
	const grammar = "an id has at most 64 small letters and digits, in words joined by single hyphens, and begins with a letter"
	if slug := scaffold.Slug(word); slug != "" {
		return usage("%q cannot be an id: %s; use %q?", word, grammar, slug)
	}
	return usage("%q cannot be an id: %s, such as clinical-coder", word, grammar)
}

// mostOffered is how many ids an error offers.
const mostOffered = 10

// unknownConstituency is the error for a constituency that is not there, with the
// one that may be meant, or those that there are, the likeliest first.
func unknownConstituency(f *framework.Framework, id string) error {
	err := unknownEntity(f, "constituency", id, ofKind(framework.KindConstituency))
	if strings.Contains(err.Error(), "did you mean") {
		return err
	}
	var ids []string
	for _, c := range f.Constituencies {
		ids = append(ids, c.ID)
	}
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(inCommon(id, b), inCommon(id, a)) })
	there := ""
	if len(ids) > 0 {
		more := ""
		if left := len(ids) - mostOffered; left > 0 {
			ids, more = ids[:mostOffered], fmt.Sprintf(" and %d more", left)
		}
		there = "use one of " + strings.Join(ids, ", ") + more + ", or "
	}
	return usage("there is no constituency with the id %q: %smake it with cadre new constituency %s", id, there, id)
}

// inCommon counts the words that two ids share.
func inCommon(a, b string) int {
	count, words := 0, strings.Split(b, "-")
	for word := range strings.SplitSeq(a, "-") {
		if slices.Contains(words, word) {
			count++
		}
	}
	return count
}

// writable reads the framework that gets a new file. It must be a folder.
func (a *app) writable(ctx context.Context, arg string) (*framework.Framework, *operand.Operand, error) {
	var args []string
	if arg != "" {
		args = []string{arg}
	}
	s, folder, err := a.folderOperand(ctx, args, configFlags{}, "new")
	if err != nil {
		return nil, nil, err
	}
	defer s.op.Close()
	_, f, err := check.Run(ctx, folder, check.Options{Layout: &s.op.Layout, Stage: check.ValidateOnly})
	return f, s.op, err
}
