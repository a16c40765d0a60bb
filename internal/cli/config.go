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

// configFlags say which configuration and which baseline hold.
type configFlags struct {
	config, baseline, from, base string

	straight bool // whether a revision as the base is taken as it stands, not where HEAD left it
}

func (f *configFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.config, "config", "", "the configuration, or none (default: the nearest "+config.Name+") (`FILE`)")
	flags.StringVar(&f.baseline, "baseline", "", "the baseline of accepted findings (default: as configured, else "+config.DefaultBaseline+") (`FILE`)")
}

// noConfig is the value of --config that leaves out whatever lies around the
// framework: the configuration, and a baseline that nobody named.
const noConfig = "none"

// setting is an operand and the configuration that judges it.
type setting struct {
	op      *operand.Operand
	origin  string // why it is this operand
	config  *config.Config
	earlier *config.Earlier // what the configuration was taken from instead of the working tree, or nil
	flags   configFlags
	opener  operand.Opener
	args    []string // how the operand was named, or nothing
}

// setting opens the operand and reads the configuration. Without an operand the
// configuration may name one; without a configuration around the operand, the one
// that named it holds.
func (a *app) setting(ctx context.Context, args []string, flags configFlags, limits *check.Limits) (*setting, error) {
	given, err := a.givenConfig(flags)
	if err != nil {
		return nil, err
	}
	naming := given
	if len(args) == 0 && naming == nil {
		if naming, err = a.nearestConfig(a.dir); err != nil {
			return nil, err
		}
	}
	s := &setting{origin: "named", config: given, flags: flags, args: args}
	if len(args) == 0 {
		if args, s.origin, err = a.unnamed(ctx, naming, flags, limits); err != nil {
			return nil, err
		}
	}
	work := a.named
	if given != nil {
		work = func() ([]string, error) { return a.namedBy(given), nil }
	}
	s.opener = a.opener(limits, work)
	op, err := s.opener.Open(ctx, args)
	if err != nil {
		return nil, s.notOpened(err, args)
	}
	s.op = op
	if given == nil {
		if s.config, err = a.configOf(op, naming); err != nil {
			op.Close()
			return nil, err
		}
	}
	return s, nil
}

// unnamed returns the operand of a run for which none was named, and why it is that
// one: what a configuration names, else nothing, which is the nearest framework.
func (a *app) unnamed(ctx context.Context, naming *config.Config, flags configFlags, limits *check.Limits) (args []string, origin string, err error) {
	if flags.from != "" {
		return a.namedByBase(ctx, flags, limits)
	}
	if args = a.namedBy(naming); len(args) > 0 {
		return args, placeOf(naming.Place("framework")), nil
	}
	return nil, "found", nil
}

// named returns the operand that the nearest configuration names, or nothing.
func (a *app) named() ([]string, error) {
	c, err := a.nearestConfig(a.dir)
	if err != nil {
		return nil, err
	}
	return a.namedBy(c), nil
}

// namedBy returns the operand that a configuration names, or nothing. It is always
// a path, even where its folder is called like another operand.
func (a *app) namedBy(c *config.Config) []string {
	if c.Framework == "" {
		return nil
	}
	return []string{operand.PathArgument(a.relative(c.Framework))}
}

// opener opens operands within the limits of a run. Where none is named, work
// tells which framework is the working one.
func (a *app) opener(limits *check.Limits, work func() ([]string, error)) operand.Opener {
	o := operand.Opener{Dir: a.dir, Stdin: a.stdin, MaxBundle: limits.Bundle.Bytes, Limits: &operand.DefaultLimits, Work: work}
	if limits == &check.LargeLimits {
		o.Limits = &operand.LargeLimits
	}
	return o
}

// givenConfig reads the configuration of the flags; it is nil when they leave it to
// be found. What the base will say is nothing so far.
func (a *app) givenConfig(flags configFlags) (*config.Config, error) {
	switch {
	case flags.from != "":
		return &config.Config{}, flags.checkFrom()
	case flags.config == "":
		return nil, nil
	case flags.config == noConfig:
		return &config.Config{}, nil
	}
	c, err := config.Load(a.path(flags.config), flags.config)
	return c, wrong(err)
}

// nearestConfig reads the nearest configuration from a folder upward. It is never
// nil without an error.
func (a *app) nearestConfig(from string) (*config.Config, error) {
	dir, err := config.Find(from)
	if err != nil || dir == "" {
		return &config.Config{}, wrong(err)
	}
	file := filepath.Join(dir, config.Name)
	c, err := config.Load(file, a.relative(file))
	return c, wrong(err)
}

// configOf returns the configuration of an operand. What lies in no folder has
// none.
func (a *app) configOf(op *operand.Operand, naming *config.Config) (*config.Config, error) {
	if op.Detached {
		return &config.Config{}, nil
	}
	c, err := a.nearestConfig(op.Dir)
	if err == nil && c.Path == "" && naming != nil && naming.Framework != "" {
		return naming, nil
	}
	return c, err
}

// relative returns a path as people would type it here. Where no way leads, as
// between two drives, it stays absolute.
func (a *app) relative(path string) string {
	if rel, err := filepath.Rel(a.dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return path
}

// baseline returns the place of the baseline, or nil when there is none.
func (a *app) baseline(s *setting) (*config.BaselineFile, error) {
	if s.flags.baseline != "" {
		file, err := config.NamedBaseline(a.path(s.flags.baseline), s.flags.baseline)
		return file, wrong(err)
	}
	if s.earlier != nil {
		file, err := s.earlier.Baseline(s.config)
		return file, wrong(err)
	}
	if s.flags.config == noConfig {
		return nil, nil
	}
	folder, shown := "", ""
	if !s.op.Detached {
		folder, shown = s.op.Dir, s.op.Near(".")
	}
	file, err := s.config.Baseline(folder, shown)
	return file, wrong(err)
}

// accepted reads the baseline of a run. One that somebody named must be there.
func (a *app) accepted(s *setting) (*check.Baseline, error) {
	file, err := a.baseline(s)
	switch {
	case err != nil || file == nil:
		return nil, err
	case !file.Exists && file.Named:
		return nil, usage("there is no baseline %s: correct the name, or run cadre baseline write to accept what is found today", file.Shown())
	case !file.Exists:
		return nil, nil
	}
	b, err := file.Read()
	return b, wrong(err)
}

// wrong marks what is wrong with a configuration or a baseline as wrong usage.
func wrong(err error) error {
	if err == nil {
		return nil
	}
	return usageError(fmt.Sprint(err))
}
