package docgen

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/cadre-framework/cadre/finding"
)

// page writes the page of one rule. cadre explain shows it from the first "##" on.
func page(r *finding.Rule, wrong, right *example) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n`%s` · %s · since %s%s\n\n", r.Title, r.ID, r.Severity, r.Since, remarks(r))
	fmt.Fprintf(&b, "## Why, and what to do\n\n%s\n", r.Doc)
	if err := options(&b, r); err != nil {
		return "", fmt.Errorf("writing the options of %s: %w", r.ID, err)
	}
	if wrong == nil && right == nil {
		b.WriteString("\n## Examples\n\nThere is no short example of what this rule reports.\n")
	}
	if wrong != nil {
		b.WriteString("\n## Wrong\n")
		wrong.write(&b)
	}
	if right != nil {
		b.WriteString("\n## Right\n")
		right.write(&b)
	}
	fmt.Fprintf(&b, "\n## When to ignore it\n\n%s", ignoring(r))
	return b.String(), nil
}

func remarks(r *finding.Rule) string {
	s := ""
	if r.Fixable {
		s = " · some findings carry a fix that cannot be wrong"
	}
	if len(r.Aliases) > 0 {
		s += " · formerly `" + strings.Join(r.Aliases, "`, `") + "`"
	}
	return s
}

// options tells what can be set, and how, with the defaults.
func options(b *strings.Builder, r *finding.Rule) error {
	if len(r.Options) == 0 {
		return nil
	}
	b.WriteString("\n## Options\n\n")
	var example string
	for i, o := range r.Options {
		value, err := json.Marshal(o.Default)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "- `%s` (%s): %s\n", o.Name, value, o.Doc)
		if i == 0 {
			example = fmt.Sprintf("version: 1\nrules:\n  %s:\n    %s: %s\n", r.ID, o.Name, value)
		}
	}
	b.WriteString("\nThey are set in `.cadre.yaml`:\n\n")
	block(b, "yaml", example)
	return nil
}

func (e *example) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", e.note)
	for _, f := range e.files {
		f.write(b)
	}
	if e.want != "" {
		b.WriteString("\nCadre says:\n\n")
		block(b, "text", e.want)
	}
	if len(e.fixed) > 0 {
		b.WriteString("\nThe fix leads to:\n")
	}
	for _, f := range e.fixed {
		f.write(b)
	}
}

// write shows a file with its path. What a text cannot show is written with
// escapes, and then it is no YAML.
func (f file) write(b *strings.Builder) {
	name, escaped := strings.CutSuffix(f.path, ".quoted")
	language := strings.TrimPrefix(path.Ext(name), ".")
	if escaped {
		language = "text"
		fmt.Fprintf(b, "\n`%s`, with escapes for what cannot be seen\n\n", name)
	} else {
		fmt.Fprintf(b, "\n`%s`\n\n", name)
	}
	block(b, language, f.text)
}

// block writes a fenced block; the fence is longer than any in the text.
func block(b *strings.Builder, language, text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	fmt.Fprintf(b, "%s%s\n%s%s\n", fence, language, text, fence)
}

// ignoring says how to live with a finding, and what that costs.
func ignoring(r *finding.Rule) string {
	switch r.Category() {
	case "syntax":
		return "Never: findings of this category cannot be switched off, because they are about\nwhat programs and people read in the file at all.\n"
	case "suppression":
		return fmt.Sprintf("Mend the suppression instead. For a whole framework the rule can be switched off\nin `.cadre.yaml`:\n\n```yaml\nversion: 1\nrules:\n  %s: off\n```\n", r.ID)
	}
	if r.Category() == "release" {
		return fmt.Sprintf("Hardly ever: people trust what a release says of itself. The rule can be made\nmilder or switched off in `.cadre.yaml`:\n\n```yaml\nversion: 1\nrules:\n  %s: warning\n```\n", r.ID)
	}
	cost := "When the finding is right and you have a reason to leave things as they are."
	if r.Severity == finding.Error {
		cost = "Hardly ever: an error means that a release cannot be trusted. While it cannot be\nmended, say why."
	}
	return fmt.Sprintf("%s Write the reason into the file, on the line or on the one above:\n\n```yaml\n# cadre: ignore %s -- the reason\n```\n\n(in JSON, `x-cadre-ignore` of the entity takes rule and reason), or switch the rule\noff for the whole framework in `.cadre.yaml`:\n\n```yaml\nversion: 1\nrules:\n  %s: off\n```\n", cost, r.ID, r.ID)
}
