package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/framework"
	"github.com/cadre-framework/cadre/internal/operand"
	"github.com/cadre-framework/cadre/source"
)

// What a framework has beside its data.
const (
	sumsFile      = "SHA256SUMS" // in the folder of releases
	changelogFile = "CHANGELOG.md"
)

// history reads the releases of a framework, their checksums and its changelog.
func history(ctx context.Context, op *operand.Operand, o check.Options) (diff.History, error) {
	var h diff.History
	read := int64(0)
	entries, err := fs.ReadDir(op.FS, op.Layout.Releases)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return h, fmt.Errorf("listing the releases of %s: %w", op.Name, cause(err))
	}
	for _, e := range entries {
		name := path.Join(op.Layout.Releases, e.Name())
		if strings.HasPrefix(e.Name(), ".") || !source.IsJSON(e.Name()) {
			continue
		}
		if !e.Type().IsRegular() {
			return h, fmt.Errorf("%s is no regular file: a release is a bundle, put the file itself there", op.Near(name))
		}
		f, err := readBundle(ctx, op, name, o)
		if err != nil {
			return h, err
		}
		h.Releases = append(h.Releases, diff.Release{Version: f.Version, File: f.File(), Framework: f})
		if read += int64(len(f.File().Text)); read > o.Limits.Total {
			return h, &check.LimitError{Name: "bytes of all releases", Value: o.Limits.Total}
		}
	}
	if h.Sums, err = besideData(op, path.Join(op.Layout.Releases, sumsFile)); err != nil {
		return h, err
	}
	h.Changelog, err = besideData(op, changelogFile)
	return h, err
}

// readBundle reads a release, which must be free of errors of syntax and schema.
func readBundle(ctx context.Context, op *operand.Operand, name string, o check.Options) (*framework.Framework, error) {
	layout := framework.BundleLayout(name)
	result, f, err := check.Run(ctx, op.FS, check.Options{Stage: check.ValidateOnly, Layout: &layout, Limits: o.Limits, Jobs: o.Jobs})
	if err != nil {
		return nil, fmt.Errorf("reading the release %s: %w", op.Near(name), err)
	}
	if !f.Whole {
		return nil, brokenError("the release "+op.Near(name), operand.PathArgument(op.Near(name)), result, op)
	}
	return f, nil
}

// brokenError is the error for a framework of which nobody can say what it holds.
// The word is what it is called on a command line.
func brokenError(what, word string, result *finding.Result, op *operand.Operand) error {
	return fmt.Errorf("%s has errors of syntax or schema, so nobody can say what changed: %s", what, brokenHelp(brokenPaths(result, op), word))
}

// besideData reads a file of a framework that is no data; it is nil when there is
// none.
func besideData(op *operand.Operand, name string) (*source.File, error) {
	f, err := op.FS.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", op.Near(name), cause(err))
	}
	defer f.Close()
	limit := source.FileLimits.Bytes
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", op.Near(name), cause(err))
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("reading %s: it is larger than %d bytes", op.Near(name), limit)
	}
	return &source.File{Path: name, Text: string(data)}, nil
}
