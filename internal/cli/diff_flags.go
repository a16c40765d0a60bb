package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/report"
)

// diffFlags say what is compared, and what of it is shown and judged.
type diffFlags struct {
	failOn       string
	selects      []string
	ignores      []string
	audiences    []string
	constituency string
	configFlags
	limits string
	jobs   int
	show   outputFlags
	stat   statFlags
}

// statFlags make the text of changes shorter.
type statFlags struct{ stat, nameOnly bool }

func (s *statFlags) add(f *pflag.FlagSet) {
	f.BoolVar(&s.stat, "stat", false, "text of changes: only the numbers and the version bump")
	f.BoolVar(&s.nameOnly, "name-only", false, "text of changes: only which entities changed")
}

// options adds the flags to those of a document.
func (s *statFlags) options(o *report.Options) error {
	if s.stat && s.nameOnly {
		return usage("--stat and --name-only exclude each other")
	}
	o.Stat, o.NameOnly = s.stat, s.nameOnly
	return nil
}

func (d *diffFlags) add(flags *pflag.FlagSet) {
	grouped(flags, groupJudge, func(f *pflag.FlagSet) {
		f.StringVar(&d.base, "base", "", "compare with this `OPERAND`; a git revision counts as of where HEAD left it")
		f.StringSliceVar(&d.selects, "select", nil, "only these `kinds` of change, or beginnings of their ids (repeatable, or with commas)")
		f.StringSliceVar(&d.ignores, "ignore", nil, "not these `kinds` of change, or beginnings of their ids (repeatable, or with commas)")
		f.StringSliceVar(&d.audiences, "audience", nil, "only changes that concern these `people`: "+strings.Join(diff.Audiences(), ", ")+" (repeatable, or with commas)")
		f.StringVar(&d.constituency, "constituency", "", "only changes in, or that reach, the constituency with this `ID`")
		f.StringVar(&d.failOn, "fail-on", "never", "exit with 1 at changes of this `impact` or more: major, minor, patch or never")
		f.StringVar(&d.config, "config", "", "the configuration, or none (default: the nearest "+config.Name+") (`FILE`)")
		d.addFrom(f)
	})
	grouped(flags, groupOutput, func(f *pflag.FlagSet) {
		d.show.addFormat(f, report.ChangesFormats())
		d.stat.add(f)
		d.show.addShown(f)
	})
	addRunFlags(flags, &d.limits, &d.jobs)
}

// diffPlan is what the flags come to.
type diffPlan struct {
	fail         diff.Impact
	limits       *check.Limits
	outputs      []output
	shown        report.Options
	wanted       map[string]bool // by id of a kind
	audiences    []string        // nil for all
	constituency string          // "" for all
}

// plan reads the flags, before anything is opened.
func (d *diffFlags) plan(a *app, args []string) (p *diffPlan, err error) {
	p = &diffPlan{constituency: d.constituency}
	switch {
	case len(args) > 0 && d.base != "":
		return nil, usage("OLD and --base both name what to compare with: give one of them")
	case len(args) == 2 && args[0] == operand.Stdin && args[1] == operand.Stdin:
		return nil, usage("standard input can be read once: name a file for one of the sides")
	}
	if p.fail, err = impactThreshold(d.failOn); err != nil {
		return nil, err
	}
	if p.limits, err = runLimits(d.limits, d.jobs); err != nil {
		return nil, err
	}
	if p.outputs, err = d.show.outputs(report.ChangesFormats(), a.underActions()); err != nil {
		return nil, err
	}
	if p.shown, err = d.show.options(a); err != nil {
		return nil, err
	}
	if err := d.stat.options(&p.shown); err != nil {
		return nil, err
	}
	if p.wanted, err = wantedChanges(d.selects, d.ignores); err != nil {
		return nil, err
	}
	p.audiences, err = audiences(d.audiences)
	return p, err
}

// impactThreshold returns the impact at which a run fails; nothing reaches "never".
func impactThreshold(failOn string) (diff.Impact, error) {
	if failOn == "never" {
		return diff.Major + 1, nil
	}
	i, err := diff.ParseImpact(failOn)
	if err != nil || i == diff.None {
		return i, usage("--fail-on %s: changes take major, minor, patch or never", failOn)
	}
	return i, nil
}

// wantedChanges returns the kinds that are selected and not ignored.
func wantedChanges(selects, ignores []string) (map[string]bool, error) {
	selected, err := changeMatchers("select", selects)
	if err != nil {
		return nil, err
	}
	ignored, err := changeMatchers("ignore", ignores)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, k := range diff.Kinds() {
		wanted[k.ID] = (len(selected) == 0 || selected[k.ID]) && !ignored[k.ID]
	}
	return wanted, nil
}

// changeMatchers returns the ids of the kinds that patterns name: an id, the
// beginning of one, either behind "diff/", or "diff" for all. A pattern that names
// none is an error.
func changeMatchers(flag string, patterns []string) (map[string]bool, error) {
	matched := map[string]bool{}
	for _, pattern := range patterns {
		found, known := false, []string{}
		name, _ := strings.CutPrefix(pattern, changesCategory+"/")
		for _, k := range diff.Kinds() {
			known = append(known, k.ID)
			if pattern == changesCategory || name != "" && strings.HasPrefix(k.ID, name) {
				found, matched[k.ID] = true, true
			}
		}
		if found {
			continue
		}
		if near, ok := text.Nearest(name, known); ok {
			return nil, usage("--%s %s: there is no such kind of change; did you mean %q?", flag, pattern, near)
		}
		return nil, usage("--%s %s: there is no such kind of change; cadre explain diff lists them all", flag, pattern)
	}
	return matched, nil
}

// audiences reads names of audiences, also with hyphens in place of the spaces,
// which a command line would need quotes for.
func audiences(names []string) ([]string, error) {
	var found []string
	for _, name := range names {
		plain := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "-", " ")
		if !slices.Contains(diff.Audiences(), plain) {
			return nil, usage("--audience %s: use one of %s", name, strings.Join(diff.Audiences(), ", "))
		}
		found = append(found, plain)
	}
	return found, nil
}
