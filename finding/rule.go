package finding

import "strings"

// Rule is the identity and the documentation of one thing that is judged.
type Rule struct {
	ID       string   // category/kebab-name; never renamed, never reused
	Title    string   // the rule as a short statement of how things should be
	Doc      string   // why it matters, how to fix it, when to ignore it: paragraphs of Markdown
	Severity Severity // unless the configuration says otherwise
	Since    string   // the version of Cadre that brought it
	Aliases  []string // earlier ids
	Fixable  bool     // whether some of its findings carry a fix
	Options  []Option // what the configuration may set
}

// Option is a setting of a rule.
type Option struct {
	Name    string
	Doc     string
	Default any // its type is the option's type: int, bool, string or []string
}

// Category returns the part of the id before the slash.
func (r *Rule) Category() string {
	category, _, _ := strings.Cut(r.ID, "/")
	return category
}
