package check

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/source"
	"github.com/cadre-framework/cadre/validate"
)

// input is one file, read and validated.
type input struct {
	doc      *source.Document
	findings []finding.Finding
	err      error
}

// readAll reads, parses and validates the entries with several workers; the
// inputs are in the order of the entries.
func readAll(ctx context.Context, fsys fs.FS, entries []entry, o *Options) ([]input, error) {
	inputs := make([]input, len(entries))
	var next, total atomic.Int64
	var workers sync.WaitGroup
	for range min(o.jobs(), len(entries)) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < len(entries) && ctx.Err() == nil; i = int(next.Add(1) - 1) {
				if total.Load() > o.limits().Total {
					return
				}
				inputs[i] = readOne(fsys, entries[i], o)
				total.Add(int64(len(inputs[i].doc.File.Text)))
			}
		})
	}
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if limit := o.limits().Total; total.Load() > limit {
		return nil, &LimitError{"bytes of all files", limit}
	}
	return inputs, nil
}

// readOne never returns an input without a document.
func readOne(fsys fs.FS, e entry, o *Options) input {
	file := &source.File{Path: e.path}
	limits := o.limits().File
	if o.layout().Bundle != "" {
		limits = o.limits().Bundle
	}
	in := input{doc: &source.Document{File: file}}
	var faults []source.Fault
	if e.mode != 0 {
		faults = []source.Fault{notRegular(file, e.mode)}
	} else if file.Text, in.err = readText(fsys, e.path, limits.Bytes); in.err != nil {
		return in
	} else if int64(len(file.Text)) > limits.Bytes {
		file.Text = ""
		faults = []source.Fault{source.TooLarge(file, limits)}
	} else {
		in.doc, faults = source.Parse(file, limits)
	}
	in.validate(faults, o)
	return in
}

func (in *input) validate(faults []source.Fault, o *Options) {
	kind, many := o.layout().Contents(in.doc)
	in.findings, in.err = validate.Document(in.doc, faults, string(kind), many)
}

// readText reads a file up to one byte beyond the limit.
func readText(fsys fs.FS, path string, limit int64) (string, error) {
	f, err := fsys.Open(path)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", path, cause(err))
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(min(info.Size(), limit+1)))
	}
	if _, err := io.Copy(&b, io.LimitReader(f, limit+1)); err != nil {
		return "", fmt.Errorf("reading %s: %w", path, cause(err))
	}
	return b.String(), nil
}

// cause strips the path that the error of a file system repeats.
func cause(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

// notRegular is the fault of what may not be opened at all.
func notRegular(f *source.File, mode fs.FileMode) source.Fault {
	what := "a device or a socket"
	switch {
	case mode&fs.ModeSymlink != 0:
		what = "a link"
	case mode&fs.ModeNamedPipe != 0:
		what = "a pipe"
	case mode&fs.ModeIrregular != 0:
		what = "something that is no file, such as a submodule,"
	}
	return source.Fault{
		Code: "not-a-regular-file", Span: source.Span{File: f},
		Message: what + " in the place of a file; it was not opened",
		Help:    "put the file itself here, or remove this entry",
	}
}
