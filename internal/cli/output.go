package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/report"
)

// outputFlags say how results are shown.
type outputFlags struct {
	formats     []string
	color       string
	minSeverity string
	maxFindings int
	maxBytes    int
	quiet       bool
	verbose     bool
}

func (o *outputFlags) add(flags *pflag.FlagSet, formats []string) {
	grouped(flags, groupOutput, func(f *pflag.FlagSet) {
		o.addFormat(f, formats)
		f.StringVar(&o.minSeverity, "min-severity", anySeverity, "show nothing below this `severity`; what is hidden still counts")
		o.addShown(f)
	})
}

// addShown adds the flags that every document has.
func (o *outputFlags) addShown(f *pflag.FlagSet) {
	f.IntVar(&o.maxFindings, "max-findings", 0, "show at most so many findings or changes, 0 for all; the rest still counts (`n`)")
	f.IntVar(&o.maxBytes, "max-bytes", 0, fmt.Sprintf("markdown: stay below so many bytes, at least %d; 0 for any number (`n`)", report.MinBytes))
	f.StringVar(&o.color, "color", "auto", "colours: auto, always or never (`when`)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "one line a finding or change and nothing else")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "what each rule is about, and all that a change reaches, too")
}

// anySeverity is the least severity, with which nothing is hidden.
const anySeverity = "info"

func (o *outputFlags) addFormat(f *pflag.FlagSet, formats []string) {
	f.StringArrayVarP(&o.formats, "format", "f", nil, fmt.Sprintf("`FORMAT[=FILE]`, repeatable: %s (default text)", strings.Join(formats, ", ")))
}

// output is one format and where it goes; stdout when the file is empty.
type output struct{ format, file string }

// outputs reads the --format flags. Under GitHub Actions annotations may follow a
// text, and do when nothing is asked for.
func (o *outputFlags) outputs(known []string, underActions bool) ([]output, error) {
	if len(o.formats) == 0 {
		all := []output{{format: "text"}}
		if underActions && slices.Contains(known, annotations) {
			all = append(all, output{format: annotations})
		}
		return all, nil
	}
	var all []output
	seen := map[string]string{} // the last format of each file
	for _, flag := range o.formats {
		format, file, toFile := strings.Cut(flag, "=")
		if !slices.Contains(known, format) {
			return nil, unknownFormat(format, known)
		}
		if toFile && file == "" {
			return nil, usage("--format %s: a file name is missing behind the equals sign", flag)
		}
		last, shared := seen[file]
		follows := underActions && last == "text" && format == annotations
		if shared && file == "" && !follows {
			return nil, usage("two formats cannot share standard output: give one of them a file, as in -f %s=FILE", format)
		}
		if shared && file != "" {
			return nil, usage("two formats cannot share the file %s", file)
		}
		seen[file] = format
		all = append(all, output{format, file})
	}
	return all, nil
}

func unknownFormat(name string, known []string) error {
	hint := ""
	if near, ok := text.Nearest(name, known); ok {
		hint = fmt.Sprintf(" (did you mean %q?)", near)
	}
	return usage("unknown format %q%s: use one of %s", name, hint, strings.Join(known, ", "))
}

// options returns how a document is shown.
func (o *outputFlags) options(a *app) (report.Options, error) {
	r := report.Options{Quiet: o.quiet, Verbose: o.verbose, MaxFindings: o.maxFindings, MaxBytes: o.maxBytes}
	if o.quiet && o.verbose {
		return r, usage("--quiet and --verbose exclude each other")
	}
	if o.maxFindings < 0 {
		return r, usage("--max-findings %d: use 0 for all, or a number", o.maxFindings)
	}
	if o.maxBytes != 0 && o.maxBytes < report.MinBytes {
		return r, usage("--max-bytes %d: use 0 for any number, or %d or more", o.maxBytes, report.MinBytes)
	}
	severity, err := finding.ParseSeverity(cmp.Or(o.minSeverity, anySeverity))
	if err != nil || severity == finding.Off {
		return r, usage("--min-severity %s: use error, warning or info", o.minSeverity)
	}
	r.MinSeverity = severity
	r.Color, err = a.colors(o.color)
	return r, err
}

// colors decides whether stdout gets colours: by the flag, then NO_COLOR, then
// FORCE_COLOR, then whether it is a terminal.
func (a *app) colors(when string) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, usage("--color %s: use auto, always or never", when)
	}
	if a.getenv("NO_COLOR") != "" {
		return false, nil
	}
	if force := a.getenv("FORCE_COLOR"); force != "" {
		return force != "0", nil
	}
	return a.terminal && a.getenv("TERM") != "dumb", nil
}

// write renders a document, under GitHub Actions into the summary of the job, and
// then into every output, so that annotations can tell whether the summary holds
// all. Files get no colours. Each is rendered before it is written,
// so that none is left half done.
func (a *app) write(doc report.Document, outputs []output, o report.Options) error {
	o.Summarised = a.summarise(doc, outputs, o)
	for _, out := range outputs {
		shown := o
		shown.Color = o.Color && out.file == ""
		var b bytes.Buffer
		if err := doc.Write(&b, out.format, shown); err != nil {
			return err
		}
		if out.file == "" {
			if _, err := a.stdout.Write(b.Bytes()); err != nil {
				return fmt.Errorf("writing the results: %w", err)
			}
			continue
		}
		if err := os.WriteFile(a.path(out.file), b.Bytes(), 0o666); err != nil {
			return fmt.Errorf("writing the results to %s: %w", out.file, cause(err))
		}
	}
	return nil
}

// path returns where a path of the command line lies.
func (a *app) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(a.dir, name)
}
