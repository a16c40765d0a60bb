package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/config"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/source"
)

// byDefault is where a value comes from that nobody set.
const byDefault = "default"

// showConfig tells what holds for a run, and where each value comes from. Rules of
// which nobody says anything are left out.
func (a *app) showConfig(s *setting, flags map[string]finding.Severity) error {
	file, err := a.baseline(s)
	if err != nil {
		return err
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	row := func(name, value, origin string) {
		fmt.Fprintf(w, "%s\t%s\t%s\n", report.Message(name), report.Message(value), report.Message(origin))
	}
	switch {
	case s.earlier != nil && s.config.Path == "":
		row("configuration", "none", "--config-from base")
	case s.earlier != nil:
		row("configuration", s.config.Path, "--config-from base")
	case s.config.Path == "" && s.flags.config == noConfig:
		row("configuration", "none", "--config")
	case s.config.Path == "":
		row("configuration", "none", "no "+config.Name+" from the framework upward to the root of its repository")
	case s.flags.config != "":
		row("configuration", s.config.Path, "--config")
	default:
		row("configuration", s.config.Path, "found")
	}
	row("framework", s.op.Name, s.origin)
	row(baselineRow(s, file))
	ruleRows(s, flags, row)
	changeRows(s.config, row)
	if err := w.Flush(); err != nil {
		return fmt.Errorf("writing the configuration: %w", err)
	}
	_, err = fmt.Fprint(a.stdout, b.String())
	return err
}

func baselineRow(s *setting, file *config.BaselineFile) (name, value, origin string) {
	switch {
	case s.flags.baseline != "":
		return "baseline", file.Shown(), "--baseline"
	case file == nil || !file.Exists && !file.Named:
		return "baseline", "none", byDefault
	case file.Named:
		return "baseline", file.Shown(), placeOf(s.config.Place("baseline"))
	}
	return "baseline", file.Shown(), "found"
}

// ruleRows tells what flags and configuration say of rules.
func ruleRows(s *setting, flags map[string]finding.Severity, row func(name, value, origin string)) {
	settings := slices.Clone(s.config.Settings)
	for _, r := range check.Rules() {
		if severity, set := flags[r.ID]; set {
			settings = slices.DeleteFunc(settings, func(x config.Setting) bool { return x.Rule == r && x.Name == "severity" })
			settings = append(settings, config.Setting{Rule: r, Name: "severity", Severity: severity})
		}
	}
	slices.SortStableFunc(settings, func(x, y config.Setting) int {
		return strings.Compare(x.Rule.ID+" "+x.Name, y.Rule.ID+" "+y.Name)
	})
	named := map[*finding.Rule]bool{}
	for _, x := range settings {
		named[x.Rule] = true
		value := fmt.Sprint(x.Value)
		switch {
		case x.Name == "severity":
			value = x.Severity.String()
		case x.Globs != nil:
			value = strings.Join(x.Globs, ", ")
		}
		origin := "--severity"
		if !x.At.IsZero() {
			origin = placeOf(x.At)
		}
		row(x.Rule.ID+" "+x.Name, value, origin)
	}
	row(fmt.Sprintf("%d other rules", len(check.Rules())-len(named)), "as cadre rules lists them", byDefault)
}

// changeRows tells what the configuration says of changes.
func changeRows(c *config.Config, row func(name, value, origin string)) {
	for _, each := range c.Impacts {
		row(changesCategory+"/"+each.Kind.ID+" impact", each.Impact.String(), placeOf(each.At))
	}
	for _, each := range c.Accepted {
		row(changesCategory+"/"+each.Change+" accepted", each.Subject+": "+each.Reason, placeOf(each.At))
	}
}

func placeOf(at source.Span) string {
	p := at.Position()
	return fmt.Sprintf("%s:%d:%d", at.File.Path, p.Line, p.Column)
}

// showFiles lists the data files that a run reads.
func (a *app) showFiles(ctx context.Context, s *setting, o check.Options) error {
	paths, err := check.Files(ctx, s.op.FS, o)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if _, err := io.WriteString(a.stdout, report.Message(s.op.Near(path))+"\n"); err != nil {
			return fmt.Errorf("writing the list of files: %w", err)
		}
	}
	return nil
}
