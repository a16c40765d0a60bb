package cli

import (
	"context"
	"fmt"
	"path"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// base checks an earlier state of the framework with the options of the run, so
// that one configuration judges both. It is the operand arg, or the default base
// when that is empty. It returns the operand, too.
func (a *app) base(ctx context.Context, work *operand.Operand, arg string, o check.Options) (*finding.Result, *operand.Operand, error) {
	op, err := a.opener(o.Limits, a.named).Base(ctx, work, arg, a.getenv("GITHUB_BASE_REF"))
	if err != nil {
		return nil, nil, fmt.Errorf("opening the base: %w", explainLimit(err))
	}
	defer op.Close()
	if op.Part != nil {
		return nil, nil, usage("--base %s is a part of a framework: name the whole, so that what moved is recognised", arg)
	}
	o.Layout, o.Part = &op.Layout, nil
	result, _, err := check.Run(ctx, op.FS, o)
	if err != nil {
		return nil, nil, fmt.Errorf("checking the base %s: %w", op.Name, explainLimit(err))
	}
	if result.Files == 0 {
		return nil, nil, fmt.Errorf("checking the base %s: there are no data files in it", op.Name)
	}
	return result, op, nil
}

// withBase adds what the base says to a run's notes, and makes the files of fixed
// findings known by the name of the base: they do not lie below the root that the
// other paths are relative to.
func withBase(result, base *finding.Result, op *operand.Operand, run report.Run) report.Run {
	for _, note := range base.Notes {
		result.Notes = append(result.Notes, "of the base: "+note)
	}
	inBase := map[*source.File]bool{}
	for _, f := range base.Findings {
		inBase[f.Span.File] = true
	}
	plain := run.Path
	run.Path = func(f *source.File) (string, bool) {
		switch {
		case !inBase[f]:
			return plain(f)
		case op.Layout.Bundle != "":
			return op.Name, true
		case op.Detached:
			return op.Path(f.Path), true
		}
		return path.Join(op.Name, f.Path), true
	}
	return run
}
