package check

import (
	"fmt"
	"runtime"

	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/lint"
	"github.com/cadre-framework/cadre/source"
)

// Options says what is judged, and how. The zero value judges a whole framework
// folder by all rules within the default limits.
type Options struct {
	Layout   *framework.Layout // where the parts lie; nil for framework.DefaultLayout
	Limits   *Limits           // nil for DefaultLimits
	Part     func(path string) bool
	Stage    Stage
	Wanted   func(*finding.Rule) bool // nil for every rule; rules of the syntax category always run
	Severity map[string]finding.Severity
	Settings lint.Settings // options of rules
	Jobs     int           // workers; 0 for one a processor

	// Exempt says for which files a rule is not wanted; nil for none. It is not
	// asked about rules of the syntax category.
	Exempt func(r *finding.Rule, path string) bool

	// Baseline holds the findings that were accepted earlier; nil for none.
	Baseline *Baseline

	// Base holds what the same options found in an earlier state of the framework,
	// whole; nil for none. Findings are then introduced or unchanged, and what only
	// the base had is listed as fixed. With NewOnly the unchanged ones are counted
	// and left out.
	Base    *finding.Result
	NewOnly bool

	// History and Diff are what ReleaseOnly holds the framework to.
	History diff.History
	Diff    diff.Options
}

// Stage says which judges run.
type Stage int

// The stages. LintOnly still shows the errors of syntax and schema, because
// they keep the rules from judging. So does ReleaseOnly, whose rules hold a
// framework to its releases and run only while it is Whole.
const (
	Everything Stage = iota
	ValidateOnly
	LintOnly
	ReleaseOnly
)

// Limits bounds a run. File and Bundle hold for each file; exceeding them is a
// finding. Exceeding Files or Total ends the run with a [LimitError].
type Limits struct {
	File, Bundle source.Limits
	Files        int   // number of data files
	Total        int64 // bytes of all files together
}

// The limits of a run, and the larger ones that may be asked for; nothing goes
// beyond these.
var (
	DefaultLimits = Limits{File: source.FileLimits, Bundle: source.BundleLimits, Files: 50_000, Total: 128 << 20}
	LargeLimits   = Limits{File: source.FileLimits, Bundle: source.LargeBundleLimits, Files: 500_000, Total: 1 << 30}
)

// LimitError says that a framework is larger than the run may read.
type LimitError struct {
	Name  string // which limit
	Value int64
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("the framework exceeds the limit %s (%d)", e.Name, e.Value)
}

func (o *Options) layout() framework.Layout {
	if o.Layout != nil {
		return *o.Layout
	}
	return framework.DefaultLayout
}

func (o *Options) limits() Limits {
	if o.Limits != nil {
		return *o.Limits
	}
	return DefaultLimits
}

func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// judges reports whether findings of a rule are wanted in this run. Faults of
// the syntax always are, and so is whatever keeps a file from being linted.
func (o *Options) judges(r *finding.Rule) bool {
	if r.Category() == "syntax" {
		return true
	}
	if severity, set := o.Severity[r.ID]; set && severity == finding.Off {
		return false
	}
	shape := r.Category() == "schema" && (o.Stage == LintOnly || o.Stage == ReleaseOnly)
	return shape || o.Wanted == nil || o.Wanted(r)
}

// exempt reports whether a rule is not wanted for a file.
func (o *Options) exempt(r *finding.Rule, path string) bool {
	return o.Exempt != nil && r.Category() != "syntax" && o.Exempt(r, path)
}
