package docgen

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// said returns what cadre diff old new prints of a case, where the folders old and
// new lie side by side.
func (e *example) said() (string, error) {
	old, err := e.side("old")
	if err != nil {
		return "", err
	}
	new, err := e.side("new")
	if err != nil {
		return "", err
	}
	result := diff.Compare(old.Framework, new.Framework, diff.Options{})
	doc := report.FromChanges(old, new, result, report.Run{Operand: new.Operand, Root: ".", Path: new.Path})
	var b strings.Builder
	if err := doc.Write(&b, "text", report.Options{}); err != nil {
		return "", fmt.Errorf("writing the changes: %w", err)
	}
	return b.String(), nil
}

// side reads one of the two frameworks of a case.
func (e *example) side(name string) (report.Compared, error) {
	fsys := fstest.MapFS{}
	for _, f := range e.files {
		if below, ok := strings.CutPrefix(f.path, name+"/"); ok {
			fsys[below] = &fstest.MapFile{Data: []byte(f.text)}
		}
	}
	_, f, err := check.Run(context.Background(), fsys, check.Options{Stage: check.ValidateOnly})
	if err != nil {
		return report.Compared{}, fmt.Errorf("reading the %s side: %w", name, err)
	}
	if !f.Whole {
		return report.Compared{}, fmt.Errorf("reading the %s side: cadre diff would refuse it, because a file of it is broken", name)
	}
	return report.Compared{Operand: name, Framework: f, Path: func(f *source.File) (string, bool) { return name + "/" + f.Path, false }}, nil
}
