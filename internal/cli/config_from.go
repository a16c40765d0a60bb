package cli

import (
	"context"
	"fmt"

	"github.com/spf13/pflag"

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

// unnamed says why a framework was not found that the configuration here may name.
func unnamed(err error, args []string, flags configFlags) error {
	if flags.from == "" || len(args) > 0 {
		return err
	}
	return fmt.Errorf("%w\nwith --config-from base the configuration here is not asked for the framework either: name it", err)
}

// judgeAs takes the configuration and the baseline of the base in place of those
// of the working tree.
func (s *setting) judgeAs(ctx context.Context, base *operand.Operand) error {
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
