package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/internal/operand"
)

// fromBase is the value of --config-from: whoever changes the framework then does
// not change what judges the change.
const fromBase = "base"

func (f *configFlags) addFrom(flags *pflag.FlagSet) {
	flags.StringVar(&f.from, "config-from", "", "take configuration, baseline and accepted changes from the base instead of the working tree, so that a change cannot switch off its judge: base (`name`)")
}

// checkFrom refuses what goes against the flag.
func (f *configFlags) checkFrom() error {
	switch {
	case f.from != fromBase:
		return usage("--config-from %s: use base", f.from)
	case f.config != "":
		return usage("--config and --config-from exclude each other: both name the configuration")
	case f.baseline != "":
		return usage("--baseline and --config-from exclude each other: the baseline is that of the base")
	}
	return nil
}

// namedByBase returns the operand of a run for which none was named, and why it is
// that one. It is the base that says so: what its configuration names, else the
// framework that is the nearest there. Where it says nothing, the nearest here is
// meant.
func (a *app) namedByBase(ctx context.Context, flags configFlags, limits *check.Limits) (args []string, origin string, err error) {
	earlier, err := a.opener(limits, nil).Earlier(ctx, flags.base, a.getenv("GITHUB_BASE_REF"), !flags.straight)
	if err != nil {
		return nil, "", fmt.Errorf("opening the base: %w", err)
	}
	if earlier == nil {
		return nil, "found", nil
	}
	c, err := config.Earlier(earlier.Around).Load()
	if err != nil {
		return nil, "", wrong(err)
	}
	where, origin := earlier.Nearest(), "found"
	if c.Earlier != "" {
		where, origin = c.Earlier, placeOf(c.Place("framework"))
	}
	if where == "" {
		return nil, origin, nil
	}
	return []string{operand.PathArgument(a.relative(filepath.Join(earlier.Repository, filepath.FromSlash(where))))}, origin, nil
}

// notOpened says why a framework could not be opened that the base names, or that
// the configuration here may name.
func (s *setting) notOpened(err error, args []string) error {
	switch {
	case s.flags.from == "" || len(s.args) > 0:
		return err
	case len(args) > 0:
		return usage("--config-from base: the framework of the base lies in %s, and cannot be opened there now: put it back, or run without --config-from base\n%s", args[0], err)
	}
	return fmt.Errorf("%w\nwith --config-from base the configuration here is not asked for the framework either: name it", err)
}

// checkPlace refuses a framework that lies elsewhere than the one of the base: a
// change could put another one in front of what it breaks.
func (s *setting) checkPlace(ctx context.Context, base *operand.Operand) error {
	there, err := s.opener.Elsewhere(ctx, base, s.op, s.args)
	if err != nil || there == "" {
		return err
	}
	if there == "." {
		there = "the root of the repository"
	}
	return usage("--config-from base: the framework of the base lies in %s, and the one here, %s, does not: name it, or run without --config-from base", there, s.op.Name)
}

// judgeAs takes the configuration and the baseline of the base in place of those
// of the working tree.
func (s *setting) judgeAs(ctx context.Context, base *operand.Operand) error {
	if err := s.checkPlace(ctx, base); err != nil {
		return err
	}
	around, ok, err := base.Around(ctx)
	if err != nil {
		return err
	}
	if !ok {
		return usage("--config-from base: %s lies in no folder, so there is no configuration around it; name a folder, an archive or a git revision as the base", base.Name)
	}
	earlier := config.Earlier(around)
	s.earlier = &earlier
	s.config, err = earlier.Load()
	return wrong(err)
}
