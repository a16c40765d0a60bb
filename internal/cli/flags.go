package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
)

// judgeFlags say what a run judges and when it fails.
type judgeFlags struct {
	failOn     string
	selects    []string
	ignores    []string
	severities []string
	configFlags
	newOnly    bool
	limits     string
	jobs       int
	showConfig bool
	showFiles  bool
}

func (j *judgeFlags) add(flags *pflag.FlagSet) {
	grouped(flags, groupJudge, func(f *pflag.FlagSet) {
		f.StringSliceVar(&j.selects, "select", nil, "judge by these rules only: `ids`, categories or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&j.ignores, "ignore", nil, "do not judge by these rules: `ids`, categories or prefixes of ids (repeatable, or with commas)")
		f.StringSliceVar(&j.severities, "severity", nil, "judge a rule as error, warning, info or off (`ID=LEVEL`, repeatable)")
		addFailOn(f, &j.failOn)
		f.StringVar(&j.base, "base", "", "an earlier state of the framework: tell what is new since, and what was mended; a git revision counts as of where HEAD left it (`OPERAND`)")
		f.BoolVar(&j.newOnly, "new-only", false, "show and judge only what is new since --base (default: the branch that a pull request goes to, else the main branch of origin)")
		j.configFlags.add(f)
		j.addFrom(f)
	})
	grouped(flags, groupOutput, func(f *pflag.FlagSet) {
		f.BoolVar(&j.showConfig, "show-config", false, "tell what is set, and where, and check nothing")
		f.BoolVar(&j.showFiles, "show-files", false, "list the files that are read, and check nothing")
	})
	j.addRun(flags)
}

// compares reports whether what is found is compared with a base.
func (j *judgeFlags) compares() bool { return j.base != "" || j.newOnly }

// addRun adds the flags that every command has which runs a check.
func (j *judgeFlags) addRun(flags *pflag.FlagSet) { addRunFlags(flags, &j.limits, &j.jobs) }

// limitsFlag is the flag that raises the limits of a run, and largeLimits what it
// raises them to.
const limitsFlag, largeLimits = "limits", "large"

func addRunFlags(flags *pflag.FlagSet, limits *string, jobs *int) {
	grouped(flags, groupRun, func(f *pflag.FlagSet) {
		f.StringVar(limits, limitsFlag, "default", "how much a run may read: default or large (`name`)")
		f.IntVarP(jobs, "jobs", "j", 0, "how many files to read at a time; 0 is one a processor (`n`)")
	})
}

// runLimits reads these flags.
func runLimits(name string, jobs int) (*check.Limits, error) {
	if jobs < 0 {
		return nil, usage("--jobs %d: use 1 or more, or 0 for one a processor", jobs)
	}
	switch name {
	case "default":
		return &check.DefaultLimits, nil
	case largeLimits:
		return &check.LargeLimits, nil
	}
	return nil, usage("--limits %s: use default or large", name)
}

func addFailOn(f *pflag.FlagSet, value *string) {
	f.StringVar(value, "fail-on", "error", "exit with 1 at findings of this `severity` or worse: error, warning, info or never")
}

// options turns the flags into what a check takes.
func (j *judgeFlags) options(stage check.Stage) (check.Options, error) {
	limits, err := runLimits(j.limits, j.jobs)
	o := check.Options{Stage: stage, Jobs: j.jobs, Limits: limits}
	if err != nil {
		return o, err
	}
	if j.showConfig && j.showFiles {
		return o, usage("--show-config and --show-files exclude each other")
	}
	selected, err := matchers("select", j.selects)
	if err != nil {
		return o, err
	}
	if err := inStage(stage, j.selects, selected); err != nil {
		return o, err
	}
	ignored, err := matchers("ignore", j.ignores)
	if err != nil {
		return o, err
	}
	o.Wanted = func(r *finding.Rule) bool {
		return (len(selected) == 0 || selected[r.ID]) && !ignored[r.ID]
	}
	o.Severity, err = severities(j.severities)
	return o, err
}

// matchers returns the ids of the rules that patterns name. A pattern that
// names none is an error.
func matchers(flag string, patterns []string) (map[string]bool, error) {
	ids := map[string]bool{}
	for _, pattern := range patterns {
		found := false
		for _, r := range check.Rules() {
			if names(pattern, r) {
				found, ids[r.ID] = true, true
			}
			if flag == "ignore" && names(pattern, r) && r.Category() == "syntax" {
				return nil, usage("--ignore %s: rules of syntax cannot be switched off, because what breaks them cannot be read", pattern)
			}
		}
		if !found {
			return nil, unknownRule("--"+flag+" "+pattern, pattern)
		}
	}
	return ids, nil
}

// inStage refuses a selection of which nothing would run: the rules of releases have
// a command of their own, and it has no others.
func inStage(stage check.Stage, patterns []string, selected map[string]bool) error {
	for id := range selected {
		if strings.HasPrefix(id, "release/") == (stage == check.ReleaseOnly) {
			return nil
		}
	}
	switch {
	case len(patterns) == 0:
		return nil
	case stage == check.ReleaseOnly:
		return usage("--select %s: cadre release check judges by the rules of release alone; cadre check has the others", strings.Join(patterns, ","))
	}
	return usage("--select %s: the rules of release run in cadre release check alone", strings.Join(patterns, ","))
}

// names reports whether a pattern names a rule: by its id, an earlier id, or the
// beginning of one, such as its category.
func names(pattern string, r *finding.Rule) bool {
	for _, id := range append([]string{r.ID}, r.Aliases...) {
		if pattern != "" && strings.HasPrefix(id, pattern) {
			return true
		}
	}
	return false
}

// unknownRule is the error for a name that no rule has. People leave the category
// out.
func unknownRule(what, name string) error {
	var known, bare, ids []string
	for _, r := range check.Rules() {
		known = append(known, r.ID, r.Category())
		bare, ids = append(bare, strings.TrimPrefix(r.ID, r.Category()+"/")), append(ids, r.ID)
	}
	near, ok := text.Nearest(name, known)
	for i := 0; i < len(ids) && !ok && name != ""; i++ {
		near, ok = ids[i], strings.HasPrefix(bare[i], name)
	}
	if !ok {
		if near, ok = text.Nearest(name, bare); ok {
			near = ids[slices.Index(bare, near)]
		}
	}
	if ok {
		return usage("%s: there is no such rule; did you mean %q?", what, near)
	}
	return usage("%s: there is no such rule; cadre rules lists them all", what)
}

// severities reads ID=LEVEL pairs.
func severities(pairs []string) (map[string]finding.Severity, error) {
	levels := map[string]finding.Severity{}
	for _, pair := range pairs {
		id, level, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, usage("--severity %s: write ID=LEVEL, such as identity/duplicate-id=warning", pair)
		}
		rule := findRule(id)
		if rule == nil {
			return nil, unknownRule("--severity "+pair, id)
		}
		severity, err := finding.ParseSeverity(level)
		if err != nil {
			return nil, usage("--severity %s: %s", pair, err)
		}
		if rule.Category() == "syntax" && severity < rule.Severity {
			return nil, usage("--severity %s: rules of syntax cannot be made milder, because what breaks them cannot be read", pair)
		}
		levels[rule.ID] = severity
	}
	return levels, nil
}

// findRule returns the rule with an id, be it an earlier one, or nil.
func findRule(id string) *finding.Rule {
	for _, r := range check.Rules() {
		if r.ID == id {
			return r
		}
		for _, alias := range r.Aliases {
			if alias == id {
				return r
			}
		}
	}
	return nil
}

// threshold returns the severity at which a run fails; nothing reaches "never".
func threshold(failOn string) (finding.Severity, error) {
	if failOn == "never" {
		return finding.Error + 1, nil
	}
	s, err := finding.ParseSeverity(failOn)
	if err != nil || s == finding.Off {
		return s, usage("--fail-on %s: use error, warning, info or never", failOn)
	}
	return s, nil
}
