package config

import (
	"fmt"
	"strings"

	"github.com/cadre-framework/cadre/finding"
	"github.com/cadre-framework/cadre/internal/text"
	"github.com/cadre-framework/cadre/source"
)

// option reads an option of a rule; its type is that of its default.
func (r *reader) option(rule *finding.Rule, n source.Node) {
	names := []string{severityKey, ignoreKey}
	for _, o := range rule.Options {
		names = append(names, o.Name)
		if o.Name != n.Key() {
			continue
		}
		value, wanted := optionValue(o.Default, n)
		if value == nil {
			r.m.add(n.Span(), fmt.Sprintf("%s of %s must be %s", o.Name, rule.ID, wanted), o.Doc)
			return
		}
		r.found = append(r.found, Setting{Rule: rule, Name: o.Name, At: n.Span(), Value: value})
		return
	}
	help := "it has " + strings.Join(names, ", ")
	if near, ok := text.Nearest(n.Key(), names); ok {
		help = fmt.Sprintf("did you mean %q?", near)
	}
	r.m.add(n.KeySpan(), fmt.Sprintf("%s has no setting %q", rule.ID, n.Key()), help)
}

// optionValue returns the value of a node in the type of a default, or nil, and
// what that type is called.
func optionValue(standard any, n source.Node) (value any, wanted string) {
	switch standard.(type) {
	case int:
		if i, ok := n.Int(); ok && i >= 0 {
			value = i
		}
		return value, "a whole number, 0 or more"
	case bool:
		if n.Kind() == source.Bool {
			value = n.Text() == "true"
		}
		return value, "true or false"
	case string:
		if n.Kind() == source.String {
			value = n.Str()
		}
		return value, "text"
	}
	texts := []string{}
	for each := range n.Children() {
		if each.Kind() != source.String {
			return nil, "a list of texts"
		}
		texts = append(texts, each.Str())
	}
	if n.Kind() == source.Array {
		value = texts
	}
	return value, "a list of texts"
}
