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

// base opens an earlier state of the framework: the operand arg, or the default
// base when that is empty. The caller closes it.
func (a *app) base(ctx context.Context, work *operand.Operand, arg string, limits *check.Limits) (*operand.Operand, error) {
	op, err := a.opener(limits, a.named).Base(ctx, work, arg, a.getenv("GITHUB_BASE_REF"))
	if err != nil {
		return nil, fmt.Errorf("opening the base: %w", err)
	}
	if op.Part != nil {
		op.Close()
		return nil, usage("--base %s is a part of a framework: name the whole, so that what moved is recognised", arg)
	}
	return op, nil
}

// checkBase checks an earlier state of the framework with the options of the run,
// so that one configuration judges both.
func checkBase(ctx context.Context, op *operand.Operand, o check.Options) (*finding.Result, error) {
	o.Layout, o.Part = &op.Layout, nil
	result, _, err := check.Run(ctx, op.FS, o)
	if err != nil {
		return nil, fmt.Errorf("checking the base %s: %w", op.Name, err)
	}
	if result.Files == 0 {
		return nil, fmt.Errorf("checking the base %s: there are no data files in it", op.Name)
	}
	return result, nil
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
		if !inBase[f] {
			return plain(f)
		}
		return pathBelow(op, f), true
	}
	return run
}

// pathBelow returns how a file is called by the name of its operand.
func pathBelow(op *operand.Operand, f *source.File) string {
	switch {
	case op.Layout.Bundle != "":
		return op.Name
	case op.Detached:
		return op.Path(f.Path)
	}
	return path.Join(op.Name, f.Path)
}
