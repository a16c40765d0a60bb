package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cadre-framework/cadre/check"
	"github.com/cadre-framework/cadre/diff"
	"github.com/cadre-framework/cadre/docs"
	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/report"
	"github.com/cadre-framework/cadre/schema"
)

func newExplain(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "explain ID",
		Short: "Explain a rule, a change or a field",
		Long: `Explain a rule: what it means, why it matters and what to do, with a wrong and a
right example; a kind of change: what it asks of people, and why; or a field of a
kind of file: what belongs into it, with examples. The name of a category lists
its rules, and "diff" the kinds of change.`,
		Example: `  cadre explain reference/unknown
  cadre explain reference
  cadre explain diff/raised
  cadre explain diff
  cadre explain role.level
  cadre explain role.competencies.proficiency`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args[0]) },
	}
}

func (a *app) explain(id string) error {
	if r := findRule(id); r != nil {
		return explainRule(a.stdout, r)
	}
	if id == changesCategory {
		return listChanges(a.stdout)
	}
	if kind, ok := strings.CutPrefix(id, changesCategory+"/"); ok && diff.FindKind(kind) != nil {
		return explainChange(a.stdout, diff.FindKind(kind))
	}
	rules := inCategory(id)
	field, isField := schema.Field(id)
	if isField = isField && !strings.HasSuffix(id, "."); isField {
		explainField(a.stdout, id, field)
	}
	switch {
	case len(rules) > 0:
		if isField {
			fmt.Fprintf(a.stdout, "\nRules about it\n\n")
		}
		return report.NewCatalogue(rules).Write(a.stdout, "text", report.Options{})
	case isField:
		return nil
	}
	return unexplained(id)
}

// inCategory returns the rules of a category.
func inCategory(category string) []*finding.Rule {
	return slices.DeleteFunc(check.Rules(), func(r *finding.Rule) bool { return r.Category() != category })
}

// unexplained is the error for a word that stands for nothing, with what may be
// meant: something of that name behind its slash, or the nearest.
func unexplained(id string) error {
	known := explainable(id)
	for _, each := range known {
		if _, name, _ := strings.Cut(each, "/"); name == id && id != "" {
			return usage("there is nothing to explain under %q: did you mean %q?", id, each)
		}
	}
	if field, ok := deeperField(id); ok {
		return usage("there is nothing to explain under %q: did you mean %q?", id, field)
	}
	if near, ok := text.Nearest(id, known); ok {
		return usage("there is nothing to explain under %q: did you mean %q?", id, near)
	}
	return usage("there is nothing to explain under %q: cadre rules lists the rules, cadre explain diff the kinds of change, and fields are named like role.level", id)
}

// deeperField returns the field of that name one level below the one that a path
// seems to mean.
func deeperField(id string) (string, bool) {
	dot := strings.LastIndexByte(id, '.')
	if dot < 0 {
		return "", false
	}
	holder, name := id[:dot], id[dot+1:]
	field, _ := schema.Field(holder)
	for _, key := range field.Keys {
		inner := holder + "." + key
		if group, _ := schema.Field(inner); slices.Contains(group.Keys, name) {
			return inner + "." + name, true
		}
	}
	return "", false
}

// explainable returns the ids of all rules, their categories, the kinds of change,
// and the fields beside the one that a path seems to mean.
func explainable(id string) []string {
	ids := []string{changesCategory}
	for _, r := range check.Rules() {
		ids = append(ids, r.ID, r.Category())
	}
	for _, k := range diff.Kinds() {
		ids = append(ids, changesCategory+"/"+k.ID)
	}
	for _, kind := range schema.Kinds() {
		ids = append(ids, kind)
		for _, key := range schema.Keys(kind) {
			ids = append(ids, kind+"."+key)
		}
	}
	if holder := id[:max(0, strings.LastIndexByte(id, '.'))]; holder != "" {
		field, _ := schema.Field(holder)
		for _, key := range field.Keys {
			ids = append(ids, holder+"."+key)
		}
	}
	return ids
}

// explainRule prints what a rule declares of itself, and its page. A page can only
// be missing from a build whose pages were not made anew.
func explainRule(w io.Writer, r *finding.Rule) error {
	page, ok := docs.Rule(r.ID)
	if !ok {
		return fmt.Errorf("this build of Cadre has no page of the rule %s: please report it; cadre rules lists what it is about", r.ID)
	}
	fmt.Fprintf(w, "%s\n%s\n\n", r.ID, r.Title)
	fmt.Fprintf(w, "Severity: %s\nSince:    %s\n", r.Severity, r.Since)
	if r.Fixable {
		fmt.Fprintf(w, "Fixable:  some findings carry a repair that cannot be wrong\n")
	}
	if len(r.Aliases) > 0 {
		fmt.Fprintf(w, "Formerly: %s\n", strings.Join(r.Aliases, ", "))
	}
	_, err := fmt.Fprintf(w, "\n%s", pageText(page))
	return err
}

func explainField(w io.Writer, path string, f schema.Prop) {
	fmt.Fprintf(w, "%s\n%s\n\n%s\n", path, f.Title, text.Wrap(f.Description, 80))
	section := func(title, body string) {
		if body != "" {
			fmt.Fprintf(w, "\n%s\n%s\n", title, text.Wrap(body, 80))
		}
	}
	section("May be", strings.Join(f.Types, " or "))
	section("One of", strings.Join(f.Allowed, ", "))
	section("Required in it", strings.Join(f.Required, ", "))
	section("Its fields", strings.Join(f.Keys, ", "))
	if len(f.Examples) > 0 {
		fmt.Fprintf(w, "\nExamples\n  %s\n", strings.Join(f.Examples, "\n  "))
	}
}
